"""The timeline: briefs, their errata and the works they cite, by date."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.reference import format_reference, plain
from briefgen.catalogue import Words
from briefgen.each import Needs
from briefgen.model.brief import Erratum
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page, page_later
from briefgen.model.work import DateRange, PartialDate, Work
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.charts.times import times_chart
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.front import page_text
from briefgen.render.made_of import made_of
from briefgen.render.neighbours import periods_line, up_line
from briefgen.render.notes.listed import title_language
from briefgen.render.periods import MOST_ON_A_PAGE, Period, by_period
from briefgen.render.works import first_date


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date: `line` is what it is, in Markdown, `kind` a word for it, empty for a source."""

    date: PartialDate
    shown: str
    kind: str
    line: str


class _Dated(NamedTuple):
    """An event that is put into words when its page is written: its date, as exact as it is known, what it is
    `said` of beside the brief, and the brief, if it is of one."""

    iso: str
    event: Callable[[], Event]
    said: tuple[object, ...]
    brief: VerifiedBrief | None = None


def timeline_pages(
    briefs: Sequence[VerifiedBrief],
    works: Sequence[Work],
    words: Words,
    lang: str,
    most: int = MOST_ON_A_PAGE,
    *,
    beside: bool = False,
) -> tuple[Page, ...]:
    """The timeline on one page or, with more than `most` entries, one with links to its years; `beside` there
    is one of what happened."""
    days = {work.key: day for work in works if (day := first_date(work))}
    dates = tuple(brief.front.date for brief in briefs)
    examined = {key for brief in briefs for key in brief.resolved.examined}
    events = [*_events_of(briefs, words, lang)]
    for work in works:
        if day := days.get(work.key):
            kind = words.timeline_examined if work.key in examined else ""
            events.append(_Dated(day.iso(), partial(_of_work, work, day, kind, lang), (work, kind)))
    events.sort(key=_iso, reverse=True)  # stable: briefs before works of the same day
    body: list[str] = []
    if beside:
        body.append(f"[{words.events.to_events}]({relative_path(pages.EVENTS, pages.TIMELINE)})")
    undated = len(works) - len(days)
    if undated:
        sources = relative_path(pages.WORKS, pages.TIMELINE)
        how_many = words.source_count[undated != 1].format(count=undated)
        body.append(words.undated.format(count=how_many, sources=sources))
    parts = by_period(events, _iso, most) if len(events) > most else ()
    if parts:
        body.append(periods_line(parts, "", words, lang))
    chart = partial(_chart, tuple(days.values()), dates, words)
    shown = () if parts else events
    text = partial(_text, chart, body, shown, words, lang)
    needs = _needs(shown, words, lang, tuple(days.values()), "\n".join(dates), tuple(body))
    return (
        page_later(pages.TIMELINE, text, needs=needs),
        *(_part(period, of, words, lang) for period, of in parts),
    )


def _iso(event: _Dated) -> str:
    return event.iso


def _needs(events: Iterable[_Dated], words: Words, lang: str, *beside: object) -> Needs:
    """What a page is made from that shows these events."""
    said = tuple(event.said for event in events)
    return made_of([one.brief for one in events if one.brief], words.language, lang, said, *beside)


def _chart(works: Sequence[PartialDate], briefs: Sequence[str], words: Words) -> str:
    return times_chart(works, [_day(date) for date in briefs], words) or words.no_dates


def _text(
    chart: Callable[[], str], body: Sequence[str], events: Iterable[_Dated], words: Words, lang: str
) -> str:
    above = f"# {words.timeline}", words.timeline_intro, chart()
    return _page(words.timeline, words.timeline_intro, [*above, *body, *_years(events, lang)], lang)


def _part(period: Period, events: Sequence[_Dated], words: Words, lang: str) -> Page:
    path = pages.part_path(pages.TIMELINE_BY_TIME, period.iso)
    needs = _needs(events, words, lang, period)
    return page_later(path, partial(_part_text, period, events, words, lang), needs=needs)


def _part_text(period: Period, events: Sequence[_Dated], words: Words, lang: str) -> str:
    title = f"{words.timeline}: {period.words(lang)}"
    body = [up_line(words.timeline, pages.INDEX, words, lang), f"# {escape_text(title)}"]
    return _page(title, title, [*body, *_years(events, lang)], lang)


def _page(title: str, description: str, body: Sequence[str], lang: str) -> str:
    return page_text(title, "\n\n".join(body), lang=lang, description=description, wide=False)


def _events_of(briefs: Iterable[VerifiedBrief], words: Words, lang: str) -> Iterator[_Dated]:
    """The first of a brief has no erratum, which is told by its number."""
    for brief in briefs:
        front = brief.front
        yield _Dated(front.date, partial(_of_brief, brief, None, words, lang), (0,), brief)
        for number, erratum in enumerate(front.errata, start=1):
            yield _Dated(erratum.date, partial(_of_brief, brief, erratum, words, lang), (number,), brief)


def _of_brief(brief: VerifiedBrief, erratum: Erratum | None, words: Words, lang: str) -> Event:
    own = escape_attribute(brief.front.lang)
    address = relative_path(pages.brief_path(brief.slug), pages.TIMELINE)
    day, kind = _day(brief.front.date), words.timeline_brief
    if erratum is not None:
        day, kind = _day(erratum.date), words.erratum_kind[erratum.kind]
        address += f"#{erratum.where}" if erratum.where else ""
    line = f"[{escape_text(brief.front.title)}]({address}){{ lang={own} hreflang={own} }}"
    return Event(day, _in_year(day, lang), kind, line)


def _of_work(work: Work, day: PartialDate, kind: str, lang: str) -> Event:
    title = work.title or plain(format_reference(work, lang))
    said = f"[{escape_text(title)}]({relative_path(pages.work_path(work.key), pages.TIMELINE)})"
    if own := title_language(work, lang):
        said += f"{{ lang={escape_attribute(own)} }}"
    outlet = work.container or work.publisher or ", ".join(name.full for name in work.authors)
    if outlet and work.title:
        said += f" · {escape_text(outlet)}"
    shown = format_date(work.date, lang) if isinstance(work.date, DateRange) else _in_year(day, lang)
    return Event(day, shown, kind, said)


def _years(dated: Iterable[_Dated], lang: str) -> Iterator[str]:
    """The events under headings of years and months; what is known to the year only stands right below it."""
    year = month = ""
    lines: list[str] = []
    events = ((one.iso, one.event()) for one in dated)
    in_order = sorted(events, key=lambda one: (one[0][:4], one[1].date.month is None), reverse=True)
    for iso, event in in_order:
        if iso[:7] != month:
            yield from _listed(lines)
            lines = []
            if iso[:4] != year:
                year = iso[:4]
                yield f"## {format_date(PartialDate(event.date.year), lang)} {{ #{anchors.period(year)} }}"
            if event.date.month:
                heading = format_date(PartialDate(event.date.year, event.date.month), lang)
                yield f"### {heading} {{ #{anchors.period(iso[:7])} }}"
            month = iso[:7]
        kind = f'<span class="{classes.EVENT_KIND}">{escape_html(event.kind)}</span> ' if event.kind else ""
        lines.append(
            f'-   <span class="{classes.EVENT_DAY}">{escape_html(event.shown)}</span> {kind}{event.line}'
        )
    yield from _listed(lines)


def _listed(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f'<div class="{classes.EVENTS}" markdown="1">\n\n' + "\n".join(lines) + "\n\n</div>"


def _day(iso: str) -> PartialDate:
    day = date.fromisoformat(iso)
    return PartialDate(day.year, day.month, day.day)


def _in_year(day: PartialDate, lang: str) -> str:
    """A day without its year, which stands above it; what is less exact, whole."""
    said = format_date(day, lang)
    return said.removesuffix(f" {day.year}") if day.day else said
