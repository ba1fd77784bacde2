"""Paragraphs for which a word stands while a text is compared: Python-Markdown shows each of them as its
words, wherever it stands, and what is found with and without them is the same."""

import html
import re
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic
from briefgen.markdown.tree import parse_tree
from briefgen.render import guard
from briefgen.render.guard.normal import normal_form
from briefgen.render.guard.plain import is_plain
from briefgen.render.site_dialect import site_html
from briefgen.render.text.blocks import BlockWriter
from briefgen.text import TextFile
from tests.dialects.test_documents import view_of
from tests.markdown.documents import document
from tests.parse.reading import BOX_CHECKS, TEXT_CHECKS, found_by
from tests.sweep import SWEEP

QUOTED = (
    '<span class="quotation" lang="de">„a b, *c d*“</span>[✓](../sources/a.md#q-1-2 "Found: A. B"){ .found }'
)
UNCHECKED = (
    '<span class="quotation unchecked" lang="zh-Hans">“a”</span>'
    '[○](../sources/a-b.md#not-checked "Not checked: Ü"){ .not-checked aria-label="Not checked: Ü" }'
)
PIECES = (
    *("word ", "Word", " ", "\n", ". ", ".", ", ", ": ", ":", "12. ", "- ", "-", "—", "(x) ", "(", "“q” "),
    *("*a b* ", "*a*", "**c** ", "**c, d**", "*a.b*\n", "[^1] ", "[^1]", "[^1].", "[^1]: ", "[^1](x)"),
    *(
        "://",
        "https://x.org/a-b",
        "§ 1",
        "é",
        "日本",
        "٣. ",
        "²",
        "a\xa0b",
        "\xa0",
        "--- ",
        "---",
        "...",
        "'s ",
    ),
    *(
        '"x" ',
        "%}",
        "i. ",
        "a) ",
        "(c) ",
        "meta: ",
        "www.x.org",
        "a@b.c",
        "=",
        "~",
        "#",
        ">",
        "_a_",
        "|",
        "!",
    ),
    *(
        QUOTED,
        f"{QUOTED} ",
        f"({QUOTED}).",
        UNCHECKED,
        f"{UNCHECKED}, ",
        f"{UNCHECKED}{{ .x }}",
        f"{UNCHECKED}(x)",
    ),
    *("TOC ", "WHO", "1st ", "wzxhzdk:0", "klzzwxh:0001", "qq0qq", "/// ", "??? ", "::: "),
)
PLACES: dict[str, tuple[str, str, str]] = {
    "paragraph": ("TEXT", "\n", "<p>TEXT</p>"),
    "between others": ("w\n\nTEXT\n\n-   w", "\n", "<p>w</p><p>TEXT</p><ul><li>w</li></ul>"),
    "in a row": ("TEXT\n\nTEXT\n{ #i }\n\n-   w", "\n", "<p>TEXT</p><p>TEXT</p><ul><li>w</li></ul>"),
    "behind a list": ("1.  w\n\nTEXT", "\n", "<ol><li>w</li></ol><p>TEXT</p>"),
    "item": ("-   TEXT\n-   w", "\n    ", "<ul><li>TEXT</li><li>w</li></ul>"),
    "second of an item": ("-   w\n\n    TEXT", "\n    ", "<ul><li>w<p>TEXT</p></li></ul>"),
    "quote": ("> TEXT", "\n> ", "<blockquote><p>TEXT</p></blockquote>"),
    "box": ('<div markdown="1">\n\nTEXT\n\n</div>', "\n", "<div><p>TEXT</p></div>"),
    "nested box": (
        '!!! note "t"\n\n    TEXT',
        "\n    ",
        "<div class='admonition note'><p class='admonition-title'>t</p><p>TEXT</p></div>",
    ),
    "definition": ("t\n:   TEXT", "\n    ", "<dl><dt>t</dt><dd>TEXT</dd></dl>"),
    "note": (
        "w[^2]\n\n[^2]: TEXT",
        "\n    ",
        '<p>w<sup data-note="2"></sup></p><aside data-note="2"><p>TEXT</p></aside>',
    ),
    "with an id": ("TEXT\n{ #i }", "\n", "<p>TEXT</p>"),
    "before a mark": ('> TEXT[✓](u "t"){ .found }', "\n> ", "<blockquote><p>TEXT</p></blockquote>"),
}
plain = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(
    lambda pieces: f"W{''.join(pieces)}".rstrip(" \n")
)


def in_html(text: str) -> str:
    """What a text is to its reader: no more than notes and stress are made of it."""
    for quoted in (QUOTED, UNCHECKED):
        text = text.replace(quoted, quoted.partition(">")[2].partition("<")[0])
    text = re.sub(r"\[\^(\w+)\]", r'<sup data-note="\1"></sup>', html.escape(text))
    return re.sub(r"\*([^*]+)\*", r"<em>\1</em>", re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", text))


@given(plain.filter(is_plain))
@settings(max_examples=100 * SWEEP)
def test_what_is_plain_is_its_words(text: str) -> None:
    for markdown, line_end, page in PLACES.values():
        shown = site_html(markdown.replace("TEXT", text.replace("\n", line_end)), "1", ids=False)
        assert normal_form(shown) == normal_form(page.replace("TEXT", in_html(text))), (text, markdown)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1. a",
            "- a",
            "a\n- b",
            "a\n: b",
            "a\n---",
            "a\n12. b",
            "a  \nb",
            "a ",
            "a\n\nb",
            "*a",
            "a*b*",
            "*a*",
        ),
        *(
            "a *b*c",
            "a *b* *",
            "a ** b **",
            "[^1]: a",
            "a[^1](b)",
            "a[^1]: b",
            "a[^1][b]",
            "a[b]",
            "a^b^",
            "a_b_",
        ),
        *(
            QUOTED,
            f"A {QUOTED[:-1]}",
            f"A {QUOTED}{{ .a }}",
            f"A {QUOTED.replace('b,', '</span>')}",
            f"A {QUOTED.replace('Found', '*')}",
            f"A {QUOTED.replace('q-1', '(')}",
        ),
        *(
            "a <b>",
            "a &amp; b",
            "a\\",
            "a `b`",
            "a | b",
            "a {b}",
            "a ![^1]",
            "a\xa0",
            "a\x02",
            "a~b~",
            "a\u202eb",
            "",
        ),
    ],
)
def test_what_may_be_more_is_not_plain(text: str) -> None:
    assert not is_plain(text)


def found_in(text: str) -> Sequence[Diagnostic]:
    tree = parse_tree(file := TextFile("text.md", text), 0)
    return guard.guard_text(tree.blocks, BlockWriter(view_of(tree, file), {}))


@given(st.integers(min_value=0, max_value=2**64), plain, plain)
@settings(max_examples=80 * SWEEP)
def test_what_is_found_is_the_same(seed: int, before: str, behind: str) -> None:
    some = document(Random(seed))
    quoted = "\n> ".join(behind.split("\n"))
    text = f"{before} [@a].\n\n{before}.\n\n{behind}.\n\n{some}\n\n> {quoted} “{before}” @a\n\n-   7. seven\n"
    if found_by((*TEXT_CHECKS, *BOX_CHECKS), text):
        return
    found = found_in(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(guard, "can_be_plain", lambda _: False)
        assert found == found_in(text)
