"""Paragraphs of nothing but words, quoted words, notes and stress: they are the same to every reader.

Most paragraphs are. That their Markdown is their words, and is such, is looked at letter for letter; then a
word stands for them on both sides, and all else is compared as it is. What differs then is compared once
more, as it is written.
"""

import re
from collections.abc import Sequence
from itertools import chain

from briefgen.markdown.walk import Line, inlines_in, walk_blocks
from briefgen.model.block import AbbreviationDefinition, Block, HtmlBlock, Paragraph
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.model.layout import classes
from briefgen.render.text.inlines import around_quotation, inline_markdown, without_space_before_notes
from briefgen.render.view import BriefView
from briefgen.text import Span

_REACH_FURTHER = frozenset({AbbreviationDefinition, HtmlBlock, HtmlInline})
_WORDS = re.compile("[\\w \xa0\u202f\n,.;:()'\"…“”‘’„‚«»‹›–—%/?§°*\\[\\]^-]*")
"""What means nothing by itself, and the signs of notes and stress."""
_SAID = r"[^\W_]+(?:[ ,.:;’–-]{1,2}[^\W_]+)*"
_AROUND = f"(?:{classes.QUOTATION}|{classes.QUOTATION} {classes.UNCHECKED})"
_QUOTED = re.compile(
    rf'<span class="{_AROUND}" lang="[A-Za-z-]+">'
    r"([^<>\n]+)</span>"
    rf'(?:\[[✓○]\]\([A-Za-z0-9./#-]+ "{_SAID}"\)'
    rf'\{{ \.(?:{classes.FOUND}|{classes.NOT_CHECKED})(?: aria-label="{_SAID}")? \}})?'
)
"""Quoted words, and the mark whether they were looked up, as we write them."""
_NOT_WORDS = ("_", "  ", " \n", "\xa0\n", "\u202f\n")
_BEGINS = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"\[\^[^\W_][\w-]*\](?![(:\[])")
_STRESSED = re.compile(r"(?<![\w*])(\*\*?)[^\W_](?:[^*\[\]^\n]*[^\W_])?\1(?![\w*])")
_LEFT = re.compile(r"[*\[\]^]")


def is_plain(markdown: str) -> bool:
    """Whether the Markdown of a paragraph is its words to every reader, with notes and stressed words."""
    if "<" in markdown:
        markdown = _QUOTED.sub(r"\1", markdown)
    if not _WORDS.fullmatch(markdown) or any(one in markdown for one in _NOT_WORDS):
        return False
    if not all(map(_BEGINS.match, markdown.split("\n"))) or markdown[-1].isspace():
        return False
    if "[" in markdown:
        markdown = _MARK.sub("", markdown)
    if "*" in markdown:
        markdown = _STRESSED.sub("", markdown)
    return _LEFT.search(markdown) is None


def can_be_plain(blocks: Sequence[Block]) -> bool:
    """Whether a paragraph is what it is by itself: raw HTML and short forms reach further."""
    return _REACH_FURTHER.isdisjoint(map(type, chain(walk_blocks(blocks), inlines_in(blocks))))


class PlainLines:
    """The lines of paragraphs, each written once; where one is plain, another stands for it."""

    def __init__(self, view: BriefView) -> None:
        self._view = view
        self._known: dict[Span, tuple[Line, str, str]] = {}

    def written(self, paragraph: Paragraph) -> str:
        """The Markdown of a paragraph, or of what stands for it."""
        _, stands_for_it, written = self._of(paragraph)
        return stands_for_it or written

    def stands_for(self, paragraph: Paragraph) -> str:
        """The words that stand for a paragraph; empty where it is not plain."""
        return self._of(paragraph)[1]

    def one_for_all(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks, but of paragraphs in a row for which the same words stand only the first one."""
        kept: list[Block] = []
        before = ""
        for block in blocks:
            words = self.stands_for(block) if isinstance(block, Paragraph) else ""
            if not words or words != before:
                kept.append(block)
            before = words
        return tuple(kept)

    def _of(self, paragraph: Paragraph) -> tuple[Line, str, str]:
        known = self._known.get(paragraph.span)
        if known is None or known[0] != paragraph.children:
            known = self._known[paragraph.span] = self._looked_at(paragraph.children)
        return known

    def _looked_at(self, line: Line) -> tuple[Line, str, str]:
        written = inline_markdown(line, self._view)
        if is_plain(written) and self._words(without_space_before_notes(line)) == written:
            return line, "x\nx" if "\n" in written else "x", written
        return line, "", written

    def _words(self, line: Sequence[Inline]) -> str | None:
        """What the Markdown of a line is to be; None where something else than words may stand in it."""
        words: list[str] = []
        for node in line:
            said = self._node(node)
            if said is None:
                return None
            words.append(said)
        return "".join(words)

    def _node(self, node: Inline) -> str | None:
        match node:
            case Text():
                return node.value
            case SoftBreak():
                return "\n"
            case Citation():
                label = self._view.citations[node].label
                return None if node.narrative else f"[^{label}]"
            case FootnoteMark():
                return f"[^{self._view.note_label(node)}]"
            case Emphasis():
                return _stressed("*", self._words(node.children))
            case Strong():
                return _stressed("**", self._words(node.children))
            case Quoted():
                inside = self._words(node.children)
                before, behind, mark = around_quotation(node, self._view)
                said = f"{before}{node.opening}{inside}{node.closing}{behind}{mark}"
                return None if inside is None else said
            case HardBreak() | Code() | Strikethrough() | Superscript() | Subscript() | Highlighted():
                return None
            case Formula() | Link() | Image() | HtmlInline() | BracketedSpan():
                return None


def _stressed(mark: str, inside: str | None) -> str | None:
    return None if inside is None else f"{mark}{inside}{mark}"
