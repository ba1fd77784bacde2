"""What an author wrote is what the site shows: any text letter for letter, inline markup in the same tree."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.model.block import Paragraph
from briefgen.model.inline import Text
from briefgen.render.escape import escape_text
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.text.inlines import inline_markdown
from briefgen.text import Span, TextFile
from tests.markdown.reading import tree_of
from tests.render.site_markdown import plain_view, shape, site_html
from tests.sweep import SWEEP

# ------------------------------------------------------------------------------------ any text

# Where text stands in a page: Markdown around TEXT, the HTML it must become, whether a line begins there.
PLACES = {
    "paragraph": ("TEXT", "<p>TEXT</p>", True),
    "inside a paragraph": ("w TEXT w", "<p>w TEXT w</p>", False),
    "second line": ("w\nTEXT", "<p>w TEXT</p>", True),
    "item": ("-   TEXT", "<ul><li>TEXT</li></ul>", True),
    "numbered item": ("1.  TEXT", "<ol><li>TEXT</li></ol>", True),
    "second line of an item": ("-   w\n    TEXT", "<ul><li>w TEXT</li></ul>", True),
    "quote": ("> TEXT", "<blockquote><p>TEXT</p></blockquote>", True),
    "second line of a quote": ("> w\n> TEXT", "<blockquote><p>w TEXT</p></blockquote>", True),
    "box": ('<div markdown="1">\n\nTEXT\n\n</div>', "<div><p>TEXT</p></div>", True),
    "nested box": ('!!! note "t"\n\n    TEXT', "<div><p>t</p><p>TEXT</p></div>", True),
    "definition": ("t\n:   TEXT", "<dl><dt>t</dt><dd>TEXT</dd></dl>", True),
    "emphasis": ("<em>TEXT</em>", "<p><em>TEXT</em></p>", False),
    "link": ("[TEXT](u)", '<p><a href="u">TEXT</a></p>', False),
    "cell": (
        "| h | i |\n| --- | --- |\n| TEXT | z |",
        "<table><thead><tr><th>h</th><th>i</th></tr></thead>"
        "<tbody><tr><td>TEXT</td><td>z</td></tr></tbody></table>",
        False,
    ),
    "head of a table": (
        "| TEXT | i |\n| --- | --- |\n| y | z |",
        "<table><thead><tr><th>TEXT</th><th>i</th></tr></thead>"
        "<tbody><tr><td>y</td><td>z</td></tr></tbody></table>",
        False,
    ),
}
FRAGMENTS = [
    *(" ", " ", " ", "\u00a0", "\u2003", "\u200b", "\u2028", "x y"),
    *("12. ", "1. ", "2025. ", "# ", "> ", "- ", "* ", "+ ", ": ", ":   ", "~ ", "!!! note", "??? x"),
    *('=== "T"', "/// x", "::: x", "[x]: /u", "{: .c}", "{ .c }", "<!-- x -->", "| a |"),
    *r"\ \\ ` `` * ** _ __ { } [ ] ( ) # ## + - . ! | ~ ~~ < > & ' : :: = ^ @k a b word ü 日 😀".split(),
    *"1. 1) #a >a === --- *** +++ ``` ```py ~~~py [^x]: [^x] *[HTML]: {#id} [TOC] [a](b) [a][b]".split(),
    *"&amp; &#38; &lt &copy; <b> </b> <div> <?php <script> ]: |---| a|b $x$ (c) ... -- klzzwxh:0001".split(),
    *"http://x.y <http://x.y> a@b.c <a@b.c> ![a](b)".split(),
]
VISIBLE = st.characters(exclude_categories=["Cs", "Cc"])
texts = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=7).map("".join),
    st.text(VISIBLE, min_size=1, max_size=30),
).map(lambda text: text.strip() or "w")


@given(st.lists(texts, min_size=4, max_size=10))
@example(
    ["1. x", "# x", "- x", ": x", "!!! x", "| a |", "[^x]: y", "*[x]: y", "&copy; &#38;", "\\*", "~~~", "==="]
)
@example(["]:", "^x", "a]: ^b", "[^1]", "[x]:y"])
@settings(max_examples=60 * SWEEP)
def test_any_text(given_texts: list[str]) -> None:
    for text in given_texts:
        for markdown, page, line_start in PLACES.values():
            site = site_html(markdown.replace("TEXT", escape_text(text, line_start=line_start)))
            assert shape(site) == shape(page.replace("TEXT", html.escape(text))), text


@given(texts)
@example("a #")
@example("##")
@example("a {#b}")
def test_any_heading(text: str) -> None:
    heading = BlockWriter(plain_view(), {}).heading([Text(text, Span(TextFile("x.md", text), 0, 0))])
    assert shape(site_html(f"## {heading}")) == shape(f"<h2>{html.escape(text)}</h2>")


# ---------------------------------------------------------------------------------- inline markup

MARKUP = r"""
*a*
**a**
***a***
*a **b** c*
**a *b* c**
***a** b*
***a* b**
**a**b**c**
a*b*c
a_b_c
_a_ __b__ ___c___
_a b_c_
*a*b
**a**.
*a*,*b*
*a* *b*
*a**b*
*a*_b_
**a**__b__ _c_*d*
** a **
x * a *
*(a)*
**„a“**
*a*"b"
*a `b` c*
*a [b](c) d*
[*a* **b** `c`](d)
[a](b "c 'd'")
[a](<b c>)
[a](b_c_d*e*)
[a](http://x.y/(z))
[a](b) [c](d)
[a](b)[c](d)
!\[a](b)
a!
\![a](b)
![a *b* c](d "e")
[![a](b)](c)
<https://x.y/a_b_c?d=e&f=*g*>
<a@b.org>
`a`
`` a`b ``
``` `` ```
` a `
`*a*`
`<b>`
`&amp;`
`a\`
`\*a\*`
`a|b`
~~a~~
~~a *b* c~~
*a ~~b~~ c*
a ~ b ~~ c
\*a\*
\_a\_ \`b\` \[c\](d)
1\. a
\- a
\# a
\> a
\+ a
\1 \a \ü
a\\
&copy; &amp; &lt;b&gt; &#42;a&#42;
&notanentity; &
AT&T & Co
3 < 4 > 2
a  b
snake_case_word and _b_
2 * 3 * 4
a ** b
"a" 'b' -- c...
[a]
[a] [b]
[a][b]
\[a]: b
{a} {.b} {#c}
*a*{.b}
`a`{.b}
[a](b){.c}
a | b
@ a
http://x.y/a_b_
a:b ::c
===
日本語*強調*です
**Wort**e und *Teil*wort
**Wichtig:** a
*Der Spiegel*, Nr. 3
“a” *“b”*
a<br>b
H<sub>2</sub>O
*a<sub>b</sub>c*
*[a]*
*a\* b*
**a\*\***
""".strip("\n").split("\n")


@pytest.mark.parametrize("text", MARKUP)
def test_inline_markup(text: str) -> None:
    assert _through_the_site(text) == _commonmark(text)


@pytest.mark.parametrize(
    "text", ["a  \nb", "a\\\nb", "a\n*b\nc*", "[a\nb](c)", "`a\nb`", "a\n1\\. b", "a\n\\# b", "a\n:\\\nb"]
)
def test_over_several_lines(text: str) -> None:
    assert _through_the_site(text) == _commonmark(text)


def _through_the_site(text: str) -> str:
    (block,) = tree_of(text).blocks
    assert isinstance(block, Paragraph)
    return shape(site_html(inline_markdown(block.children, plain_view())))


def _commonmark(text: str) -> str:
    """As markdown-it shows it; an image's description and attributes in braces are ours."""
    page = MarkdownIt("commonmark").enable("strikethrough").render(text)
    return shape(re.sub(r"<span>|</span>", "", page))
