"""A long text in pieces, each compared by itself.

Python-Markdown copies a paragraph for each mark that it finds in it, and walks a whole text for some of its
blocks: a text four times as long takes it sixteen times as long. So what is longer than people write is cut:
lines between words, lists between items, tables between rows, a text between blocks. Each piece begins with
the last block of the one before: what may not stand beside what is seen at every place.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from briefgen.markdown.walk import Blocks, Line, children_of, is_break, lines_in, parts_of, rebuilt_inline
from briefgen.markup.elements import VOID
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
from briefgen.model.inline import Inline, Text
from briefgen.text import Span

LONGEST_LINE = 8_000
LONGEST_TEXT = 48_000
"""In characters of the source; what is no longer is left whole."""
_LINE, _TEXT = 2_000, 12_000
"""How long the pieces are, or a little longer."""
_PART = 1_500
"""And the parts of what is one block, as a list: one of them is in two pieces, so that it is to be short."""
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")

T = TypeVar("T")


def pieces_of(blocks: Sequence[Block]) -> Iterator[Blocks]:
    """The text as it is, or its pieces where it is long."""
    whole = tuple(blocks)
    longest = max((_length(line) for _, line in lines_in(whole)), default=0)
    if longest <= LONGEST_LINE and sum(map(_weight, whole)) <= LONGEST_TEXT:
        yield whole
        return
    run: list[Block] = []
    weight = depth = 0
    for block in _cut_all(whole):
        run.append(block)
        weight += _weight(block)
        depth = _depth(block, depth)
        if weight >= _TEXT and not depth:
            yield tuple(run)
            run, weight = ([block], 0) if _weight(block) < _TEXT else ([], 0)
    if len(run) > 1 or weight:
        yield tuple(run)


def _length(line: Line) -> int:
    return sum(node.span.end - node.span.start for node in line)


def _weight(block: Block) -> int:
    """About how many characters of the source a block is."""
    weight = 8
    stack = [block]
    while stack:
        inner = stack.pop()
        parts = tuple(parts_of(inner))
        if not parts:
            weight += inner.span.end - inner.span.start
        for part in parts:
            weight += 4 + _length(part.line)
            stack += part.blocks
    return weight


def _depth(block: Block, depth: int) -> int:
    """How many elements of raw HTML are open behind a block."""
    if isinstance(block, HtmlBlock):
        for closes, name in _TAG.findall(block.text):
            if name.lower() not in VOID:
                depth = max(depth - 1, 0) if closes else depth + 1
    return depth


def _cut_all(blocks: Iterable[Block]) -> Blocks:
    return tuple(piece for block in blocks for piece in _cut(block))


def _cut(block: Block) -> Sequence[Block]:
    """A block in several of its kind."""
    match block:
        case Paragraph() | Heading():
            return [replace(block, children=line) for line in _cut_line(block.children)]
        case BlockQuote() | Box():
            runs = _runs(_cut_all(block.children), _weight)
            return [replace(block, children=run) for run in runs] or [block]
        case List():
            items = [replace(item, children=_cut_all(item.children)) for item in block.items]
            runs_of_items = _runs(items, lambda item: sum(map(_weight, item.children)))
            return [replace(block, items=run) for run in runs_of_items]
        case Table():
            rows = [row for whole in block.rows for row in _cut_row(whole)]
            runs_of_rows = _runs(rows, lambda row: sum(4 + _length(cell.children) for cell in row))
            return [replace(block, rows=run) for run in runs_of_rows] or [block]
        case DefinitionList():
            definitions = [
                replace(one, term=term, meanings=tuple(_cut_all(meaning) for meaning in one.meanings))
                for one in block.definitions
                for term in _cut_line(one.term)
            ]
            runs_of_terms = _runs(definitions, lambda one: sum(sum(map(_weight, m)) for m in one.meanings))
            return [replace(block, definitions=run) for run in runs_of_terms]
        case FootnoteDefinition():
            return [replace(block, children=_cut_all(block.children))]
        case CodeBlock() | HtmlBlock() | ThematicBreak() | AbbreviationDefinition():
            return [block]


def _runs(parts: Iterable[T], weigh: Callable[[T], int]) -> list[tuple[T, ...]]:
    """The parts in runs, each a small part of a piece."""
    runs: list[tuple[T, ...]] = []
    run: list[T] = []
    weight = 0
    for part in parts:
        run.append(part)
        weight += 8 + weigh(part)
        if weight >= _PART:
            runs.append(tuple(run))
            run, weight = [], 0
    return [*runs, tuple(run)] if run else runs


def _cut_row(row: tuple[TableCell, ...]) -> Iterator[tuple[TableCell, ...]]:
    for lines in zip_longest(*(_cut_line(cell.children) for cell in row), fillvalue=()):
        yield tuple(replace(cell, children=line) for cell, line in zip(row, lines, strict=True))


def _cut_line(line: Line) -> list[Line]:
    """A line in several, none of which begins or ends with a line end."""
    if _length(line) <= LONGEST_LINE:
        return [line]
    lines: list[Line] = []
    run: list[Inline] = []
    length = 0
    for node in line:
        for piece in _cut_inline(node):
            if not run and is_break(piece):
                continue
            run.append(piece)
            length += piece.span.end - piece.span.start
            if length >= _LINE:
                lines.append(_without_breaks(run))
                run, length = [], 0
    return [*lines, _without_breaks(run)] if run else lines or [line]


def _without_breaks(run: list[Inline]) -> Line:
    while run and is_break(run[-1]):
        run.pop()
    return tuple(run)


def _cut_inline(node: Inline) -> Iterator[Inline]:
    """A node in several where it is long: texts at spaces, what holds others with a part of them each."""
    if node.span.end - node.span.start <= LONGEST_LINE:
        yield node
    elif isinstance(node, Text):
        yield from _cut_text(node)
    elif children_of(node):
        for line in _cut_line(children_of(node)):
            yield _holding(node, line)
    else:
        yield node


def _holding(node: Inline, line: Line) -> Inline:
    return rebuilt_inline(node, lambda _: line)


def _cut_text(text: Text) -> Iterator[Text]:
    value, span = text.value, text.span
    if len(value) != span.end - span.start:
        yield text
        return
    start = 0
    while start < len(value):
        space = value.find(" ", start + _LINE, start + 2 * _LINE)
        end = space + 1 if space >= 0 else min(start + _LINE, len(value))
        yield Text(value[start:end], Span(span.file, span.start + start, span.start + end))
        start = end
