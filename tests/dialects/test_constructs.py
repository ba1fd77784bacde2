"""What authors usually write beyond CommonMark, and how the site shows it."""

from dataclasses import replace

import pytest

from briefgen.markdown.tree import parse_tree
from briefgen.render.abbreviations import abbreviations_in
from briefgen.render.guard import guard_text, shown_html
from briefgen.render.text.blocks import BlockWriter
from briefgen.text import TextFile
from tests.dialects.test_documents import view_of
from tests.parse.reading import TEXT_CHECKS, found_by

CASES = [
    ("abbreviation", "The WHO met.\n\n*[WHO]: World Health", '<abbr title="World Health">WHO</abbr> met'),
    ("abbreviation not in words", "WHOLE\n\n*[WHO]: World Health", "<p>WHOLE</p>"),
    ("abbreviation not in code", "`WHO`\n\n*[WHO]: World Health", "<code>WHO</code>"),
    ("image with caption", "![The bridge](b.png)", '<figcaption aria-hidden="true">The bridge</figcaption>'),
    (
        "image in a sentence",
        "See ![the bridge](b.png) here.",
        '<p>See <img alt="the bridge" src="b.png" /> here.</p>',
    ),
    ("task list", "- [x] done\n- [ ] open", "☑ done"),
    ("strikethrough", "~~gone~~", "<del>gone</del>"),
    ("single tildes", "~5 to ~10", "<p>~5 to ~10</p>"),
    ("table", "| a | b |\n|---|--:|\n| `x \\| y` | z |", "<code>x &#124; y</code>"),
    ("definition list", "Term\n: meaning", "<dd>meaning</dd>"),
    ("fence with language", "```python\nx = 1\n```", '<span class="n">x</span>'),
    ("fence in a list", "- a\n\n  ```\n  x\n  ```", "<pre>"),
    ("list by two spaces", "- a\n  - b\n    - c", "<li>c</li>"),
    ("numbers with brackets", "1) a\n2) b", "<ol>"),
    ("list after a paragraph", "Text\n- a\n- b", "<ul>"),
    ("list from five", "5. a\n6. b", '<ol start="5">'),
    ("break by backslash", "a\\\nb", "a<br />\nb"),
    ("box in a list", "- a\n\n  ::: note\n  inside\n  :::", "admonition note"),
    ("list in a box", "::: note\n- a\n- b\n:::", "<li>a</li>"),
    ("box in a box", ":::: note\n::: note\ninside\n:::\n::::", "<p>inside</p>"),
    ("box in a quote", "> ::: note\n> inside\n> :::", "admonition note"),
    ("footnote in a box", "::: note\na[^1]\n:::\n\n[^1]: b", "footnote-ref"),
    ("footnote in a table", "| a[^1] |\n|---|\n| b |\n\n[^1]: note", "footnote-ref"),
    ("footnote of many blocks", "a[^1]\n\n[^1]: one\n\n    - two\n\n    ```\n    three\n    ```", "three"),
    ("sub and sup", "H<sub>2</sub>O, m<sup>2</sup>", "H<sub>2</sub>O"),
    ("reference link", '[a][b]\n\n[b]: https://ex.org "t"', '<a href="https://ex.org" title="t">a</a>'),
    ("Chinese", "中文**很好**。", "中文<strong>很好</strong>。"),
    ("Arabic", "هذا *نص* عربي", "<em>نص</em>"),
    ("emoji", "👩‍👩‍👧 *🎉*", "👩‍👩‍👧"),
    ("emphasis inside a word", "un*frigging*believable", "un<em>frigging</em>believable"),
]


@pytest.mark.parametrize(("text", "shown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_construct(text: str, shown: str) -> None:
    file = TextFile("text.md", text)
    tree = parse_tree(file, 0)
    findings = found_by(TEXT_CHECKS, text)
    view = replace(view_of(tree, file), abbreviations=abbreviations_in(tree.blocks))
    writer = BlockWriter(view, {})
    findings += guard_text(tree.blocks, writer)
    assert findings == []
    assert shown in shown_html(tree.blocks, writer)


REFUSED = [
    ("script", "<script>alert(1)</script>"),
    ("event handler", 'a <b onclick="x()">b</b>'),
    ("address that runs code", "[a](javascript:alert(1))"),
    ("address that hides code", "<a href='java&#115;cript:alert(1)'>a</a>"),
    ("style", '<p style="position:fixed">a</p>'),
    ("frame", '<iframe src="https://ex.org"></iframe>'),
    ("declaration", "<!DOCTYPE html>"),
    ("data", "![a](data:text/html;base64,xxx)"),
]


@pytest.mark.parametrize("text", [case[1] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_refused(text: str) -> None:
    findings = found_by(TEXT_CHECKS, text)
    assert [finding.rule.name for finding in findings][:1] in (["html-refused"], ["address-refused"])
