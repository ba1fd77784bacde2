"""Captures: our stored copies of works, as captures.yml describes them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from briefgen.model.document_facts import NO_FACTS, DocumentFacts
from briefgen.model.picture import Crop, Picture
from briefgen.model.spans import UNSEEN, SpanKind, TextSpan
from briefgen.model.stamp import Signature, Stamp
from briefgen.text import Span

UNKNOWN = "unknown"
"""What stands for the day of a capture where nobody knows it."""
ON_OR_AFTER = "on or after "
"""What stands before a day where only that is known, as of a document that bears a date."""


class UrlStatus(StrEnum):
    """What became of the work's own address."""

    LIVE = "live"
    DEAD = "dead"
    DELETED = "deleted"
    UNFIT = "unfit"
    MISSING = "missing"


class TextBy(StrEnum):
    """How the text of an image, a recording or a PDF was made."""

    HAND = "hand"
    OCR = "ocr"
    EXTRACTION = "extraction"


class Holds(StrEnum):
    """What a capture holds that is not the whole of its work."""

    ABSTRACT = "abstract"
    EXCERPT = "excerpt"


class Publish(StrEnum):
    """What readers may see of a capture."""

    EXCERPTS = "excerpts"
    FULL = "full"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of `seeds/` as it lies there: its path relative to the root, its bytes and their sha256."""

    path: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    """One entry of captures.yml: what an author says of a capture; nothing is checked yet.

    `captured` is a date or a date and time with zone, ISO 8601, as written, `UNKNOWN`, or `ON_OR_AFTER` and
    a date; `stamped` is the date that the document itself bears, which says nothing of its capture.
    `obtained_in` has how it came to us in several languages, each with its tag. `text` is a second file
    with the text; `text_sha256` is its hash and `extractor` the program that made it, where one did.
    `spans` is a third one that says what its stretches are, `spans_sha256` its hash. `stamp` is one with a
    time stamp of the captured file. `number` is its place
    among the captures of the work, from 1.
    """

    key: str
    key_span: Span
    file: str
    file_span: Span
    sha256: str
    sha256_span: Span
    captured: str
    language: str
    stamped: str = ""
    obtained: str = ""
    obtained_in: tuple[tuple[str, str], ...] = ()
    url_status: UrlStatus | None = None
    archive: str = ""
    source_line: str = ""
    truncated: bool = False
    holds: Holds | None = None
    text: str = ""
    text_span: Span | None = None
    text_by: TextBy | None = None
    text_sha256: str = ""
    text_sha256_span: Span | None = None
    extractor: str = ""
    spans: str = ""
    spans_span: Span | None = None
    spans_sha256: str = ""
    spans_sha256_span: Span | None = None
    copies: str = ""
    copies_span: Span | None = None
    publish: Publish = Publish.EXCERPTS
    crops: tuple[Crop, ...] = ()
    stamp: str = ""
    stamp_span: Span | None = None
    number: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether the capture is the whole document, as far as is said."""
        return not self.truncated and self.holds is None


@dataclass(frozen=True, slots=True)
class NoCapture:
    """An entry of captures.yml that says ``capture: none``: the work has no capture, and `why` says why.

    With ``capture: withheld`` there was one, which nobody may be shown: `sha256` is its hash, else empty.
    `language` is the BCP 47 language of the work, empty where the entry does not say it.
    """

    key: str
    key_span: Span
    why: str
    language: str = ""
    sha256: str = ""


class ListState(StrEnum):
    """What became of captures.yml: it may be absent, have faults (which were reported), or be whole."""

    ABSENT = "absent"
    FAULTY = "faulty"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class CaptureList:
    """What captures.yml says, in the order written.

    Of a faulty list only what could be read is here: a work without a record may have one all the same.
    """

    records: tuple[CaptureRecord, ...] = ()
    uncaptured: tuple[NoCapture, ...] = ()
    state: ListState = ListState.WHOLE

    @property
    def entries(self) -> tuple[CaptureRecord | NoCapture, ...]:
        """What it says of works, captures first."""
        return (*self.records, *self.uncaptured)

    @property
    def folded_keys(self) -> frozenset[str]:
        """The keys of its entries, case-folded: one in the wrong case, an error by itself, means its work."""
        return frozenset(entry.key.casefold() for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Capture:
    """A capture whose bytes are there, match their hash and read as text.

    `text` is the capture's text, NFC, with ``\\n`` line ends and no byte order mark: offsets of found
    quotations count its code points. `text_sha256` is the hash of the file the text was read from where that
    is not the captured file itself. `spans` say what stretches of the text are, where that is known: `text`
    has spaces in the place of what its sentences run past, `whole` has everything. `picture` is what it looks
    like, where it is one; `facts` is what the document says of itself, where that was kept; `stamp` is what a
    time stamp beside it says, and `signature` who signed it, if it is a packed web archive.
    """

    record: CaptureRecord
    text: str
    text_sha256: str = ""
    spans: tuple[TextSpan, ...] = ()
    whole: str = ""
    picture: Picture | None = None
    facts: DocumentFacts = NO_FACTS
    stamp: Stamp | None = None
    signature: Signature | None = None

    @property
    def key(self) -> str:
        """The citation key of the captured work."""
        return self.record.key

    @property
    def number(self) -> int:
        """Its place among the captures of the work, from 1."""
        return self.record.number

    @property
    def language(self) -> str:
        """The BCP 47 language of the captured text."""
        return self.record.language

    @property
    def pinned(self) -> tuple[object, ...]:
        """What says all that a capture is: the bytes of its files are known by their hashes."""
        return self.record, self.text_sha256, self.stamp, self.signature

    def showing(self, ranges: Iterable[tuple[int, int]]) -> "Capture":
        """The same with the whole of what is quoted in its text, where it begins or ends beside sentences."""
        if not self.whole:
            return self
        text = self.text
        for start, end in ranges:
            if any(text[at] in _UNSEEN and self.whole[at] not in _UNSEEN for at in (start, end - 1)):
                text = text[:start] + self.whole[start:end] + text[end:]
        return self if text == self.text else replace(self, text=text)

    @property
    def page_count(self) -> int:
        """How many pages with text the document has; none where it has no pages."""
        return sum(one.kind is SpanKind.PAGE for one in self.spans)

    def pages(self, ranges: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """The pages that stretches stand on, as the document numbers them; none where it has none."""
        wanted = tuple(ranges)
        return tuple(
            one.label
            for one in self.spans
            if one.kind is SpanKind.PAGE and any(start < one.end and one.start < end for start, end in wanted)
        )


_UNSEEN = frozenset({" ", "\n", UNSEEN})


@dataclass(frozen=True, slots=True)
class Captures:
    """Captures in the order of captures.yml, and each by the key of its work and its number."""

    every: tuple[Capture, ...] = ()
    _by_key: Mapping[str, tuple[Capture, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        grouped: dict[str, tuple[Capture, ...]] = {}
        for capture in self.every:
            grouped[capture.key] = (*grouped.get(capture.key, ()), capture)
        object.__setattr__(self, "_by_key", grouped)

    def __iter__(self) -> Iterator[Capture]:
        return iter(self.every)

    def of(self, key: str) -> tuple[Capture, ...]:
        """The captures of a work."""
        return self._by_key.get(key, ())

    def numbered(self, key: str, number: int) -> Capture:
        """One of the captures of a work. Raises KeyError where there is none of this number."""
        for capture in self.of(key):
            if capture.number == number:
                return capture
        raise KeyError((key, number))
