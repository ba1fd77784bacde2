"""The captures of works, with all that they state."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from briefgen.languages import language_of, primary_tag
from briefgen.model.capture import Capture, Captures
from briefgen.model.compared import NotCompared
from briefgen.model.work import Bibliography, DateRange, Work
from briefgen.stated.names import NameIndex
from briefgen.stated.reading import read_stated
from briefgen.stated.showing import NamesOf
from briefgen.stated.values import Stated


class Source:
    """A captured work, with all that it states; each part is read when it is first asked for."""

    def __init__(self, capture: Capture, work: Work | None, language: str) -> None:
        """`language` is that of the text which cites it."""
        self.capture = capture
        self.foreign = primary_tag(capture.language) != primary_tag(language)
        self._work = work
        self._entry = _entry_words(work) if work else ""

    @cached_property
    def text(self) -> Stated:
        """What its text states."""
        return read_stated(self.capture.text, self.capture.language)

    @cached_property
    def beside(self) -> Stated:
        """What stands in it, notes and the like included."""
        return read_stated(self.capture.whole, self.capture.language) if self.capture.whole else Stated()

    @cached_property
    def entry(self) -> Stated:
        """What its entry states, the date of the work and that which the capture bears included."""
        stated = read_stated(self._entry, self.capture.language)
        more = read_stated(_dates(self._work, self.capture.record.stamped), "en")
        return Stated(stated.figures + more.figures, stated.days + more.days)

    @cached_property
    def reference(self) -> Stated:
        """What the printed reference of the work states."""
        stated = read_stated(self._entry, self.capture.language)
        more = read_stated(_dates(self._work, ""), "en")
        return Stated(stated.figures + more.figures, stated.days + more.days)

    @cached_property
    def names(self) -> NameIndex:
        """All its words."""
        return NameIndex((self.capture.text, self.capture.whole, self._entry))

    @cached_property
    def shown_names(self) -> NamesOf:
        """The words of the capture, and of no other text."""
        return NamesOf((self.capture.text, self.capture.whole))

    @cached_property
    def given_names(self) -> NamesOf:
        """The words of the entry."""
        return NamesOf((self._entry,))

    def every(self) -> Iterator[Stated]:
        """What it states, the text first."""
        yield self.text
        yield self.entry
        yield self.beside


class Sources:
    """The captures of works, each read once."""

    def __init__(self, captures: Captures, works: Bibliography) -> None:
        self.captures = captures
        self.works = works
        self._read: dict[tuple[str, str], tuple[Source, ...] | NotCompared] = {}

    def of(self, key: str, language: str) -> tuple[Source, ...] | NotCompared:
        """The captures of a work, for a text in a language; or why one of them cannot be compared."""
        asked = (key, primary_tag(language))
        if asked not in self._read:
            captures = self.captures.of(key)
            sources = tuple(Source(one, self.works.get(key), language) for one in captures)
            self._read[asked] = _why_not(captures) or sources
        return self._read[asked]


def _why_not(captures: Sequence[Capture]) -> NotCompared | None:
    if not captures:
        return NotCompared.NO_CAPTURE
    if any(not one.record.is_whole or not one.text.strip() for one in captures):
        return NotCompared.NOT_WHOLE
    if any(language_of(one.language) is None for one in captures):
        return NotCompared.LANGUAGE
    return None


def _entry_words(work: Work) -> str:
    names = (*work.authors, *work.editors, *work.translators, *work.container_authors)
    titles = (work.title, work.subtitle, work.container, work.publisher, work.institution, work.place)
    numbers = (work.number, work.volume, work.issue, work.edition, work.event.title, work.main_title)
    return ". ".join(filter(None, (*titles, *(name.full for name in names), *numbers)))


def _dates(work: Work | None, stamped: str) -> str:
    date = work.date if work else None
    ends = (date.start, date.end) if isinstance(date, DateRange) else (date,)
    return " ; ".join((*(one.iso() for one in ends if one), stamped))
