"""Events along the time: a mark for each, as long as it lasted or as its day is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.bibliography.date_words import format_date
from briefgen.bibliography.dates import SomeDate
from briefgen.catalogue import Words
from briefgen.cldr import Locale
from briefgen.languages import primary_tag
from briefgen.model.event import Event
from briefgen.model.layout import classes
from briefgen.model.work import DateRange, PartialDate
from briefgen.render.charts.svg import drawing, element, percent
from briefgen.render.escape import escape_html
from briefgen.render.events import reach

_MOST_NUMBERED = 24
"""More marks than so many have no numbers: they would stand in each other."""
_WIDE, _SMALL = 0.055, 0.02
"""The room of a mark with a number and of one without, as parts of a phone’s width."""
_MOST_ROWS = 12
_ROW, _SMALL_ROW, _BELOW = 21, 10, 24
_MARGIN = 0.04
_MOST_DATES = 5
_STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)))
"""How many months lie between two dates below the line."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """From `first` to `last`, in years."""

    first: float
    last: float

    def at(self, time: float) -> float:
        """Where a time stands, as a part of the width."""
        return _MARGIN + (1 - 2 * _MARGIN) * (time - self.first) / (self.last - self.first)


def events_chart(events: Sequence[Event], words: Words, *, numbered: bool) -> str:
    """The drawing of events in their order, `numbered` as in the list below it, with what it shows in words;
    empty without any."""
    if not events:
        return ""
    scale = _scale(events)
    numbered = numbered and len(events) <= _MOST_NUMBERED
    rows = _rows(events, scale, _WIDE if numbered else _SMALL)
    row = _ROW if numbered else _SMALL_ROW
    line = (max(rows) + 1) * row + 4
    marks = (
        _mark(event, number if numbered else 0, scale, line - (place + 0.5) * row, words)
        for number, (event, place) in enumerate(zip(events, rows, strict=True), start=1)
    )
    axis = element("line", x1="0%", x2="100%", y1=line, y2=line, class_=classes.AXIS)
    shapes = "".join((axis, *_dates(scale, line, words), *marks))
    said = _said(events, words)
    name = f"{classes.CHART} {classes.EVENT_CHART}"
    shown = drawing(line + _BELOW, words.events.chart, said, shapes)
    caption = element("figcaption", escape_html(said))
    return f'<figure class="{name}" data-search-exclude>\n{shown}\n{caption}\n</figure>'


def _said(events: Sequence[Event], words: Words) -> str:
    """How many there are, from when to when, and how to read the marks that are no points."""
    ends = [date for event in events for date in _ends(event.date)]
    whole = [min(ends, key=_moment), max(ends, key=_moment)] if ends else []
    when = format_date(DateRange(*(_plain(date) for date in whole)), words.language) if whole else ""
    said = words.events.span[len(events) != 1].format(count=len(events), when=when)
    if any(_is_long(event.date) or _is_doubtful(event.date) for event in events):
        said += f" {words.events.legend}"
    return said


def _ends(date: SomeDate) -> tuple[PartialDate, ...]:
    ends = (date.start, date.end) if isinstance(date, DateRange) else (date,)
    return tuple(end for end in ends if end)


def _plain(date: PartialDate) -> PartialDate:
    return PartialDate(date.year, date.month, date.day, season=date.season)


def _moment(date: PartialDate) -> float:
    return reach(date)[0] or 0.0


def _is_long(date: SomeDate) -> bool:
    return isinstance(date, DateRange) or date.day is None


def _is_doubtful(date: SomeDate) -> bool:
    return any(end.approximate or end.uncertain for end in _ends(date))


def _scale(events: Sequence[Event]) -> _Scale:
    times = [time for event in events for time in reach(event.date) if time is not None]
    first, last = min(times), max(times)
    if last - first < 1 / 12:  # within a month: with a month around it
        first, last = first - 1 / 24, last + 1 / 24
    return _Scale(first, last)


def _rows(events: Sequence[Event], scale: _Scale, room: float) -> list[int]:
    """A row for each event, counted from the line upwards: the lowest in which it touches none before it."""
    ends: list[float] = []
    rows = []
    for event in events:
        start, end = _stretch(event.date, scale)
        free = next((row for row, taken in enumerate(ends) if taken <= start), len(ends))
        row = min(free, _MOST_ROWS - 1)
        reached = max(end, start + room)
        if row == len(ends):
            ends.append(reached)
        else:
            ends[row] = max(ends[row], reached)
        rows.append(row)
    return rows


def _stretch(date: SomeDate, scale: _Scale) -> tuple[float, float]:
    """From where to where a mark runs, as parts of the width; an open end runs off the drawing."""
    start, end = reach(date)
    return (0.0 if start is None else scale.at(start)), (1.0 if end is None else scale.at(end))


def _mark(event: Event, number: int, scale: _Scale, middle: float, words: Words) -> str:
    start, end = _stretch(event.date, scale)
    said = element("title", escape_html(f"{format_date(event.date, words.language)}: {event.words}"))
    name = classes.EVENT_DOUBTFUL if _is_doubtful(event.date) else classes.EVENT_MARK
    size = 9 if number else 4
    shapes = ""
    if _is_long(event.date):
        high = size if number else 6
        width = percent(max(end - start, 0.01), 1)
        shapes += element(
            "rect",
            said,
            x=percent(start, 1),
            width=width,
            y=middle - high / 2,
            height=high,
            rx=3,
            class_=name,
        )
    else:
        shapes += element("circle", said, cx=percent(start, 1), cy=middle, r=size, class_=name)
    if number:
        across = percent(start, 1)
        if _is_long(event.date):
            shapes += element("circle", cx=across, cy=middle, r=size, class_=name)
        shapes += element("text", str(number), x=across, y=middle + 3.4, text_anchor="middle")
    return element("g", shapes)


def _dates(scale: _Scale, line: int, words: Words) -> Iterator[str]:
    """The dates below the line: so many as a phone has room for."""
    first, last = round(scale.first * 12 + 0.49), int(scale.last * 12)
    step, marked = _STEPS[-1], [first]
    for one in _STEPS:
        found = [month for month in range(first - first % one, last + 1, one) if month >= first]
        if len(found) <= _MOST_DATES:
            step, marked = one, found or [first]
            break
    for month in marked:
        across = scale.at(month / 12)
        anchor = "start" if across < 0.08 else "end" if across > 0.9 else "middle"
        at = percent(min(max(across, 0), 1), 1)
        yield element("line", x1=at, x2=at, y1=line, y2=line + 5, class_=classes.AXIS)
        yield element("text", escape_html(_short(month, step, words)), x=at, y=line + 17, text_anchor=anchor)


def _short(month: int, step: int, words: Words) -> str:
    year = month // 12
    if step % 12 == 0 or year < 1:
        return format_date(PartialDate(year), words.language)
    names = Locale(primary_tag(words.language)).months["stand-alone"]["abbreviated"]
    return f"{names[month % 12 + 1]} {year}"
