"""Python-Markdown with our shortcuts says the same as without, to the byte, of whatever text."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListProcessor
from markdown.inlinepatterns import Pattern, SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from briefgen.quick import QuickMarkdown
from briefgen.quick.inlines import APPLY
from briefgen.render.site_dialect import EXTENSIONS
from tests.repository import ROOT
from tests.sweep import SWEEP, sampled

PIECES = (
    *"`*_[]()!<>&\"'\\#|:-=~.{}^@1 \n",
    *(
        "a",
        "word ",
        "  \n",
        "\n\n",
        "\n\n    ",
        "\n    ",
        "[^n]",
        "\n\n[^n]: a note\n",
        "[a][r]",
        "[r]",
        "\n\n[r]: /x 't'\n",
    ),
    *(
        "](x.md)",
        "](x.md 'a')",
        '](x.md "a b")',
        '](x "a)b")',
        "](<x y>)",
        "](x_(y))",
        "![a](b.png)",
        "<https://example.org/>",
    ),
    *(
        "<me@example.org>",
        "<em>",
        "</em>",
        "<div markdown>\n",
        "</div>\n",
        "<p markdown='span'>",
        "</p>",
        "<pre>",
        "</pre>",
    ),
    *(
        '<div class="a &amp; b" markdown="1">\n\n',
        '<p markdown="span">',
        '<p class="c">',
        '<span title="a > b">',
        "</span>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        '[a <b title="x">c</b> &lt; d](x.md "t")',
        "[^n]{ #x }",
        "**m*",
        "*a b*",
        "**[a](x.md)**",
        "<br />",
        "<title>",
        "&lt;",
        "&#65",
    ),
    *(
        "&amp;",
        "&#65;",
        "\\*",
        "``",
        "**",
        "***",
        "__",
        "\n\n# H\n",
        "\n\nT\n===\n",
        "\n\n---\n\n",
        "\n\n* * *\n\n",
        "\n> ",
    ),
    *(
        "\n\n- ",
        "\n\n1. ",
        "\n\n!!! note\n\n    ",
        "\nT\n:   d\n",
        "\n\n| a | b |\n|---|---|\n| c | d |\n",
        "\n*[WHO]: World\n",
    ),
    *(
        "x  \n",
        "WHO",
        "{ .c #i }",
        "{ k='v' }",
        "\n{ .c }",
        "[TOC]",
        "\n\n[TOC]\n\n",
        "\n\n```\n",
        "~~~",
        "\x02",
        "\x03",
        "é",
        "\xa0",
        "://",
    ),
)

LINES = (
    *(": a", ":   b", ":  ", ": :", ":b", " : c", "    : d", ": e|f", "a", "    c", "        d", "    "),
    *(
        "==",
        "--- ",
        "|---|---|",
        "x|y",
        "# h",
        "* * *",
        "- x",
        "> q",
        "!!! note",
        "{ .c }",
        "[^n]: x",
        "\x0b",
    ),
)
"""What may stand before, in and behind definitions, in one block."""


class Other(Extension):
    """A pattern of another extension, which briefgen does not know."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()wor(d)", "i"), "word", 65)


def converted(text: str, *extensions: str | Extension) -> tuple[str, object, object]:
    md = Markdown(extensions=[*EXTENSIONS, *extensions], extension_configs={"toc": {"permalink": True}})
    return md.convert(text), vars(md)["toc_tokens"] if text.strip() else None, md.references


def blocks_with(first: str) -> str:
    """A text in which the piece stands before each other one, and behind it."""
    return "\n\n".join(f"word {first} x {second} y {first} z" for second in PIECES)


@pytest.mark.parametrize("first", sampled(PIECES, 3))
def test_of_two_pieces(first: str) -> None:
    assert converted(blocks_with(first), QuickMarkdown()) == converted(blocks_with(first))


@settings(max_examples=100 * SWEEP)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_of_any_text(text: str) -> None:
    assert converted(text, QuickMarkdown()) == converted(text)
    assert converted(text, QuickMarkdown(), Other()) == converted(text, Other())


@settings(max_examples=100 * SWEEP)
@given(st.lists(st.sampled_from(LINES) | st.sampled_from(LINES[:3]), max_size=8).map("\n".join))
def test_of_definitions(block: str) -> None:
    assert converted(block, QuickMarkdown()) == converted(block)
    assert converted(f"- p\n\n    {block}", QuickMarkdown()) == converted(f"- p\n\n    {block}")


def test_of_a_definition_that_is_a_heading() -> None:
    """What stands behind a definition says of it what it is: it is left to who is asked first."""
    for block in ("a\n: b\n: c\n---", "a\n: b\n: c\n===", "a\n: b\n: c|d\n-|-", "a\n: b\nc\n: d"):
        assert converted(block, QuickMarkdown()) == converted(block)


@pytest.mark.parametrize("place", sampled(sorted(ROOT.glob("tests/golden/**/docs/**/*.md")), 12), ids=str)
def test_of_pages(place: Path) -> None:
    text = place.read_text("utf-8")
    assert converted(text, QuickMarkdown()) == converted(text)


def test_what_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python-Markdown whose methods have other names would be as right, and as slow as ever."""
    asked: list[Pattern] = []
    apply = getattr(InlineProcessor, APPLY)

    def noted(self: InlineProcessor, pattern: Pattern, *rest: object) -> object:
        asked.append(pattern)
        return apply(self, pattern, *rest)

    monkeypatch.setattr(InlineProcessor, APPLY, noted)
    assert converted("Words without a sign.", QuickMarkdown())[0] == "<p>Words without a sign.</p>"
    assert not asked
    assert converted("Words without a sign.")[0] == "<p>Words without a sign.</p>"
    assert asked


def test_a_block_of_definitions_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    run = DefListProcessor.run

    def noted(self: DefListProcessor, parent: Element, blocks: list[str]) -> bool | None:
        read.append(len(blocks[0]))
        return run(self, parent, blocks)

    monkeypatch.setattr(DefListProcessor, "run", noted)
    block = "a\n" + ":   b\n    c\n" * 100
    assert converted(block, QuickMarkdown())[0] == converted(block)[0]
    ours, theirs = read[:100], read[100:]
    assert sum(ours) < 2 * len(block)
    assert sum(theirs) > 40 * len(block)
