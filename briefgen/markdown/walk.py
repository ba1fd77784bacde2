"""The traversal of trees: what stands directly in a node, for reading and for rebuilding.

Everything that walks a tree walks by these. A new kind of node has to be given its place here, or mypy
refuses the code. The order is that of the text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

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

Line = tuple[Inline, ...]
"""A run of inline nodes that stands directly in a block: a paragraph's text, a cell of a table …"""

Blocks = tuple[Block, ...]
"""A run of blocks that stands directly in another: the children of a box, those of one item of a list …"""


_HOLD_NONE = frozenset({Text, SoftBreak, HardBreak, Code, Image, HtmlInline, Citation, FootnoteMark, Formula})
"""Inline nodes in which no others stand: most of a text, so that nobody asks them one by one."""
_HOLD_NO_BLOCKS = frozenset(
    {Paragraph, Heading, Table, CodeBlock, HtmlBlock, ThematicBreak, AbbreviationDefinition}
)
"""Blocks in which no others stand."""


class Part(NamedTuple):
    """What stands directly in a block, in one place of it: a line of inline nodes, or blocks."""

    line: Line = ()
    blocks: Blocks = ()


def parts_of(block: Block) -> Iterator[Part]:
    """What stands directly in a block, in the order of the text."""
    match block:
        case Paragraph() | Heading():
            yield Part(line=block.children)
        case BlockQuote() | FootnoteDefinition():
            yield Part(blocks=block.children)
        case Box():
            yield Part(line=block.title)
            yield Part(blocks=block.children)
        case List():
            for item in block.items:
                yield Part(blocks=item.children)
        case Table():
            for row in (block.head, *block.rows):
                for cell in row:
                    yield Part(line=cell.children)
        case DefinitionList():
            for definition in block.definitions:
                yield Part(line=definition.term)
                for meaning in definition.meanings:
                    yield Part(blocks=meaning)
        case CodeBlock() | HtmlBlock() | ThematicBreak() | AbbreviationDefinition():
            return


def rebuilt(
    block: Block, blocks: Callable[[Blocks], Blocks], line: Callable[[Line], Line] = lambda line: line
) -> Block:
    """The block with each run of blocks and each line that stands directly in it put through a function."""
    match block:
        case Paragraph() | Heading():
            return replace(block, children=line(block.children))
        case BlockQuote() | FootnoteDefinition():
            return replace(block, children=blocks(block.children))
        case Box():
            return replace(block, title=line(block.title), children=blocks(block.children))
        case List():
            items = tuple(replace(item, children=blocks(item.children)) for item in block.items)
            return replace(block, items=items)
        case Table():
            head, *rows = (
                tuple(replace(cell, children=line(cell.children)) for cell in row)
                for row in (block.head, *block.rows)
            )
            return replace(block, head=head, rows=tuple(rows))
        case DefinitionList():
            definitions = tuple(
                replace(one, term=line(one.term), meanings=tuple(blocks(each) for each in one.meanings))
                for one in block.definitions
            )
            return replace(block, definitions=definitions)
        case CodeBlock() | HtmlBlock() | ThematicBreak() | AbbreviationDefinition():
            return block


def children_of(node: Inline) -> Line:
    """What stands directly in an inline node; prefixes and suffixes of citations are left out."""
    match node:
        case Text() | SoftBreak() | Citation():  # most of a text
            return ()
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan() | Quoted():
            return node.children
        case Superscript() | Subscript() | Highlighted():
            return node.children
        case HardBreak() | Code() | Image() | HtmlInline() | FootnoteMark() | Formula():
            return ()


def rebuilt_inline(node: Inline, line: Callable[[Line], Line]) -> Inline:
    """The inline node with what stands directly in it put through a function."""
    match node:
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan() | Quoted():
            return replace(node, children=line(node.children))
        case Superscript() | Subscript() | Highlighted():
            return replace(node, children=line(node.children))
        case Text() | SoftBreak() | HardBreak() | Code() | Image() | HtmlInline():
            return node
        case Citation() | FootnoteMark() | Formula():
            return node


def is_break(node: Inline) -> bool:
    """Whether a node ends a line inside a paragraph."""
    match node:
        case SoftBreak() | HardBreak():
            return True
        case Text() | Code() | Image() | HtmlInline() | Citation() | FootnoteMark() | Formula():
            return False
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan() | Quoted():
            return False
        case Superscript() | Subscript() | Highlighted():
            return False


def runs_of(block: Block) -> Sequence[Blocks]:
    """The runs of blocks that stand directly in a block."""
    match block:
        case Paragraph() | Heading() | Table():  # most of a text: trees are walked over and over
            return ()
        case CodeBlock() | HtmlBlock() | ThematicBreak() | AbbreviationDefinition():
            return ()
        case BlockQuote() | FootnoteDefinition() | Box():
            return (block.children,) if block.children else ()
        case List():
            return [item.children for item in block.items if item.children]
        case DefinitionList():
            return [meaning for one in block.definitions for meaning in one.meanings if meaning]


def lines_of(block: Block) -> Sequence[Line]:
    """The lines that stand directly in a block."""
    match block:
        case Paragraph() | Heading():
            return (block.children,) if block.children else ()
        case Table():
            return [cell.children for row in (block.head, *block.rows) for cell in row if cell.children]
        case CodeBlock() | HtmlBlock() | ThematicBreak() | AbbreviationDefinition():
            return ()
        case BlockQuote() | FootnoteDefinition() | List():
            return ()
        case Box():
            return (block.title,) if block.title else ()
        case DefinitionList():
            return [one.term for one in block.definitions if one.term]


def runs_in(blocks: Blocks) -> Iterator[Blocks]:
    """Every run of blocks that are siblings, these first."""
    yield blocks
    for block in blocks:
        for run in runs_of(block):
            yield from runs_in(run)


def walk_blocks(blocks: Iterable[Block]) -> list[Block]:
    """Every block of a tree, each before what is inside it."""
    found: list[Block] = []
    _add_blocks(blocks, found)
    return found


def _add_blocks(blocks: Iterable[Block], found: list[Block]) -> None:
    # A list, and not what yields: trees are walked over and over, and each block would be handed up the tree.
    for block in blocks:
        found.append(block)
        if type(block) not in _HOLD_NO_BLOCKS:
            for run in runs_of(block):
                _add_blocks(run, found)


def lines_in(blocks: Iterable[Block]) -> list[tuple[Block, Line]]:
    """Every line of a tree, with the block that it stands directly in."""
    found: list[tuple[Block, Line]] = []
    _add_lines(blocks, found)
    return found


def _add_lines(blocks: Iterable[Block], found: list[tuple[Block, Line]]) -> None:
    for block in blocks:
        lines = lines_of(block)
        runs = () if type(block) in _HOLD_NO_BLOCKS else runs_of(block)
        if lines and runs:
            for part in parts_of(block):
                if part.line:
                    found.append((block, part.line))
                _add_lines(part.blocks, found)
        else:
            found += [(block, line) for line in lines]
            for run in runs:
                _add_lines(run, found)


def walk_inlines(nodes: Iterable[Inline]) -> list[Inline]:
    """Every inline node, each before what is inside it; prefixes and suffixes of citations are left out."""
    found: list[Inline] = []
    _add_inlines(nodes, found)
    return found


def _add_inlines(nodes: Iterable[Inline], found: list[Inline]) -> None:
    for node in nodes:
        found.append(node)
        if type(node) not in _HOLD_NONE:
            _add_inlines(children_of(node), found)


def inlines_in(blocks: Iterable[Block]) -> list[Inline]:
    """Every inline node of a tree."""
    found: list[Inline] = []
    for _, line in lines_in(blocks):
        _add_inlines(line, found)
    return found


def citations_in(blocks: Iterable[Block]) -> list[Citation]:
    """Every citation of a tree."""
    return [node for node in inlines_in(blocks) if isinstance(node, Citation)]


def keys_in(blocks: tuple[Block, ...]) -> set[str]:
    """The keys of all works that a tree cites, or says its boxes are of."""
    return keys_said(citations_in(blocks), [one for one in walk_blocks(blocks) if isinstance(one, Box)])


def keys_said(citations: Iterable[Citation], boxes: Iterable[Box]) -> set[str]:
    """The same of all citations and boxes of a tree."""
    named = {item.key for citation in citations for item in citation.items}
    return named | {pair.value for box in boxes if (pair := box.attributes.get("of"))}
