"""The quoted words of a piece of a tree: their text and the marks in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from briefgen.markdown.plain import plain_text
from briefgen.model.document import (
    Block,
    BlockQuote,
    Box,
    BracketedSpan,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quoted,
    Strikethrough,
    Strong,
    Table,
)
from briefgen.model.quotation import Mark


@dataclass(slots=True)
class Words:
    """Quoted words while they are collected; `marks` are links to places on the same page."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    emphasised: bool = False
    occurrence: int | None = None
    elision_ok: str = ""


def words_of_inlines(nodes: Iterable[Inline]) -> Words:
    """The words of one paragraph; citations and footnote marks are no part of them."""
    words = Words()
    _add(words, nodes)
    words.text = words.text.strip()
    return words


def words_of_blocks(blocks: Sequence[Block]) -> Words:
    """The words of several blocks, joined by a space."""
    words = Words()
    for block in blocks:
        _add_block(words, block)
    words.text = words.text.rstrip()
    return words


def _add_block(words: Words, block: Block) -> None:
    match block:
        case Paragraph() | Heading():
            _add(words, block.children)
        case BlockQuote() | Box():
            for child in block.children:
                _add_block(words, child)
        case List():
            for item in block.items:
                for child in item.children:
                    _add_block(words, child)
        case Table():
            for row in (block.head, *block.rows):
                for cell in row:
                    _add(words, cell.children)
                    words.text += " "
        case CodeBlock():
            words.text += block.text
        case _:
            pass
    words.text = words.text.rstrip() + " " if words.text.strip() else ""


def _without_marks(span: BracketedSpan) -> tuple[Inline, ...]:
    """The words of ``["…"]{occurrence=2}``: there the quotation marks are part of the syntax."""
    match span.children:
        case (Quoted(children=inside),) if span.attributes.pairs:
            return inside
        case _:
            return span.children


def _add(words: Words, nodes: Iterable[Inline]) -> None:
    for node in nodes:
        match node:
            case Link() if node.target.startswith("#"):
                start = len(words.text)
                _add(words, node.children)
                words.marks += (Mark(start, len(words.text), unquote(node.target[1:]), node.span),)
            case Emphasis() | Strong():
                words.emphasised = True
                _add(words, node.children)
            case BracketedSpan():
                occurrence = node.attributes.value("occurrence")
                words.occurrence = int(occurrence) if occurrence.isdecimal() else words.occurrence
                words.elision_ok = node.attributes.value("elision_ok") or words.elision_ok
                _add(words, _without_marks(node))
            case Strikethrough() | Link():
                _add(words, node.children)
            case Quoted():
                words.text += node.opening
                _add(words, node.children)
                words.text += node.closing
            case _:
                words.text += plain_text((node,))
