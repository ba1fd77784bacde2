"""What is found: a record is a part of one page, of one kind and in one language."""

from dataclasses import dataclass
from enum import StrEnum


class RecordKind(StrEnum):
    """What a hit is, as readers are told and may filter."""

    BRIEF = "brief"
    FOOTNOTES = "footnotes"
    WORK = "work"
    PASSAGES = "passages"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of text, or with an id a place that a hit can lead to.

    `element` is ``h1`` to ``h6``, ``li`` (a footnote), ``div`` (a box, a passage, a section that goes on) or
    ``p``.
    """

    element: str
    text: str
    identifier: str = ""

    @property
    def size(self) -> int:
        """How many words it has, roughly."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What every record of a page says of the page."""

    address: str
    """Of the page, relative to the site's root."""
    title: str
    title_language: str
    date: str
    """ISO 8601, or nothing."""
    topics: tuple[str, ...]
    verdicts: tuple[str, ...]
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the index."""

    page: PageFacts
    kind: RecordKind
    language: str
    number: int
    """Of the records of this page, kind and language; from 1."""
    pieces: tuple[Piece, ...]
