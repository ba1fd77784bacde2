"""The timeline: briefs, their errata and the works they cite, by date."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.reference import format_reference, plain
from briefgen.catalogue import Words
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page
from briefgen.model.work import DateRange, PartialDate, Work
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.charts.times import times_chart
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.front import page_text
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

    @property
    def iso(self) -> str:
        """The date, as exact as it is known."""
        return self.date.iso()


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
    dated = [(work, day) for work in works if (day := first_date(work))]
    chart = times_chart([day for _, day in dated], [_day(brief.front.date) for brief in briefs], words)
    examined = {key for brief in briefs for key in brief.resolved.examined}
    events = [*_events_of(briefs, words, lang)]
    for work, day in dated:
        kind = words.timeline_examined if work.key in examined else ""
        events.append(_of_work(work, day, kind, lang))
    events.sort(key=lambda event: event.iso, reverse=True)  # stable: briefs before works of the same day
    body = [f"# {words.timeline}", words.timeline_intro, chart or words.no_dates]
    if beside:
        body.append(f"[{words.events.to_events}]({relative_path(pages.EVENTS, pages.TIMELINE)})")
    undated = len(works) - len(dated)
    if undated:
        sources = relative_path(pages.WORKS, pages.TIMELINE)
        how_many = words.source_count[undated != 1].format(count=undated)
        body.append(words.undated.format(count=how_many, sources=sources))
    if len(events) <= most:
        return (_page(pages.TIMELINE, words.timeline, [*body, *_years(events, lang)], words, lang),)
    parts = by_period(events, lambda event: event.iso, most)
    body.append(periods_line(parts, "", words, lang))
    return (
        _page(pages.TIMELINE, words.timeline, body, words, lang),
        *(_part(part, of, words, lang) for part, of in parts),
    )


def _part(period: Period, events: Sequence[Event], words: Words, lang: str) -> Page:
    title = f"{words.timeline}: {period.words(lang)}"
    body = [up_line(words.timeline, pages.INDEX, words, lang), f"# {escape_text(title)}"]
    path = pages.part_path(pages.TIMELINE_BY_TIME, period.iso)
    return _page(path, title, [*body, *_years(events, lang)], words, lang)


def _page(path: str, title: str, body: Sequence[str], words: Words, lang: str) -> Page:
    description = words.timeline_intro if path == pages.TIMELINE else title
    return Page(path, page_text(title, "\n\n".join(body), lang=lang, description=description, wide=False))


def _events_of(briefs: Iterable[VerifiedBrief], words: Words, lang: str) -> Iterator[Event]:
    for brief in briefs:
        own = escape_attribute(brief.front.lang)
        address = relative_path(pages.brief_path(brief.slug), pages.TIMELINE)
        title, attributes = escape_text(brief.front.title), f"{{ lang={own} hreflang={own} }}"
        day = _day(brief.front.date)
        yield Event(day, _in_year(day, lang), words.timeline_brief, f"[{title}]({address}){attributes}")
        for erratum in brief.front.errata:
            day = _day(erratum.date)
            place = f"{address}#{erratum.where}" if erratum.where else address
            kind = words.erratum_kind[erratum.kind]
            yield Event(day, _in_year(day, lang), kind, f"[{title}]({place}){attributes}")


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


def _years(events: Sequence[Event], lang: str) -> Iterator[str]:
    """The events under headings of years and months; what is known to the year only stands right below it."""
    year = month = ""
    lines: list[str] = []
    in_order = sorted(events, key=lambda event: (event.iso[:4], event.date.month is None), reverse=True)
    for event in in_order:
        iso = event.iso
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
