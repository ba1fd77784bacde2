"""How far what a brief says is covered by what it cites, in numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.coverage.figures import Unit, units_with_figures
from briefgen.excerpts import excerpt, merged, shows_later
from briefgen.markdown.denying import absent_words
from briefgen.model.brief import Status
from briefgen.model.capture import Capture, Publish
from briefgen.model.compared import Compared
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.stated.absence import count_words
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Works that all go back to one: `works` are their keys, `origin` is its own."""

    origin: str
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefCoverage:
    """One brief in numbers.

    `figures` counts the paragraphs and tables with figures or dates, `uncited` are those without a citation.
    `unquoted` are the keys of works cited, captured and not quoted; `shared` the origins that several works
    cited have. `sentences` counts those that cite a work for what they say, `retold` are the citations of
    those for which no words are quoted.
    """

    brief: VerifiedBrief
    figures: int
    uncited: tuple[Unit, ...]
    citations: int
    works: int
    origins: int
    captured: int
    unquoted: tuple[str, ...]
    shared: tuple[Origin, ...]
    sentences: int
    retold: tuple[Span, ...]
    verified: int
    unchecked: int
    unbound: int


@dataclass(frozen=True, slots=True)
class Excerpts:
    """How many words of a capture readers are shown, in all briefs together, none counted twice.

    These are the quoted words and, as far as the capture may be published, the sentences around them.
    """

    capture: Capture
    words: int
    of: int
    briefs: tuple[tuple[str, int], ...]

    @property
    def share(self) -> int:
        """The words as per cent of the capture's, rounded up: above zero is never shown as zero."""
        return -(-100 * self.words // self.of) if self.of else 0


class Origins:
    """Which work another one repeats, as ``copies:`` in captures.yml says."""

    def __init__(self, captures: Iterable[Capture]) -> None:
        self._copies: dict[str, str] = {}
        for capture in captures:
            if capture.record.copies:
                self._copies.setdefault(capture.key, capture.record.copies)

    def of(self, key: str) -> str:
        """The key of the first work in the chain; its own when it repeats none."""
        seen = {key}
        while (copied := self._copies.get(key, "")) and copied not in seen:
            seen.add(copied)
            key = copied
        return key

    def grouped(self, keys: Iterable[str]) -> tuple[Origin, ...]:
        """Works by origin, each origin with all of its works once."""
        groups: dict[str, dict[str, None]] = {}
        for key in keys:
            groups.setdefault(self.of(key), {})[key] = None
        return tuple(Origin(origin, tuple(group)) for origin, group in groups.items())


def measure_brief(brief: VerifiedBrief, captured: frozenset[str], origins: Origins) -> BriefCoverage:
    """One brief in numbers; `captured` are the keys of works that have a capture."""
    resolved = brief.resolved
    units = units_with_figures(resolved.blocks)
    cited = dict.fromkeys(item.key for citation in resolved.citations for item in citation.items)
    own = [found for found in brief.quotations if not found.resolved.translation]
    quoted = {check.key for found in own for check in found.checks if check.verdict is not None}
    grouped = origins.grouped(cited)
    unbound = sum(not found.quotation.keys for found in own)
    verified = sum(found.verified for found in own)
    sentences = _sentences(brief)
    quoting = {one.quotation.citation.span for one in brief.quotations if one.quotation.citation}
    quoting |= {one.quotation.citation.span for one in brief.missed if one.quotation.citation}
    return BriefCoverage(
        brief=brief,
        figures=len(units),
        uncited=tuple(unit for unit, covered in units if not covered),
        citations=len(resolved.citations),
        works=len(cited),
        origins=len(grouped),
        captured=sum(key in captured for key in cited),
        unquoted=tuple(key for key in cited if key in captured and key not in quoted),
        shared=tuple(group for group in grouped if len(group.works) > 1),
        sentences=len(sentences),
        retold=tuple(one.citations[0] for one in sentences if quoting.isdisjoint(one.citations)),
        verified=verified,
        unchecked=len(own) - verified - unbound,
        unbound=unbound,
    )


def _sentences(brief: VerifiedBrief) -> tuple[Compared, ...]:
    """The sentences that cite a work for what they say, and not for what it does not mention."""
    silent = {
        one.citation.span for one in brief.resolved.citations if any(absent_words(item) for item in one.items)
    }
    return tuple(one for one in brief.compared if not one.absent and silent.isdisjoint(one.citations))


def measure_briefs(corpus: VerifiedCorpus) -> tuple[BriefCoverage, ...]:
    """Every brief in numbers."""
    captured = frozenset(capture.key for capture in corpus.captures)
    origins = Origins(corpus.captures)
    return tuple(measure_brief(brief, captured, origins) for brief in corpus.briefs)


def measure_excerpts(corpus: VerifiedCorpus) -> tuple[Excerpts, ...]:
    """How much of each capture the briefs publish, drafts left out; captures nobody quotes are left out."""
    quoted: dict[tuple[str, int], dict[str, list[tuple[int, int]]]] = {}
    for brief in corpus.texts:
        if brief.front.status is Status.DRAFT:
            continue
        for found in brief.quotations:
            for check in found.checks:
                if check.capture is not None:
                    own = quoted.setdefault((check.key, check.capture), {})
                    own.setdefault(brief.slug, []).extend(check.ranges)
                    if check.since and shows_later(check.key, check.capture, check.since, corpus.captures):
                        later = quoted.setdefault((check.key, check.since.capture), {})
                        later.setdefault(brief.slug, []).extend(filter(None, check.since.ranges))
    return tuple(
        _excerpts(capture, quoted[place])
        for capture in corpus.captures
        if (place := (capture.key, capture.number)) in quoted
    )


def _excerpts(capture: Capture, ranges: Mapping[str, Sequence[tuple[int, int]]]) -> Excerpts:
    shown = {slug: _shown(capture, of_brief) for slug, of_brief in ranges.items()}
    everything = [one for of_brief in shown.values() for one in of_brief]
    if capture.record.publish is Publish.FULL:
        everything = [(0, len(capture.text))]
    return Excerpts(
        capture,
        _words_in(capture, everything),
        count_words(capture.text),
        tuple((slug, _words_in(capture, of_brief)) for slug, of_brief in shown.items()),
    )


def _shown(capture: Capture, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(stretch.start, stretch.end) for stretch in excerpt(capture, ranges)]


def _words_in(capture: Capture, ranges: Iterable[tuple[int, int]]) -> int:
    return sum(count_words(capture.text[start:end]) for start, end in merged(ranges))
