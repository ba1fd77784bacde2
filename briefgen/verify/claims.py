"""What cited sentences state, compared with what the captures of their works state."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Rule, Told
from briefgen.languages import any_language, language_of
from briefgen.languages.language import Language
from briefgen.markdown.claiming import RAISED, CitingSentence, citing_sentences
from briefgen.markdown.denying import absent_words
from briefgen.model.compared import Compared, NotCompared
from briefgen.model.workspace import ResolvedBrief
from briefgen.stated.agreement import (
    clock_stands_in,
    day_stands_in,
    nearest_days,
    nearest_figures,
    stands_in,
)
from briefgen.stated.names import names_in
from briefgen.stated.reading import read_stated
from briefgen.stated.showing import shows_clock, shows_day, shows_figure
from briefgen.stated.silence import denied_in
from briefgen.stated.values import Clock, Day, Figure, Named, Stated
from briefgen.text import Span
from briefgen.verify.absent import check_word
from briefgen.verify.sources import Source, Sources

_SMALL = 12
_LEAD = 16
_HYPHENS = ("-", "‑")
_LABEL = re.compile(r"([^\W\d_]+\.?|§+) ?$")
_TERMS = frozenset("page folio column line paragraph note chapter section timestamp".split())
_WAY_OUT = 'correct it, or cite where it stands; if it is your own, say why: `[…]{.own reason="…"}`'

_Said = Figure | Day | Clock | Named


def compare_claims(brief: ResolvedBrief, sources: Sources) -> Told[tuple[Compared, ...]]:
    """What of each sentence that cites works was compared with their captures, and stands in none of them."""
    compared: list[Compared] = []
    findings: list[Diagnostic] = []
    for sentence in citing_sentences(brief.blocks, brief.front.lang):
        one = _compare(sentence, sources, brief.front.lang)
        compared.append(one.value)
        findings += one.findings
    return Told(tuple(compared), tuple(findings))


def _compare(sentence: CitingSentence, sources: Sources, language: str) -> Told[Compared]:
    found: list[Source] = []
    why = None if language_of(language) else NotCompared.LANGUAGE
    for key in sentence.keys:
        of_work = sources.of(key, language)
        if isinstance(of_work, NotCompared):
            why = why or of_work
        else:
            found += of_work
    if why:
        return Told(Compared(_places(sentence), sentence.keys, why=why), ())
    return _Comparison(sentence, found, language).made()


class _Comparison:
    """One sentence beside the captures of all works it cites."""

    def __init__(self, sentence: CitingSentence, sources: list[Source], language: str) -> None:
        self._sentence = sentence
        self._sources = sources
        self._language = language
        self._found: dict[str, None] = {}
        self._given: dict[str, None] = {}
        self._partly: dict[str, None] = {}
        self._missing: dict[str, None] = {}
        self._absent: tuple[str, ...] = ()
        self._findings: list[Diagnostic] = []

    def made(self) -> Told[Compared]:
        """Compare all that can be compared."""
        sentence, foreign = self._sentence, any(source.foreign for source in self._sources)
        stated = read_stated(sentence.text, self._language)
        names = () if foreign else names_in(sentence.text, self._language)
        denied = None if foreign else self._denied()
        for figure in stated.figures:
            if not _is_within(figure, denied) and _is_claim(figure, sentence.text, self._language):
                self._figure(figure)
        for clock in stated.clocks:
            self._clock(clock)
        for day in stated.days:
            self._day(day)
        for name in names:
            if not _is_within(name, denied):
                self._name(name)
        compared = Compared(
            _places(sentence),
            sentence.keys,
            tuple(self._found),
            tuple(self._given),
            tuple(self._partly),
            tuple(self._missing),
            self._absent,
            copies=len(self._sources),
        )
        return Told(compared, tuple(self._findings))

    def _denied(self) -> tuple[int, int] | None:
        """The words that the sentence says its works do not have, unless its citation names them itself."""
        items = (item for citation in self._sentence.citations for item in citation.items)
        place = denied_in(self._sentence.text, self._language)
        if place is None or any(absent_words(item) for item in items):
            return None
        words = self._sentence.text[slice(*place)]
        self._absent = (words,)
        for source in self._sources:
            self._findings += check_word(words, source.capture, self._sentence.span(*place))
        return place

    def _figure(self, figure: Figure) -> None:
        sources = self._sources
        if any(
            stands_in(figure, each, foreign=source.foreign) for source in sources for each in source.every()
        ):
            self._note(figure, lambda stated: shows_figure(figure, stated))
        else:
            near = _near(sources, lambda stated: nearest_figures(figure, stated))
            self._miss(rules.FIGURE_NOT_IN_CAPTURE, figure, near)

    def _clock(self, clock: Clock) -> None:
        if any(clock_stands_in(clock, each) for source in self._sources for each in source.every()):
            self._note(clock, lambda stated: shows_clock(clock, stated))
        else:
            self._miss(rules.FIGURE_NOT_IN_CAPTURE, clock)

    def _day(self, day: Day) -> None:
        if any(day_stands_in(day, each) for each in _together(self._sources)):
            self._note(day, lambda stated: shows_day(day, stated))
        else:
            near = _near(self._sources, lambda stated: nearest_days(day, stated))
            self._miss(rules.DATE_NOT_IN_CAPTURE, day, near)

    def _name(self, name: Named) -> None:
        missing = [word for word in name.words if not any(one.names.has(word) for one in self._sources)]
        if missing and (len(name.words) == 1 or name.words[-1] in missing):
            self._miss(rules.NAME_NOT_IN_CAPTURE, name)
            return
        words = self._words(name)
        if any(source.shown_names.shows(words) for source in self._sources):
            self._found[words] = None
        elif any(source.given_names.shows(words) for source in self._sources):
            self._given[words] = None

    def _note(self, what: _Said, shows: Callable[[Stated], bool]) -> None:
        """Note where something stands that is let pass."""
        words = self._words(what)
        if any(shows(stated) for source in self._sources for stated in (source.text, source.beside)):
            self._found[words] = None
        elif any(shows(source.reference) for source in self._sources):
            self._given[words] = None
        else:
            self._partly[words] = None

    def _miss(self, rule: Rule, what: _Said, near: tuple[str, ...] = ()) -> None:
        self._missing[self._words(what)] = None
        span = self._sentence.span(what.start, what.end)
        self._findings.append(_finding(rule, span, self._sources, near))

    def _words(self, what: _Said) -> str:
        return " ".join(self._sentence.text[what.start : what.end].split())


def _is_within(said: _Said, place: tuple[int, int] | None) -> bool:
    return place is not None and place[0] < said.end and said.start < place[1]


def _places(sentence: CitingSentence) -> tuple[Span, ...]:
    return tuple(citation.span for citation in sentence.citations)


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
    return label is None or label[1].lower() not in _labels(language)


@cache
def _labels(language: str) -> frozenset[str]:
    """The labels of places in a work: what follows one is no statement of the work's. Whole words of another
    language may be words of this one (Swedish *not* is a note)."""
    own = language_of(language) or any_language()
    return _labels_of(own) | frozenset(label for label in _labels_of(any_language()) if not label.isalpha())


def _labels_of(language: Language) -> frozenset[str]:
    return frozenset(label for term, labels in language.locators if term in _TERMS for label in labels)


def _near(
    sources: list[Source], nearest: Callable[[Stated], tuple[Figure, ...] | tuple[Day, ...]]
) -> tuple[str, ...]:
    """What of the same kind the captures have instead."""
    listed = ((source.capture, nearest(source.text)) for source in sources)
    return tuple(f"`{capture.key}` has {_list(capture.text, found)}" for capture, found in listed if found)


def _list(text: str, found: tuple[Figure, ...] | tuple[Day, ...]) -> str:
    return ", ".join(f"“{' '.join(text[one.start : one.end].split())}”" for one in found)


def _finding(rule: Rule, span: Span, sources: list[Source], near: tuple[str, ...]) -> Diagnostic:
    keys = " or ".join(dict.fromkeys(f"`{source.capture.key}`" for source in sources))
    return Diagnostic(rule, span, f"“{span.text}” does not stand in the capture of {keys}", near, _WAY_OUT)
