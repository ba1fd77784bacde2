"""The events that a brief marks, and where each stands on its page."""

from collections.abc import Collection, Iterable, Iterator

from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.dates import SomeDate, read_date
from briefgen.markdown.plain import block_text, plain_text, without_citations
from briefgen.markdown.walk import parts_of, walk_blocks, walk_inlines
from briefgen.model.attributes import Attributes
from briefgen.model.block import Block, Box, Paragraph
from briefgen.model.box import BoxKind
from briefgen.model.event import EVENT, Event, names_event
from briefgen.model.inline import BracketedSpan
from briefgen.model.layout import anchors
from briefgen.model.work import DateRange, PartialDate
from briefgen.model.workspace import VerifiedBrief
from briefgen.remembered import remembered
from briefgen.render.heading_ids import heading_ids
from briefgen.sentences import SentenceMap
from briefgen.summed import summed

_MONTHS, _DAYS = 12, 372
"""Of a year, for its drawing and its order: each month has 31 days."""
_SEASON = 0.25


@remembered()
@summed
def events_of(brief: VerifiedBrief) -> tuple[Event, ...]:
    """All events of a brief in the order of time."""
    blocks, lang, text = brief.resolved.blocks, brief.front.lang, brief.resolved.brief.file.text
    if EVENT not in text and "include" not in text:
        return ()  # most briefs mark none
    used = {block.attributes.identifier for block in walk_blocks(blocks) if isinstance(block, Box)}
    used |= {named.place for named in heading_ids(brief.front.title, blocks).values()}
    found = []
    for marked in _marked(blocks):
        date = read_date(marked.attributes.value("date"))
        if date is None:
            continue  # that is an error of the brief
        place = marked.attributes.identifier or _free(date.value, used)
        used.add(place)
        found.append(Event(date.value, _words(marked, lang), place, marked.span))
    return tuple(sorted(found, key=in_time))


def day_of(box: Box, lang: str) -> str:
    """When what a box tells of happened, in words; empty of a box that is no event."""
    found = read_date(box.attributes.value("date")) if box.kind is BoxKind.EVENT else None
    return format_date(found.value, lang) if found else ""


def in_time(event: Event) -> tuple[float, float, str]:
    """The place of an event among others: by its beginning, the exact ones first."""
    start, end = reach(event.date)
    first = start if start is not None else end if end is not None else 0.0
    return first, end if end is not None else first, event.words


def reach(date: SomeDate) -> tuple[float | None, float | None]:
    """From when to when a date reaches, in years; an open end is None."""
    if isinstance(date, DateRange):
        return _from(date.start) if date.start else None, _until(date.end) if date.end else None
    return _from(date), _until(date)


def _from(date: PartialDate) -> float:
    if date.season:
        return date.year + _SEASON * (date.season - 1) + 2 / _MONTHS
    return date.year + ((date.month or 1) - 1) / _MONTHS + ((date.day or 1) - 1) / _DAYS


def _until(date: PartialDate) -> float:
    length = _SEASON if date.season else 1 / _DAYS if date.day else 1 / _MONTHS if date.month else 1
    return _from(date) + length


def _marked(blocks: Iterable[Block]) -> Iterator[Box | BracketedSpan]:
    """Boxes and words that name events, in the order of the text."""
    for block in blocks:
        if isinstance(block, Box) and block.kind is BoxKind.EVENT:
            yield block
        for part in parts_of(block):
            for node in walk_inlines(part.line or ()):
                if isinstance(node, BracketedSpan) and names_event(node.attributes):
                    yield node
            yield from _marked(part.blocks or ())


def _free(date: SomeDate, used: Collection[str]) -> str:
    number = 1
    while (place := anchors.event(date.iso(), number)) in used:
        number += 1
    return place


def _words(marked: Box | BracketedSpan, lang: str) -> str:
    """What happened: the `title`, or the words themselves; of a box without one, its first sentence."""
    if titled := _plain(marked.attributes):
        return titled
    if isinstance(marked, BracketedSpan):
        return " ".join(plain_text(without_citations(marked.children)).split())
    title = " ".join(plain_text(without_citations(marked.title)).split())
    return title or _first_sentence(marked, lang)


def _plain(attributes: Attributes) -> str:
    return " ".join(attributes.value("title").split())


def _first_sentence(box: Box, lang: str) -> str:
    first = next((block for block in walk_blocks(box.children) if isinstance(block, Paragraph)), None)
    said = " ".join((plain_text(without_citations(first.children)) if first else block_text(box)).split())
    return said[: SentenceMap(said, lang).end(0)].strip().removesuffix(".")
