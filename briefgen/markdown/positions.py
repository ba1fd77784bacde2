"""Where the content of an inline token stands in the source.

markdown-it-py gives an inline token its lines and its content, which is the source without the marks
of the containers around it. Here each character of the content gets its offset in the source.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefgen.text import Span, TextFile

_HEADING_TAIL = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*$")


class OffsetMap:
    """Offsets of an inline content in its file: piecewise straight, one piece a line or less, from 0 on."""

    __slots__ = ("_file", "_starts", "_targets")

    def __init__(self, file: TextFile, pieces: Sequence[tuple[int, int]]) -> None:
        """`pieces` are (offset in the content, offset in the file), rising."""
        self._file = file
        self._starts = [piece[0] for piece in pieces]
        self._targets = [piece[1] for piece in pieces]

    def offset(self, position: int) -> int:
        """The offset in the file of a position in the content, 0 to its length."""
        index = bisect_right(self._starts, position) - 1
        return self._targets[index] + position - self._starts[index]

    def straight(self, start: int, end: int) -> list[tuple[int, int]]:
        """The content's ``[start, end)`` cut where the file has something in between."""
        if len(self._starts) == 1:
            return [(start, end)]
        cuts = self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]
        return list(zip([start, *cuts], [*cuts, end], strict=True))

    def span(self, start: int, end: int) -> Span:
        """The span in the file of the content's ``[start, end)``."""
        begin = self.offset(start)
        if len(self._starts) == 1:
            return Span(self._file, begin, begin + max(end - start, 0))
        return Span(self._file, begin, self.offset(end - 1) + 1 if end > start else begin)

    def part(self, start: int, end: int) -> "OffsetMap":
        """The map of the content's ``[start, end)`` taken as a content of its own."""
        inner = range(bisect_right(self._starts, start), bisect_left(self._starts, end))
        pieces = [(0, self.offset(start)), *((self._starts[at] - start, self._targets[at]) for at in inner)]
        return OffsetMap(self._file, pieces)


def map_lines(
    file: TextFile, content: str, first_line: int, shift: int, *, closing_marks: bool = False
) -> OffsetMap:
    """The map of a paragraph's, heading's or term's content that starts at `first_line` (from 0).

    Each line of the content is the tail of its source line; only space at the end of the last one and,
    with `closing_marks`, the ``#`` that close a heading are not in the content. `shift` is the number of
    lines the file has before the parsed text.
    """
    lines = content.split("\n")
    lines[-1] = lines[-1].rstrip()
    number = first_line + shift + 1
    begun = lines[0].rstrip()
    source = _stripped(file, number, closing_marks)
    # A first line of, say, no-break spaces alone is no part of the content.
    while number < len(file.line_starts) and not source.endswith(begun):
        number += 1
        source = _stripped(file, number, closing_marks)
    if len(lines) == 1:
        return OffsetMap(file, [(0, file.line_starts[number - 1] + len(source) - len(begun))])
    pieces = []
    position = 0
    for index, line in enumerate(lines):
        is_last = index == len(lines) - 1
        source = _stripped(file, number, closing_marks) if is_last else file.line_text(number)
        pieces.append((position, file.line_starts[number - 1] + len(source) - len(line)))
        position += len(line) + 1
        number += 1
    return OffsetMap(file, pieces)


def _stripped(file: TextFile, number: int, closing_marks: bool) -> str:
    line = file.line_text(number)
    return (_HEADING_TAIL.sub("", line) if closing_marks else line).rstrip()


def map_row(file: TextFile, contents: Sequence[str], line: int, shift: int) -> list[OffsetMap]:
    """The maps of a table row's cells; `contents` are the cells of the row, `line` counts from 0."""
    number = line + shift + 1
    source, begin = file.line_text(number), file.line_starts[number - 1]
    for start in range(len(source)):
        cells = _split_row(source, start)
        if len(cells) >= 1 and _same_cells(source, cells, contents):
            maps = [_map_cell(file, source, begin, cell) for cell in cells[: len(contents)]]
            while len(maps) < len(contents):  # a short row is filled up with empty cells
                maps.append(OffsetMap(file, [(0, begin + len(source))]))
            return maps
    return [OffsetMap(file, [(0, begin)]) for _ in contents]


_Cell = tuple[int, int]


def _split_row(source: str, start: int) -> list[_Cell]:
    """Cells as trimmed ``[start, end)`` of the source line, split at pipes that are not escaped."""
    while start < len(source) and source[start] in " \t":
        start += 1
    end = len(source.rstrip())
    bounds: list[_Cell] = []
    begin, escaped = start, False
    for position in range(start, end):
        if source[position] == "|" and not escaped:
            bounds.append((begin, position))
            begin = position + 1
        escaped = source[position] == "\\"
    bounds.append((begin, end))
    if bounds and bounds[0][0] == bounds[0][1]:
        bounds.pop(0)
    if bounds and bounds[-1][0] >= bounds[-1][1]:
        bounds.pop()
    return [_trim(source, cell) for cell in bounds]


def _trim(source: str, cell: _Cell) -> _Cell:
    text = source[cell[0] : cell[1]]
    start = cell[0] + len(text) - len(text.lstrip())
    return start, max(start, cell[0] + len(text.rstrip()))


def _same_cells(source: str, cells: Sequence[_Cell], contents: Sequence[str]) -> bool:
    texts = [source[start:end].replace("\\|", "|") for start, end in cells[: len(contents)]]
    texts += [""] * (len(contents) - len(texts))
    return texts == list(contents)


def _map_cell(file: TextFile, source: str, begin: int, cell: _Cell) -> OffsetMap:
    """The cell's content has no backslash before its pipes: a new piece starts at each of those."""
    start, end = cell
    pieces = [(0, begin + start)]
    position, cursor = 0, start
    while (escaped := source.find("\\|", cursor, end)) >= 0:
        position += escaped - cursor
        pieces.append((position, begin + escaped + 1))
        position, cursor = position + 1, escaped + 2
    return OffsetMap(file, pieces)
