"""Texts and places in them: the bottom of everything.

Offsets count Unicode code points from 0, ends are exclusive. Lines and columns count from 1.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class TextFile:
    """One text as briefgen reads it: decoded from UTF-8, no byte order mark, lines ended by ``\\n``.

    `path` is relative to the project's root and written with ``/``.
    """

    path: str
    text: str
    _starts: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Where each line begins; looked for when it is first asked, which of many a text nobody does."""
        if not self._starts:
            ends = accumulate(len(line) + 1 for line in self.text.split("\n"))
            object.__setattr__(self, "_starts", (0, *ends)[:-1])
        return self._starts

    def line_of(self, offset: int) -> int:
        """The number of the line that holds `offset`, from 1."""
        return bisect_right(self.line_starts, offset)

    def column_of(self, offset: int) -> int:
        """The column of `offset` in its line, from 1, in code points."""
        return offset - self.line_starts[self.line_of(offset) - 1] + 1

    def line_end(self, line: int) -> int:
        """Where a line (from 1) ends, before its line end."""
        starts = self.line_starts
        return starts[line] - 1 if line < len(starts) else len(self.text)

    def line_text(self, line: int) -> str:
        """The text of a line (from 1) without its line end."""
        return self.text[self.line_starts[line - 1] : self.line_end(line)]

    def span(self, start: int, end: int) -> "Span":
        """The span ``[start, end)`` of this file."""
        return Span(self, start, end)

    def whole_line(self, line: int) -> "Span":
        """The span of a line (from 1) without its line end."""
        return Span(self, self.line_starts[line - 1], self.line_end(line))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``[start, end)`` of a text file."""

    file: TextFile = field(repr=False)
    start: int
    end: int

    def __hash__(self) -> int:
        # Nodes are looked up by their spans, tens of thousands of times in a build.
        return hash((self.file.path, self.start, self.end))

    @property
    def path(self) -> str:
        """The file's path, relative to the project's root."""
        return self.file.path

    def holds(self, other: "Span") -> bool:
        """Whether another stretch of the same file lies in this one."""
        return self.file == other.file and self.start <= other.start and other.end <= self.end

    @property
    def line(self) -> int:
        """The line the span starts in, from 1."""
        return self.file.line_of(self.start)

    @property
    def column(self) -> int:
        """The column the span starts at, from 1."""
        return self.file.column_of(self.start)

    @property
    def text(self) -> str:
        """The text the span covers."""
        return self.file.text[self.start : self.end]

    def to(self, other: "Span") -> "Span":
        """The span from the start of this one to the end of `other`, in the same file."""
        return Span(self.file, self.start, other.end)


_MOST_MARKS = 100


def nfc(text: str) -> str:
    """A text in NFC; as it is where more than a hundred combining marks follow each other.

    No script writes so many, and putting them in order costs the square of their number.
    """
    if text.isascii():
        return text
    if len(text) > _MOST_MARKS:
        marks = bytes(bool(unicodedata.combining(character)) for character in text)
        if b"\x01" * _MOST_MARKS in marks:
            return text
    return unicodedata.normalize("NFC", text)


def has_words(text: str) -> bool:
    """Whether a text says anything: it holds a letter of some script."""
    return any(character.isalpha() for character in text)
