"""Works: what the bibliography says of the things cited."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefgen.text import Span


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day (EDTF level 0; month and day None where unknown).

    `approximate` is EDTF's ``~``, `uncertain` its ``?``.
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False

    def iso(self) -> str:
        """ISO 8601, as exact as the date is known: ``2025``, ``2025-06`` or ``2025-06-17``."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one partial date to another; either end may be open (None)."""

    start: PartialDate | None
    end: PartialDate | None

    def iso(self) -> str:
        """ISO 8601 interval with ``/``, an open end left empty."""
        return f"{self.start.iso() if self.start else ''}/{self.end.iso() if self.end else ''}"


@dataclass(frozen=True, slots=True)
class Name:
    """A person (`family`, with `given`, `prefix` = von part, `suffix` = Jr part) or a body (`literal`)."""

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def short(self) -> str:
        """What a narrative citation prints: the family name with its prefix, or the body's name."""
        return self.literal or " ".join(part for part in (self.prefix, self.family) if part)

    @property
    def full(self) -> str:
        """Given name first: ``Ludwig van Beethoven``, ``Martin Luther King Jr.``, or the body's name."""
        if self.literal:
            return self.literal
        whole = " ".join(part for part in (self.given, self.prefix, self.family) if part)
        return f"{whole} {self.suffix}" if self.suffix else whole


class WorkKind(StrEnum):
    """The shapes of reference we know; every entry type of a `.bib` file is mapped to one of them."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    REPORT = "report"
    THESIS = "thesis"
    WEB = "web"
    LEGAL = "legal"
    DATASET = "dataset"
    SOFTWARE = "software"
    MEDIA = "media"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Work:
    """One entry of the bibliography; every text is plain Unicode, LaTeX resolved, never empty-but-set.

    `entry_type` is the type as written (lower case), `kind` the reference pattern used for it.
    `container` is what the work appeared in (journal, book, site, newspaper); `publisher` who issued it
    (also institution, school). `language` is BCP 47. `note` is shown on the work's own page only,
    `addendum` and `how_published` are part of the reference. `other_fields` keeps, sorted by name, every
    field that has no place here, so that nothing of an entry is lost.
    """

    key: str
    entry_type: str
    kind: WorkKind
    span: Span
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    title: str = ""
    subtitle: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    type_label: str = ""
    number: str = ""
    volume: str = ""
    issue: str = ""
    edition: str = ""
    series: str = ""
    pages: str = ""
    date: PartialDate | DateRange | None = None
    url: str = ""
    accessed: PartialDate | None = None
    doi: str = ""
    isbn: str = ""
    eprint: str = ""
    eprint_type: str = ""
    language: str = ""
    how_published: str = ""
    addendum: str = ""
    note: str = ""
    abstract: str = ""
    other_fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The works in the order written, and each by its key."""

    works: tuple[Work, ...] = ()
    _by_key: Mapping[str, Work] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {work.key: work for work in self.works})

    def __iter__(self) -> Iterator[Work]:
        return iter(self.works)

    def __len__(self) -> int:
        return len(self.works)

    def __getitem__(self, key: str) -> Work:
        """The work of a key. Raises KeyError where there is none."""
        return self._by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def get(self, key: str) -> Work | None:
        """The work of a key, None where there is none."""
        return self._by_key.get(key)

    @property
    def keys(self) -> Collection[str]:
        """The keys, in the order written."""
        return self._by_key.keys()
