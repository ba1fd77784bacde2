"""Walks over trees, always in the order of the text."""

from collections.abc import Iterable, Iterator, Sequence

from briefgen.model.citation import Citation
from briefgen.model.document import (
    Block,
    BlockQuote,
    Box,
    BracketedSpan,
    CitationNode,
    DefinitionList,
    Emphasis,
    FootnoteDefinition,
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


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block of a tree, each before what is inside it."""
    for block in blocks:
        yield block
        for run in runs_of(block):
            yield from walk_blocks(run)


def runs_of(block: Block) -> Iterator[Sequence[Block]]:
    """The runs of blocks that stand directly in a block: its children, the items of a list …"""
    match block:
        case BlockQuote() | FootnoteDefinition() | Box():
            yield block.children
        case List():
            for item in block.items:
                yield item.children
        case DefinitionList():
            for definition in block.definitions:
                yield from definition.meanings
        case _:
            pass


def lines_of(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The runs of inline nodes that stand directly in a block: a paragraph's text, a table's cells …"""
    match block:
        case Paragraph() | Heading():
            yield block.children
        case Box():
            yield block.title
        case Table():
            for row in (block.head, *block.rows):
                for cell in row:
                    yield cell.children
        case DefinitionList():
            for definition in block.definitions:
                yield definition.term
        case _:
            pass


def walk_inlines(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline node, each before what is inside it; prefixes and suffixes of citations are left out."""
    for node in nodes:
        yield node
        if isinstance(node, Emphasis | Strong | Strikethrough | Link | BracketedSpan | Quoted):
            yield from walk_inlines(node.children)


def inlines_in(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Every inline node of a tree."""
    for block in walk_blocks(blocks):
        for line in lines_of(block):
            yield from walk_inlines(line)


def citations_in(blocks: Iterable[Block]) -> Iterator[Citation]:
    """Every citation of a tree."""
    for node in inlines_in(blocks):
        if isinstance(node, CitationNode):
            yield node.citation
