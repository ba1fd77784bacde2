"""Places as editors count them: lines from 0, and within a line units of an encoding.

Editors agree with a server on UTF-8, UTF-16 or UTF-32; we count code points, as UTF-32 does.
"""

from dataclasses import dataclass
from enum import StrEnum

from briefgen.text import Span, TextFile


class Encoding(StrEnum):
    """What one unit of a column is."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


@dataclass(frozen=True, slots=True)
class Position:
    """A place as an editor says it."""

    line: int
    character: int


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch between two places, its end exclusive."""

    start: Position
    end: Position


def width(text: str, encoding: Encoding) -> int:
    """How many units a text without line ends has."""
    if encoding is Encoding.UTF32 or text.isascii():
        return len(text)
    if encoding is Encoding.UTF16:
        return len(text) + sum(character > "\uffff" for character in text)
    return len(text.encode("utf-8", "surrogatepass"))


def position_of(file: TextFile, offset: int, encoding: Encoding) -> Position:
    """The place of an offset, which may be beyond the end."""
    offset = min(offset, len(file.text))
    line = file.line_of(offset)
    start = file.line_starts[line - 1]
    return Position(line - 1, width(file.text[start:offset], encoding))


def range_of(span: Span, encoding: Encoding) -> Range:
    """The stretch that a span is."""
    return Range(position_of(span.file, span.start, encoding), position_of(span.file, span.end, encoding))


def offset_of(file: TextFile, position: Position, encoding: Encoding) -> int:
    """The offset of a place: of one beyond a line's end or the text's, the end; of one within a character,
    its start."""
    if position.line >= len(file.line_starts):
        return len(file.text)
    line = file.line_text(max(position.line, 0) + 1)
    start = file.line_starts[max(position.line, 0)]
    if encoding is Encoding.UTF32 or line.isascii():
        return start + min(max(position.character, 0), len(line))
    units = 0
    for at, character in enumerate(line):
        units += width(character, encoding)
        if units > position.character:
            return start + at
    return start + len(line)
