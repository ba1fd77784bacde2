"""The events that briefs tell of, by date, the earliest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.bibliography.date_words import format_date
from briefgen.catalogue import Words
from briefgen.model.brief import Status
from briefgen.model.event import Event
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page
from briefgen.model.work import DateRange, PartialDate
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.charts.events import events_chart
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.events import events_of, in_time
from briefgen.render.front import page_text
from briefgen.render.neighbours import periods_line, up_line
from briefgen.render.periods import MOST_ON_A_PAGE, by_period


@dataclass(frozen=True, slots=True)
class Told:
    """An event, and the briefs that tell of it, each with its own words for the place."""

    event: Event
    places: tuple[tuple[VerifiedBrief, str], ...]


def events_pages(
    briefs: Sequence[VerifiedBrief], words: Words, lang: str, most: int = MOST_ON_A_PAGE
) -> tuple[Page, ...]:
    """The page of the events, with more than `most` of them pages of their years; none without events."""
    told = _told(briefs, lang)
    if not told:
        return ()
    said = words.events
    sources = f"[{said.to_sources}]({relative_path(pages.TIMELINE, pages.EVENTS)})"
    body = [
        f"# {said.title}",
        said.intro,
        events_chart([one.event for one in told], words, numbered=False),
        sources,
    ]
    if len(told) <= most:
        return (_page(pages.EVENTS, said.title, [*body, *_years(told, pages.EVENTS, lang)], words, lang),)
    parts = by_period(told, lambda one: _begins(one.event).iso(), most)[::-1]
    body.append(periods_line(parts, f"{pages.EVENTS_BY_TIME.rpartition('/')[2]}/", words, lang))
    made = [_page(pages.EVENTS, said.title, body, words, lang)]
    for period, of in parts:
        path = pages.part_path(pages.EVENTS_BY_TIME, period.iso)
        title = f"{said.title}: {period.words(lang)}"
        up = up_line(said.title, relative_path(pages.EVENTS, path), words, lang)
        made.append(_page(path, title, [up, f"# {escape_text(title)}", *_years(of, path, lang)], words, lang))
    return tuple(made)


def _page(path: str, title: str, body: Iterable[str], words: Words, lang: str) -> Page:
    description = words.events.intro if path == pages.EVENTS else title
    return Page(path, page_text(title, "\n\n".join(body), lang=lang, description=description, wide=False))


def _told(briefs: Sequence[VerifiedBrief], lang: str) -> list[Told]:
    """The events in the order of time: the same words of one date once, and of translations one language."""
    found: dict[tuple[str, str, str], tuple[Event, list[tuple[VerifiedBrief, str]]]] = {}
    every = {
        brief.slug: (brief, events)
        for brief in briefs
        if brief.front.status is Status.PUBLISHED and (events := events_of(brief))
    }
    for brief, events in every.values():
        others = [every[one.slug][0] for one in brief.resolved.translations if one.slug in every]
        if any(_rank(other, lang) < _rank(brief, lang) for other in others):
            continue
        for event in events:
            name = (event.date.iso(), event.words.casefold(), brief.front.lang)
            found.setdefault(name, (event, []))[1].append((brief, event.place))
    told = [Told(event, tuple(places)) for event, places in found.values()]
    return sorted(told, key=lambda one: in_time(one.event))


def _rank(brief: VerifiedBrief, lang: str) -> tuple[bool, bool, str]:
    """Of briefs that translate each other the reader's language comes first, then what was translated."""
    return brief.front.lang != lang, brief.front.translation_of is not None, brief.slug


def _years(told: Iterable[Told], page: str, lang: str) -> Iterator[str]:
    year: int | None = None
    lines: list[str] = []
    for one in told:
        begins = _begins(one.event)
        if begins.year != year:
            yield from _listed(lines)
            lines, year = [], begins.year
            in_words = format_date(PartialDate(year), lang)
            yield f"## {in_words} {{ #{anchors.period(PartialDate(year).iso())} }}"
        lines.append(_line(one, page, lang))
    yield from _listed(lines)


def _line(one: Told, page: str, lang: str) -> str:
    """The day, what happened, and the brief or briefs that say so."""
    day = f'<span class="{classes.EVENT_DAY}">{escape_html(_in_year(one.event, lang))}</span>'
    own, said = one.places[0][0].front.lang, escape_text(one.event.words)
    told = f"{{ lang={escape_attribute(own)} hreflang={escape_attribute(own)} }}" if own != lang else ""
    said = f"[{said}]({_way(*one.places[0], page)}){told}"
    titles = [_title(brief, place, page, is_link=len(one.places) > 1) for brief, place in one.places]
    return f'-   {day} {said} <span class="{classes.EVENT_BRIEF}">{", ".join(titles)}</span>'


def _title(brief: VerifiedBrief, place: str, page: str, *, is_link: bool) -> str:
    """The title of a brief that tells of an event; where others do, too, it leads to its own place."""
    title, own = escape_text(brief.front.title), escape_attribute(brief.front.lang)
    if is_link:
        return f"[{title}]({_way(brief, place, page)}){{ lang={own} hreflang={own} }}"
    return f'<span lang="{own}">{title}</span>'


def _way(brief: VerifiedBrief, place: str, page: str) -> str:
    return f"{relative_path(pages.brief_path(brief.slug), page)}#{place}"


def _in_year(event: Event, lang: str) -> str:
    """A day without its year, which stands above it; what is less exact, whole."""
    said = format_date(event.date, lang)
    exact = not isinstance(event.date, DateRange) and event.date.day and event.date.year > 0
    return said.removesuffix(f" {_begins(event).year}") if exact else said


def _begins(event: Event) -> PartialDate:
    """The date that an event is listed under."""
    if not isinstance(event.date, DateRange):
        return event.date
    return event.date.start or event.date.end or PartialDate(0)


def _listed(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f'<div class="{classes.EVENTS}" markdown="1">\n\n' + "\n".join(lines) + "\n\n</div>"
