"""What cited sentences state, compared with what the captures of their works state."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Rule
from briefgen.languages import any_language, language_of, primary_tag
from briefgen.markdown.claiming import RAISED, CitingSentence, citing_sentences
from briefgen.model.capture import Capture, Captures
from briefgen.model.work import Bibliography, DateRange, Work
from briefgen.model.workspace import ResolvedBrief
from briefgen.stated.agreement import (
    clock_stands_in,
    day_stands_in,
    nearest_days,
    nearest_figures,
    stands_in,
)
from briefgen.stated.names import NameIndex, names_in
from briefgen.stated.reading import read_stated
from briefgen.stated.values import Day, Figure, Stated
from briefgen.text import Span

_SMALL = 12
_LEAD = 16
_HYPHENS = ("-", "‑")
_LABEL = re.compile(r"([^\W\d_]+\.?|§+) ?$")
_TERMS = frozenset("page folio column line paragraph note chapter section timestamp".split())
_WAY_OUT = 'correct it, or cite where it stands; if it is your own, say why: `[…]{.own reason="…"}`'


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
    def names(self) -> NameIndex:
        """All its words."""
        return NameIndex((self.capture.text, self.capture.whole, self._entry))

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
        self._read: dict[tuple[str, str], tuple[Source, ...]] = {}

    def of(self, key: str, language: str) -> tuple[Source, ...]:
        """The captures of a work, for a text in a language; none where one of them cannot be compared."""
        asked = (key, primary_tag(language))
        if asked not in self._read:
            captures = self.captures.of(key)
            known = all(language_of(one.language) and one.text.strip() for one in captures)
            whole = all(one.record.is_whole for one in captures)
            self._read[asked] = (
                tuple(Source(one, self.works.get(key), language) for one in captures)
                if known and whole
                else ()
            )
        return self._read[asked]


def _entry_words(work: Work) -> str:
    names = (*work.authors, *work.editors, *work.translators, *work.container_authors)
    titles = (work.title, work.subtitle, work.container, work.publisher, work.institution, work.place)
    numbers = (work.number, work.volume, work.issue, work.edition, work.event.title, work.main_title)
    return ". ".join(filter(None, (*titles, *(name.full for name in names), *numbers)))


def _dates(work: Work | None, stamped: str) -> str:
    date = work.date if work else None
    ends = (date.start, date.end) if isinstance(date, DateRange) else (date,)
    return " ; ".join((*(one.iso() for one in ends if one), stamped))


def check_claims(brief: ResolvedBrief, sources: Sources) -> Iterator[Diagnostic]:
    """Numbers, dates and names in sentences that cite captured works, and stand in none of them."""
    language = brief.front.lang
    if language_of(language) is None:
        return
    for sentence in citing_sentences(brief.blocks, language):
        found = [sources.of(key, language) for key in sentence.keys]
        if all(found):
            yield from _check(sentence, [one for of_work in found for one in of_work], language)


def _check(sentence: CitingSentence, sources: list[Source], language: str) -> Iterator[Diagnostic]:
    stated = read_stated(sentence.text, language)
    for figure in stated.figures:
        if _is_claim(figure, sentence.text, language) and not any(
            stands_in(figure, each, foreign=source.foreign) for source in sources for each in source.every()
        ):
            yield _no_figure(figure, sentence, sources)
    for clock in stated.clocks:
        if not any(clock_stands_in(clock, each) for source in sources for each in source.every()):
            span = sentence.span(clock.start, clock.end)
            yield _finding(rules.FIGURE_NOT_IN_CAPTURE, span, sources, ())
    for day in stated.days:
        if not any(day_stands_in(day, each) for each in _together(sources)):
            yield _no_day(day, sentence, sources)
    if any(source.foreign for source in sources):
        return
    for name in names_in(sentence.text, language):
        missing = [word for word in name.words if not any(one.names.has(word) for one in sources)]
        if missing and (len(name.words) == 1 or name.words[-1] in missing):
            span = sentence.span(name.start, name.end)
            yield _finding(rules.NAME_NOT_IN_CAPTURE, span, sources, ())


def _together(sources: list[Source]) -> Iterator[Stated]:
    """What each source states of time: a day in its text may be of the year that only its entry has."""
    for source in sources:
        figures = tuple(one for each in source.every() for one in each.figures)
        yield Stated(figures, tuple(one for each in source.every() for one in each.days))


def _is_claim(figure: Figure, text: str, language: str) -> bool:
    """Whether a number is one of the sentence's: no part of a name (G7), no page of the work, and no small
    number in words."""
    if figure.idle or (not figure.written and figure.value <= _SMALL and not figure.unit):
        return False
    before, behind = text[max(figure.start - _LEAD, 0) : figure.start], text[figure.end : figure.end + 1]
    if behind == RAISED or (before[-1:].isalpha() and text[figure.start].isdecimal()):
        return False
    if before[-1:] in _HYPHENS and before[-2:-1].isalpha():
        return False
    label = _LABEL.search(before)
    return label is None or label[1].lower() not in _places(language)


@cache
def _places(language: str) -> frozenset[str]:
    """The labels of places in a work: what follows one is no statement of the work's."""
    every = any_language().locators + (language_of(language) or any_language()).locators
    return frozenset(label for term, labels in every if term in _TERMS for label in labels)


def _no_figure(figure: Figure, sentence: CitingSentence, sources: list[Source]) -> Diagnostic:
    near = [
        f"`{source.capture.key}` has {_list(source.capture.text, nearest_figures(figure, source.text))}"
        for source in sources
        if source.text.figures
    ]
    return _finding(
        rules.FIGURE_NOT_IN_CAPTURE, sentence.span(figure.start, figure.end), sources, tuple(near)
    )


def _no_day(day: Day, sentence: CitingSentence, sources: list[Source]) -> Diagnostic:
    near = [
        f"`{source.capture.key}` has {_list(source.capture.text, nearest_days(day, source.text))}"
        for source in sources
        if source.text.days
    ]
    return _finding(rules.DATE_NOT_IN_CAPTURE, sentence.span(day.start, day.end), sources, tuple(near))


def _list(text: str, found: tuple[Figure | Day, ...]) -> str:
    return ", ".join(f"“{' '.join(text[one.start : one.end].split())}”" for one in found)


def _finding(rule: Rule, span: Span, sources: list[Source], near: tuple[str, ...]) -> Diagnostic:
    keys = " or ".join(dict.fromkeys(f"`{source.capture.key}`" for source in sources))
    return Diagnostic(rule, span, f"“{span.text}” does not stand in the capture of {keys}", near, _WAY_OUT)
