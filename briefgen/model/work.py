"""Works: what the bibliography says of the things cited."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefgen.text import Span


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the season, the month or the day (None where unknown).

    `year` counts as ISO 8601 does: 0 is 1 BC, -1 is 2 BC. `approximate` is EDTF's ``~``, `uncertain` its
    ``?``, `season` 1 (spring) to 4 (winter), without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False
    season: int = 0

    def iso(self) -> str:
        """ISO 8601, as exact as the date is known: ``2025``, ``2025-06`` or ``2025-06-17``."""
        parts = [f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"]
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
    """A person (`family`, with `given`, `prefix` = von part, `suffix` = Jr part) or a body (`literal`).

    `leads`: the family name is first in Latin script, too, as in Hungarian; None where nothing says so.
    """

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""
    leads: bool | None = None

    @property
    def short(self) -> str:
        """What a narrative citation prints: the family name with its prefix, or the body's name.

        A Chinese, Japanese or Korean name is given whole, as people there are called.
        """
        if self.family_first:
            return self.full
        return self.literal or " ".join(part for part in (self.prefix, self.family) if part)

    @property
    def family_first(self) -> bool:
        """Whether the name is written in a script in which the family name comes first, without a space."""
        both = self.family + self.given
        return bool(both and not self.literal) and all(
            _is_east_asian(char) for char in both if char.isalpha()
        )

    @property
    def full(self) -> str:
        """Given name first: ``Ludwig van Beethoven``, ``Martin Luther King Jr.``, or the body's name.

        In Chinese, Japanese and Korean script the family name is first: ``毛泽东``; and where it `leads`:
        ``Petőfi Sándor``.
        """
        if self.literal:
            return self.literal
        if self.family_first:
            return self.family + self.given
        given_first = (self.given, self.prefix, self.family)
        ordered = (self.prefix, self.family, self.given) if self.leads else given_first
        whole = " ".join(part for part in ordered if part)
        return f"{whole} {self.suffix}" if self.suffix else whole


def _is_east_asian(char: str) -> bool:
    """Whether a letter is Chinese, Japanese or Korean; the Japanese middle dot joins foreign names."""
    return (
        "\u3400" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7a3"
        or "\u3040" <= char <= "\u30fa"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U000323af"
        or char == "\u3005"
    )


@dataclass(frozen=True, slots=True)
class Contribution:
    """Who did what for a work beside writing, editing and translating it: `role` is a name of BibLaTeX's."""

    role: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """What a work was before: the first edition of a reprint, the book that was translated."""

    title: str = ""
    publisher: str = ""
    place: str = ""
    date: PartialDate | DateRange | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """The conference, exhibition or day on which a work was first presented."""

    title: str = ""
    venue: str = ""
    date: PartialDate | DateRange | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number by which a work is found: what it is called, the number, and where it leads, if anywhere."""

    label: str
    number: str
    url: str = ""


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


STATUSES = ("retracted", "corrected", "superseded", "disputed")
"""What may have become of a work that readers must know."""


@dataclass(frozen=True, slots=True)
class Work:
    """One entry of the bibliography; every text is plain Unicode, LaTeX resolved, never empty-but-set.

    `entry_type` is the type as written (lower case), `kind` the reference pattern used for it. `container` is
    what the work appeared in (journal, book, site, newspaper), `main_title` the work in several volumes
    that this one, or its container, is a volume of; `publisher` who issued it, `institution` the
    university, office or body behind it, where that is another. `language` is BCP 47, `languages` all of
    several. `date_text` is what stands in place of a date and is none (``in press``). `status` is one of
    `STATUSES`, empty for most; `superseded_by` the key of the work that replaces it. `members` are the
    works of a set, `related` those that it is a translation, a reprint or a review of, say. `note` is
    printed only where the settings say so, `addendum` and `how_published` are part of the reference.
    `marked` has those texts, by the names of their fields, in which something is emphasised, raised or
    lowered (`briefgen.bibliography.marks`). `other_fields` keeps, sorted by name, every field that has no
    place here, so that nothing of an entry is lost.
    """

    key: str
    entry_type: str
    kind: WorkKind
    span: Span
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    container_authors: tuple[Name, ...] = ()
    contributors: tuple[Contribution, ...] = ()
    editor_role: str = ""
    title: str = ""
    subtitle: str = ""
    title_addon: str = ""
    short_title: str = ""
    short_author: str = ""
    container: str = ""
    container_addon: str = ""
    main_title: str = ""
    issue_title: str = ""
    journal_series: str = ""
    publisher: str = ""
    institution: str = ""
    place: str = ""
    event: Event = Event()
    original: Original = Original()
    type_label: str = ""
    number: str = ""
    volume: str = ""
    part: str = ""
    volumes: str = ""
    chapter: str = ""
    issue: str = ""
    edition: str = ""
    version: str = ""
    series: str = ""
    pages: str = ""
    date: PartialDate | DateRange | None = None
    date_text: str = ""
    url: str = ""
    url_shown: str = ""
    more_urls: tuple[str, ...] = ()
    accessed: PartialDate | None = None
    status: str = ""
    superseded_by: str = ""
    doi: str = ""
    isbn: str = ""
    eprint: str = ""
    eprint_type: str = ""
    identifiers: tuple[Identifier, ...] = ()
    case_citation: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    how_published: str = ""
    addendum: str = ""
    note: str = ""
    abstract: str = ""
    members: "tuple[Work, ...]" = ()
    related: "tuple[Work, ...]" = ()
    marked: tuple[tuple[str, str], ...] = ()
    other_fields: tuple[tuple[str, str], ...] = ()

    def __hash__(self) -> int:
        # What is made of a work is looked up at each citation, and hardly two works have one key.
        return hash(self.key)


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
