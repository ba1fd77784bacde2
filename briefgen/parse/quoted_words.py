"""The words of a piece of a tree as a quotation: what each node reads as, and what may not stand there.

What is refused would be shown as quoted and be looked up as other words, or not at all: a struck word, a
picture in place of one, the name that a narrative citation prints.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from briefgen.markup.elements import VOID
from briefgen.markup.raw_html import clean_html
from briefgen.model.block import (
    AbbreviationDefinition,
    Block,
    BlockQuote,
    Box,
    CodeBlock,
    DefinitionList,
    FootnoteDefinition,
    Heading,
    HtmlBlock,
    List,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
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
from briefgen.model.quotation import Mark, Refusal
from briefgen.raised import lowered, raised
from briefgen.text import Span

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*+)([^<>]*)>")
_ATTRIBUTE = re.compile(r"\s([a-z-]+)(?:=|(?=\s|$))")
_EMPHASISING = frozenset("em strong b i u mark".split())
_PLAIN = frozenset("small span cite abbr code kbd var samp tt".split())
_LEVELS = {"sup": raised, "sub": lowered}
_SPACES = {"br": " ", "wbr": ""}
_TURNING = re.compile("[\u061c\u200f\u202b\u202e\u2067]")
"""The fold drops most of them, and *5–10* between two of them is seen as *10–5*."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_CLOSE_TO_WORDS = tuple(".,;:!?)]…")
_HARMLESS = frozenset("lang title id".split())


@dataclass(slots=True)
class Words:
    """Quoted words while they are collected; `marks` are links to places on the same page."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    emphasised: bool = False
    occurrence: int | None = None
    elision_ok: str = ""
    refused: tuple[Refusal, ...] = ()


def words_of_line(nodes: Iterable[Inline], *, in_note: bool = False) -> Words:
    """The words of one line; citations and footnote marks are no part of them.

    `in_note`: in a footnote, where every citation is printed in full, and so would be read as quoted.
    """
    reader = _Reader(in_note=in_note)
    reader.line(nodes)
    return reader.done()


def words_of_blocks(blocks: Sequence[Block], *, in_note: bool = False) -> Words:
    """The words of several blocks, joined by a space; `in_note` as for a line."""
    reader = _Reader(in_note=in_note)
    reader.blocks(blocks)
    return reader.done()


class _Reader:
    """Reads nodes in the order of the text."""

    def __init__(self, *, in_note: bool) -> None:
        self._in_note = in_note
        self._words = Words()
        self._levels: list[str] = []
        self._open: list[tuple[str, Span]] = []
        self._turning: list[Span] = []
        self._note_at = -1
        """Where in the words the last citation stood."""

    def done(self) -> Words:
        """The words; where nothing in them runs from right to left, nothing may be made to."""
        if not _RIGHT_TO_LEFT.search(self._words.text):
            for span in self._turning:
                self._refuse(span, "an invisible character that turns the direction of figures around")
        for name, span in self._open:
            if name in _EMPHASISING | _PLAIN | set(_LEVELS):  # others are refused anyway
                self._refuse(span, f"the HTML `<{name}>` without its end")
        self._words.text = self._words.text.rstrip()
        lead = len(self._words.text) - len(self._words.text.lstrip())
        if lead:
            self._words.text = self._words.text[lead:]
            self._words.marks = tuple(
                Mark(max(mark.start - lead, 0), mark.end - lead, mark.target, mark.span)
                for mark in self._words.marks
            )
        return self._words

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)
            self._levels.clear()
            text = self._words.text.rstrip()
            self._words.text = f"{text} " if text else ""

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.line(block.children)
            case BlockQuote():
                self.blocks(block.children)
            case List():
                if block.start not in (None, 1):
                    self._refuse(block.span, f"a list that begins at {block.start}")
                for item in block.items:
                    if item.checked is not None:
                        self._refuse(item.span, "a task with its box")
                    self.blocks(item.children)
            case Table():
                for row in (block.head, *block.rows):
                    self._row(row)
            case CodeBlock():
                self._words.text += block.text
            case HtmlBlock():
                if clean_html(block.text).strip():
                    self._refuse(block.span, "a block of HTML")
            case Heading():
                self._refuse(block.span, "a heading")
            case Box():
                self._refuse(block.span, "a box")
            case DefinitionList():
                self._refuse(block.span, "a definition list")
            case ThematicBreak():
                self._refuse(block.span, "a line between two parts")
            case FootnoteDefinition() | AbbreviationDefinition():
                pass  # shown elsewhere, not where it is written

    def _row(self, row: Iterable[TableCell]) -> None:
        for cell in row:
            self.line(cell.children)
            self._words.text += " "

    def line(self, nodes: Iterable[Inline]) -> None:
        for node in nodes:
            self._inline(node)

    def _inline(self, node: Inline) -> None:
        match node:
            case Text():
                if node.value.startswith(_CLOSE_TO_WORDS):
                    self._close_up()
                self._words.text += self._at_level(node.value)
                if _TURNING.search(node.value):
                    self._turning.append(node.span)
            case Code():
                self._words.text += self._at_level(node.value)
            case SoftBreak() | HardBreak():
                self._words.text += " "
            case Superscript() | Subscript():
                self._levels.append("sup" if isinstance(node, Superscript) else "sub")
                self.line(node.children)
                self._levels.pop()
            case Emphasis() | Strong() | Highlighted():
                self._words.emphasised = True
                self.line(node.children)
            case Link():
                self._link(node)
            case BracketedSpan():
                self._span(node)
            case Quoted():
                self._words.text += node.opening
                self.line(node.children)
                self._words.text += node.closing
            case HtmlInline():
                self._tag(node)
            case Strikethrough():
                self._refuse(node.span, "struck text")
            case Image():
                self._refuse(node.span, "an image")
            case Formula():
                self._refuse(node.span, "a formula")
            case Citation():
                if node.narrative:
                    self._refuse(node.span, "a citation that prints its author's name")
                elif self._in_note:
                    self._refuse(node.span, "a citation in the middle of a footnote's quotation")
                else:
                    self._note_at = len(self._words.text)
            case FootnoteMark():
                pass  # a note mark is the brief's, and readers see that

    def _close_up(self) -> None:
        """Without the space before a citation, as its mark stands close to the word and a stop behind it."""
        if self._note_at == len(self._words.text):
            self._words.text = self._words.text.rstrip()

    def _link(self, node: Link) -> None:
        start = len(self._words.text)
        self.line(node.children)
        if node.target.startswith("#"):
            mark = Mark(start, len(self._words.text), unquote(node.target[1:]), node.span)
            self._words.marks += (mark,)

    def _span(self, node: BracketedSpan) -> None:
        occurrence = node.attributes.value("occurrence")
        if occurrence.isdecimal():
            self._words.occurrence = int(occurrence)
        self._words.elision_ok = node.attributes.value("elision_ok") or self._words.elision_ok
        self.line(_without_marks(node))

    def _tag(self, node: HtmlInline) -> None:
        """A tag that changes what readers see of the words between it and its end is refused."""
        html = clean_html(node.value)
        if not html:
            return  # a comment, or something that is refused everywhere
        tag = _TAG.fullmatch(html)
        closes, name, attributes = tag.groups() if tag else ("", "", "")
        if closes and (not self._open or self._open.pop()[0] != name):
            self._refuse(node.span, f"the HTML `{html}` without its beginning")
        elif not closes and name not in VOID:
            self._open.append((name, node.span))
        if name in _SPACES:
            self._words.text += _SPACES[name]
        elif name in _LEVELS and not attributes:
            if not closes:
                self._levels.append(name)
            elif self._levels:
                self._levels.pop()
        elif name in _EMPHASISING | _PLAIN and set(_ATTRIBUTE.findall(attributes)) <= _HARMLESS:
            self._words.emphasised = self._words.emphasised or name in _EMPHASISING
        elif not closes:
            self._refuse(node.span, f"the HTML `{html}`")

    def _at_level(self, text: str) -> str:
        return _LEVELS[self._levels[-1]](text) if self._levels else text

    def _refuse(self, span: Span, what: str) -> None:
        self._words.refused += (Refusal(what, span),)


def _without_marks(span: BracketedSpan) -> tuple[Inline, ...]:
    """The words of ``["…"]{occurrence=2}``: there the quotation marks are part of the syntax."""
    only = span.children[0] if len(span.children) == 1 and span.attributes.pairs else None
    return only.children if isinstance(only, Quoted) else span.children
