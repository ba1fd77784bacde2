"""What the guard lets pass is shown as it was written, by the eyes of a browser.

The guard compares two pieces of HTML in a normal form of ours. Here Chromium reads both sides, and
markdown-it writes the one from the author's text (`oracle.py`): neither goes through our trees and forms, and
what those pass over (no-break spaces, captions, classes) is seen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser

from briefgen.markdown.tree import parse_tree
from briefgen.render.abbreviations import abbreviations_in
from briefgen.render.guard import guard_text, shown_html
from briefgen.render.text.blocks import BlockWriter
from briefgen.text import TextFile
from tests.dialects.oracle import meant
from tests.dialects.reading import examples, read_text
from tests.dialects.test_documents import view_of
from tests.dialects.test_specifications import COMMONMARK, REFUSED, as_published
from tests.markdown.documents import document
from tests.parse.reading import BOX_CHECKS, TEXT_CHECKS, found_by
from tests.repository import ROOT
from tests.sweep import SWEEP

_ENDED_QUOTE = re.compile(r"^(>.*[.!?…] \[@[^\[\]]*\])\.$", re.MULTILINE)
"""A block quote that ends, is cited, and ends again: the second full stop is not set."""
SCRIPT = Path(__file__).with_name("seen.js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text that passed the guard: what it means, and what the site makes of it."""

    text: str
    written: str
    shown: str


def pairs(texts: Iterable[str]) -> Iterator[Pair]:
    """The texts in which nothing is found, each rendered in both ways."""
    for text in texts:
        file = TextFile("text.md", text)
        tree = parse_tree(file, 0)
        findings = found_by((*TEXT_CHECKS, *BOX_CHECKS), text)
        if findings:
            continue
        view = replace(view_of(tree, file), abbreviations=abbreviations_in(tree.blocks))
        writer = BlockWriter(view, {})
        findings += guard_text(tree.blocks, writer)
        if not findings:
            yield Pair(text, meant(_ENDED_QUOTE.sub(r"\1", text)), shown_html(tree.blocks, writer))


def differences(chromium: Browser, compared: Iterable[Pair]) -> list[str]:
    """The first lines that a browser reads differently in each pair."""
    found = []
    with chromium.new_page() as page:
        for pair in compared:
            written, shown = page.evaluate(SCRIPT, pair.written), page.evaluate(SCRIPT, pair.shown)
            if written != shown:
                found.append(f"{pair.text!r}: {_first(written, shown)}")
    return found


def _first(written: dict[str, Any], shown: dict[str, Any]) -> str:
    for label in ("", *sorted({*written["notes"], *shown["notes"]})):
        one = written["text"] if not label else written["notes"].get(label, [])
        other = shown["text"] if not label else shown["notes"].get(label, [])
        for index in range(max(len(one), len(other))):
            pair = (one[index : index + 1], other[index : index + 1])
            if pair[0] != pair[1]:
                return f"written {pair[0]}, shown {pair[1]}"
    return "the same lines in other footnotes"


def body(path: Path) -> str:
    """A source file without its front matter."""
    text = path.read_text("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") and "\n---\n" in text else text


def test_texts_of_the_repository(chromium: Browser) -> None:
    """The torture page, the briefs, every golden case."""
    folders = (
        ROOT / "sources",
        ROOT / "tests" / "torture" / "sources",
        *(ROOT / "tests" / "golden").glob("*/sources"),
    )
    paths = [path for folder in folders for path in sorted(folder.rglob("*.md"))]
    texts = [text for path in paths if "\0" not in (text := body(path))]  # those are not even read
    compared = list(pairs(texts))
    different = differences(chromium, compared)
    assert not different, "\n".join(different)
    assert len(compared) >= 100


def test_examples_of_commonmark(chromium: Browser) -> None:
    """What the specification says an example means, and what the site shows of it."""
    shown = [
        (one, reading.html)
        for one in examples(COMMONMARK)
        if not (reading := read_text(one["markdown"])).findings
    ]
    written = [as_published(example) for example, _ in shown]
    with chromium.new_page() as page:
        every = f"all => {{ const read = (\n{SCRIPT}\n); return all.map(one => JSON.stringify(read(one))); }}"
        asked = page.evaluate(every, written)
        there = page.evaluate(every, [html for _, html in shown])
    different = [
        f"example {example['example']}, {example['markdown']!r}: written {one}, shown {other}"
        for (example, _), one, other in zip(shown, asked, there, strict=True)
        if one != other
    ]
    assert not different, "\n".join(different)
    assert len(shown) == len(examples(COMMONMARK)) - sum(map(len, REFUSED[COMMONMARK].values()))
    assert sum("\u00a0" in one for one in asked) >= 2
    assert sum("figcaption" in one for one in asked) >= 10


SPACES = [
    "one\u00a0two *three\u00a0four* `five\u00a0six`",
    "\u00a0one\u00a0",
    "one\u00a0\u00a0two",
    "one \u00a0 two",
    "# one\u00a0two",
    "# \u00a0one",
    "- one\u00a0two\n- \u00a0three\u00a0",
    "| one\u00a0two | \u00a0three\u00a0 |\n|---|---|\n| \u2009four | \u202ffive\u3000six |",
    "Term\u00a0one\n: \u00a0two\u00a0three",
    "one  \n\u00a0two",
    "one\u00a0\ntwo",
    "> \u00a0one\n>\n> \u00a0",
    "```\none\u00a0two\u00a0\n```",
    "    one\u00a0two\u00a0",
    "[one\u00a0two](u) [\u00a0one](u 'three\u00a0four')",
    "![one\u00a0two](u)",
    "::: note\n### one\u00a0two\n\n\u00a0three\n:::",
    '- ::: {.note title="one\u00a0two"}\n  three\n  :::',
    "a[^1]\n\n[^1]: \u00a0one\u00a0two",
    "&nbsp;one&nbsp;two&nbsp;",
    "1\u202f200 «\u202fone\u202f»",
    "*\u00a0one* **\u00a0two\u00a0**",
    "one\u2028two\u2029three",
    "one\u3000two",
]
CLASSES = [
    "one{.found} *two*{.verdict} `three`{.box-kind} [four](u){.found}",
    "one {: .found } two\n{: .headerlink }",
    "# one {.found}",
    "# one { #x .as-of }",
    "- one {: .found }\n- two\n{: .box-kind }",
    "| one {: .found } | two |\n|---|---|\n| three {.found} | four { .x } |",
    "![one](u){.found}",
    "> one\n{: .verdict }",
    "::: note\none {.found}\n:::",
    "[one]{.own} two{.x #y}",
    "[✓](u){ .found }",
    "```python {.found}\none\n```",
    "<b>one</b>{: .found }",
]
CAPTIONS = [
    "![one *two*](u)",
    "![one](u 'title')",
    "![one](u)\n\n![two](v)",
    "- ![one](u)",
    "> ![one](u)",
    "::: note\n![one](u)\n:::",
    "![](u)",
    r"![a *b* [c] \*d\* \_e\_ \`f\` &copy; &amp;copy; \\ g_h_ i~~j~~ {.k} {: .l } https://m.n |](u)",
    "![one\ntwo](u)",
    "![&#42;one&#42; \"two\" 'three' <four](u)",
    "::: note\n- one\n\n![# two](u)\n:::",
    "![one](u) ![two](v)",
    "![`code` &amp; {.x} | \\*](u)",
]


@pytest.mark.parametrize("text", [*SPACES, *CLASSES, *CAPTIONS])
def test_what_a_normal_form_passes_over(text: str, chromium: Browser) -> None:
    (compared,) = pairs([text])
    different = differences(chromium, [compared])
    assert not different, "\n".join(different)


def test_any_document(chromium: Browser) -> None:
    different = differences(chromium, pairs(document(Random(seed)) for seed in range(30 * SWEEP)))
    assert not different, "\n".join(different)
