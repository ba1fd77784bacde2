"""Large files of BibTeX in pieces, each read by itself, so that what was read of it can be kept.

Only entries of which all is said in them are read in this way: they define and need nothing elsewhere, and
nothing is wrong with them. All others are read in their file, as those of small files are.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from typing import Any
from zlib import crc32

from briefgen.bibliography.bibtex import BibtexReader
from briefgen.bibliography.entry import Entry
from briefgen.bibliography.field_values import MONTHS
from briefgen.bibliography.scan import ScannedEntry, closed_groups, scan
from briefgen.bibliography.works import read_work
from briefgen.diagnostics import Diagnostic
from briefgen.model.work import Work
from briefgen.suggest import Suggestions
from briefgen.text import Span, TextFile

_LEAST = 200_000
"""A file with fewer characters is read at once."""
_IN_A_PIECE = 64
_EMPTY = {one.name: one.default for one in fields(Work) if one.name != "span"}
_NEW_ITEM = re.compile(r"^@[A-Za-z][\w-]*[ \t]*\{", re.MULTILINE)
_COMMENT = re.compile(r"@comment\s*\{", re.IGNORECASE)
_MONTH_DEFINED = re.compile(rf"@string\s*[{{(]\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_LEADS_ELSEWHERE = frozenset({"crossref", "xdata", "ids", "related", "entryset"})
_NO_WORKS = frozenset({"xdata", "set"})


@dataclass(frozen=True, slots=True)
class ReadAlone:
    """An entry that was read alone: where it begins and ends in its piece, and where its key does.

    `said` are those fields of its work that say something, without its place.
    """

    start: int
    end: int
    key_start: int
    key: str
    kind: str
    said: tuple[tuple[str, object], ...]

    def work(self, span: Span) -> Work:
        """The work, at a place."""
        said: dict[str, Any] = dict(self.said)
        return Work(span=span, **said)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file, from one entry's beginning to another's."""

    file: TextFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.file.text[self.start : self.end]


def pieces_of(file: TextFile) -> tuple[Piece, ...]:
    """The pieces of a large file; none of one that is small, or whose words for months are its own.

    Where a piece ends is seen by its last entry alone, so that an entry that is put in moves no other.
    """
    text = file.text
    if len(text) < _LEAST or _MONTH_DEFINED.search(text):
        return ()
    starts = [match.start() for match in _NEW_ITEM.finditer(text)]
    if not starts:
        return ()
    found: list[Piece] = []
    begin = starts[0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if end == len(text) or crc32(text[start:end].encode()) % _IN_A_PIECE == 0:
            found.append(Piece(file, begin, end))
            begin = end
    return tuple(found)


def read_piece(text: str) -> tuple[ReadAlone, ...]:
    """The entries of a piece that can be read alone."""
    starts = [match.start() for match in _NEW_ITEM.finditer(text)]
    ends = [*starts[1:], len(text)]
    read = (_read_alone(text[start:end], start) for start, end in zip(starts, ends, strict=True))
    return tuple(one for one in read if one is not None)


def _read_alone(text: str, start: int) -> ReadAlone | None:
    found: list[Diagnostic] = []
    items = scan(TextFile("", text), found.append)
    item = items[0] if len(items) == 1 else None
    if not isinstance(item, ScannedEntry) or not item.key or item.type in _NO_WORKS:
        return None
    words = {word.text.lower() for field in item.fields for word in field.macros}
    entry = BibtexReader(Suggestions(), found.append).entry(item)
    elsewhere = _LEADS_ELSEWHERE & entry.fields.keys() or any(
        "xdata" in field.value for field in entry.fields.values()
    )
    if found or elsewhere or not words <= frozenset(MONTHS):
        return None
    work = read_work(entry, {}, found.append)
    if found:
        return None
    said = ((name, getattr(work, name)) for name in _EMPTY)
    return ReadAlone(
        start,
        start + len(text),
        start + item.key_span.start,
        item.key,
        item.type,
        tuple((name, value) for name, value in said if value != _EMPTY[name]),
    )


class Alone:
    """The entries of a file that were read alone, by where they begin in it."""

    def __init__(self, file: TextFile, read: Iterable[tuple[Piece, tuple[ReadAlone, ...]]]) -> None:
        self.file = file
        self.ends: dict[int, int] = {}
        self.works: dict[str, tuple[int, ReadAlone]] = {}
        self.entries: list[Entry] = []
        commented = _comments(file.text)
        for piece, several in read:
            for one in several:
                start, end = piece.start + one.start, piece.start + one.end
                if not any(first < start < last for first, last in commented):
                    self._add(start, end, piece.start + one.key_start, one)

    def without(self, keys: Collection[str]) -> None:
        """Have some entries read in their file after all."""
        for key in keys:
            if key in self.works:
                del self.ends[self.works.pop(key)[0]]
        self.entries = [one for one in self.entries if one.key in self.works]

    def _add(self, start: int, end: int, key_start: int, one: ReadAlone) -> None:
        if one.key in self.works:
            return  # which of them counts is seen where both are read
        self.ends[start] = end
        self.works[one.key] = (start, one)
        span = self.file.span(key_start, key_start + len(one.key))
        self.entries.append(Entry(one.kind, one.key, span, {}, self.file.span(start, end)))


def _comments(text: str) -> list[tuple[int, int]]:
    """Where groups that are comments begin and end."""
    if not _COMMENT.search(text):
        return []
    closed = closed_groups(text)
    return [
        (match.start(), closed[match.end() - 1])
        for match in _COMMENT.finditer(text)
        if match.end() - 1 in closed
    ]
