"""The passages of works that briefs quote, with every place where they do."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.catalogue import Words, words_for
from briefgen.markdown.walk import parts_of
from briefgen.model.block import Block, Box, FootnoteDefinition
from briefgen.model.capture import Capture, Captures
from briefgen.model.layout import anchors
from briefgen.model.quotation import Quotation
from briefgen.model.since import Since
from briefgen.model.workspace import AuthorFootnote, VerifiedBrief, WorkLookup
from briefgen.remembered import remembered
from briefgen.render.given_translations import GivenTranslation, given_translations
from briefgen.render.view import passage_id
from briefgen.summed import summed_aside
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """A place of a brief where a passage is quoted; `anchor` and `name` are empty where it has no id."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class QuotingBrief:
    """A brief that quotes a passage, the places where it does, and how it translates the passage."""

    brief: VerifiedBrief
    places: tuple[QuotedPlace, ...]
    translations: tuple[GivenTranslation, ...]


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """One stretch, or several, of a capture, and the briefs that quote just this; and what became of it."""

    capture: Capture
    identifier: str
    ranges: tuple[tuple[int, int], ...]
    briefs: tuple[QuotingBrief, ...]
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class Quoting:
    """One quotation, and what came of looking it up in one of its works; `text` is what it quotes."""

    brief: VerifiedBrief
    check: WorkLookup
    text: str
    place: QuotedPlace
    translations: Sequence[GivenTranslation]


def quoted_passages(every: Iterable[Quoting], captures: Captures) -> Mapping[str, tuple[QuotedPassage, ...]]:
    """The passages quoted of each work, by its key, given every quotation: in the order of the work's
    captures, then of their text."""
    order = {(capture.key, capture.number): index for index, capture in enumerate(captures)}
    found: dict[tuple[int, tuple[tuple[int, int], ...]], list[Quoting]] = {}
    for quoting in every:
        check = quoting.check
        if check.verdict is not None and check.capture is not None:
            found.setdefault((order[check.key, check.capture], check.ranges), []).append(quoting)
    passages: dict[str, list[QuotedPassage]] = {}
    for (index, ranges), same in sorted(found.items(), key=lambda item: item[0]):
        check = same[0].check
        passage = _passage(captures.every[index], passage_id(check), ranges, by_brief(same), check.since)
        passages.setdefault(check.key, []).append(passage)
    return {key: tuple(own) for key, own in passages.items()}


@remembered()
def _passage(
    capture: Capture,
    identifier: str,
    ranges: tuple[tuple[int, int], ...],
    briefs: tuple[QuotingBrief, ...],
    since: Since | None,
) -> QuotedPassage:
    return QuotedPassage(capture, identifier, ranges, briefs, since)


def quotings(briefs: Iterable[VerifiedBrief], words: Words) -> Iterator[Quoting]:
    """Every quotation of briefs, once for each work that it is bound to."""
    for brief in briefs:
        yield from _quotings_of(brief, words)


@remembered()
def _quotings_of(brief: VerifiedBrief, words: Words) -> tuple[Quoting, ...]:
    return tuple(Quoting(brief, *quoted) for quoted in quoted_in(brief, words.language))


@summed_aside
def quoted_in(
    brief: VerifiedBrief, language: str
) -> tuple[tuple[WorkLookup, str, QuotedPlace, tuple[GivenTranslation, ...]], ...]:
    """Each quotation with each of its works: what came of looking it up, what it quotes, where it stands, and
    its translations."""
    places = PagePlaces(brief, words_for(language))
    translations = given_translations(brief)
    return tuple(
        (
            check,
            " ".join(found.quotation.text.split()),
            places.of(found.quotation),
            tuple(translations.get(found.quotation.span, ())),
        )
        for found in brief.quotations
        for check in found.checks
    )


def by_brief(same: Iterable[Quoting]) -> tuple[QuotingBrief, ...]:
    """The briefs that quote the same words, in the order given."""
    return _by_brief(tuple(same))


@remembered()
def _by_brief(same: tuple[Quoting, ...]) -> tuple[QuotingBrief, ...]:
    grouped: dict[str, list[Quoting]] = {}
    for quoting in same:
        grouped.setdefault(quoting.brief.slug, []).append(quoting)
    return tuple(
        QuotingBrief(
            own[0].brief,
            tuple(dict.fromkeys(quoting.place for quoting in own)),
            tuple(dict.fromkeys(given for quoting in own for given in quoting.translations)),
        )
        for own in grouped.values()
    )


class PagePlaces:
    """Where on the page of a brief its quotations stand."""

    def __init__(self, brief: VerifiedBrief, words: Words) -> None:
        resolved = brief.resolved
        self._words = words
        self._labels = {citation.citation: citation.label for citation in resolved.citations}
        self._numbers = {note.label: number for number, note in enumerate(resolved.footnotes, start=1)}
        self._definitions = {
            note.definition.span: note.label
            for note in resolved.footnotes
            if isinstance(note, AuthorFootnote)
        }
        by_path: dict[str, list[tuple[Span, QuotedPlace]]] = {}
        for span, place in self._hold(resolved.blocks, QuotedPlace("", "")):
            by_path.setdefault(span.path, []).append((span, place))
        self._held = {path: _sorted(own) for path, own in by_path.items()}

    def of(self, quotation: Quotation) -> QuotedPlace:
        """The mark of the quotation's footnote; without one, the note or the box that it stands in."""
        label = self._labels.get(quotation.citation, "") if quotation.citation else ""
        if label:
            return QuotedPlace(anchors.note_mark(label), self._note(label))
        starts, held = self._held.get(quotation.span.path, ((), ()))
        # The block that begins last of those that hold it stands in all the others.
        for at in range(bisect_right(starts, quotation.span.start) - 1, -1, -1):
            end, place = held[at]
            if end >= quotation.span.end:
                return place
        return QuotedPlace("", "")

    def _hold(self, blocks: Iterable[Block], outer: QuotedPlace) -> Iterator[tuple[Span, QuotedPlace]]:
        """The span of each block and the note or the box that it stands in, each before what is inside it."""
        for block in blocks:
            place = outer
            # Of a page by hand a note to which nothing leads is nobody's fault, and is in no list.
            label = self._definitions.get(block.span) if isinstance(block, FootnoteDefinition) else None
            if label is not None:
                place = QuotedPlace(anchors.note(label), self._note(label))
            if isinstance(block, Box) and block.attributes.identifier:
                place = QuotedPlace(block.attributes.identifier, self._words.box_kind[block.kind])
            yield block.span, place
            for part in parts_of(block):
                yield from self._hold(part.blocks, place)

    def _note(self, label: str) -> str:
        return self._words.quoted_in_note.format(number=self._numbers[label])


def _sorted(
    held: list[tuple[Span, QuotedPlace]],
) -> tuple[list[int], list[tuple[int, QuotedPlace]]]:
    """Where blocks begin, in order, and where each ends and what it stands in."""
    held.sort(key=lambda one: (one[0].start, -one[0].end))
    return [span.start for span, _ in held], [(span.end, place) for span, place in held]
