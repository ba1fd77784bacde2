"""Sources and briefs along the time: columns upwards and downwards from one line."""

from collections.abc import Iterator, Sequence

from briefgen.bibliography.date_words import format_date
from briefgen.catalogue import Words
from briefgen.cldr import Locale
from briefgen.languages import primary_tag
from briefgen.model.layout import classes
from briefgen.model.work import DateRange, PartialDate
from briefgen.render.charts.columns import Columns, Unit, gather, start_of
from briefgen.render.charts.svg import drawing, element, percent
from briefgen.render.escape import escape_html

_HEIGHT = 214
_UP, _DOWN = 90, 50
_LINE, _LINE_BELOW = 116, 138
"""Where the columns begin, upwards and downwards; the dates stand in between."""

_MOST_DATES = 6
_STEPS = {Unit.MONTH: (1, 2, 3, 6, 12, 24), Unit.YEAR: (1, 2, 5, 10), Unit.DECADE: (1, 2, 5, 10)}


def times_chart(sources: Sequence[PartialDate], briefs: Sequence[PartialDate], words: Words) -> str:
    """The drawing with what it shows in words below; empty without dates."""
    columns = gather(sources, briefs)
    if columns is None:
        return ""
    said = [
        sentence
        for dates, counts, what in (
            (sources, columns.upper, words.source_count),
            (briefs, columns.lower, words.brief_count),
        )
        if (sentence := _sentence(dates, counts, what, columns, words))
    ]
    if columns.earlier:
        first = _named(columns.unit, columns.first, words)
        said.append(words.chart_earlier.format(count=columns.earlier, first=first))
    if columns.inexact:
        said.append(words.chart_left_out.format(count=columns.inexact))
    shapes = "".join((*_bars(columns, words), *_dates(columns, words)))
    shown = drawing(_HEIGHT, words.chart_times, " ".join(said), shapes)
    caption = element("figcaption", escape_html(" ".join(said)))
    name = f"{classes.CHART} {classes.TIMES}"
    return f'<figure class="{name}" data-search-exclude>\n{shown}\n{caption}\n</figure>'


def _sentence(
    dates: Sequence[PartialDate],
    counts: Sequence[int],
    what: tuple[str, str],
    columns: Columns,
    words: Words,
) -> str:
    """How many there are, from when to when, and of when the most are."""
    if not dates:
        return ""
    years = [date.year for date in dates]
    when = format_date(DateRange(PartialDate(min(years)), PartialDate(max(years))), words.language)
    most = max(counts)
    peak = _named(columns.unit, columns.first + counts.index(most), words)
    number = len(dates)
    how_many = what[number != 1].format(count=number)
    if most == number:
        return f"{how_many}, {peak}."
    if not most or peak == when:
        return f"{how_many}, {when}."
    return words.chart_peak.format(what=how_many, when=when, peak=peak, count=most)


def _bars(columns: Columns, words: Words) -> Iterator[str]:
    number = len(columns.upper)
    halves = (
        (columns.upper, words.sources, classes.BAR_SOURCE, _UP, 14),
        (columns.lower, words.briefs, classes.BAR_BRIEF, _DOWN, _HEIGHT - 6),
    )
    for counts, what, name, room, key_place in halves:
        most = max(counts)
        if not most:
            continue
        key = words.chart_most[columns.unit].format(what=what, count=most)
        yield element("text", escape_html(key), x=0, y=key_place, class_=classes.KEY)
        for at, count in enumerate(counts):
            if not count:
                continue
            high = max(2, round(room * count / most))
            yield element(
                "rect",
                element("title", escape_html(f"{_named(columns.unit, columns.first + at, words)}: {count}")),
                x=percent(at + 0.1, number),
                width=percent(0.8, max(number, 12)),
                y=_LINE - high if name == classes.BAR_SOURCE else _LINE_BELOW,
                height=high,
                class_=name,
            )
    for line in (_LINE, _LINE_BELOW):
        yield element("line", x1="0%", x2="100%", y1=line, y2=line, class_=classes.AXIS)


def _dates(columns: Columns, words: Words) -> Iterator[str]:
    """The dates between the lines: so many as a phone has room for."""
    number = len(columns.upper)
    numbers = range(columns.first, columns.first + number)
    for step in _STEPS[columns.unit]:
        marked = [at for at in numbers if at % step == 0]
        if len(marked) <= _MOST_DATES:
            break
    else:
        step, marked = 1, [columns.first, columns.first + number - 1]
    for at in marked or [columns.first]:
        place = at - columns.first
        start, end = place / number < 0.06, place / number > 0.86
        text = _short(columns.unit, at, step, words)
        anchor = "start" if start else "end" if end else "middle"
        across = place if start else place + 1 if end else place + 0.5
        yield element("text", escape_html(text), x=percent(across, number), y=_LINE + 16, text_anchor=anchor)


def _named(unit: Unit, number: int, words: Words) -> str:
    date = start_of(unit, number)
    if unit is Unit.DECADE:
        return words.chart_decade.format(year=date.year)
    return format_date(date, words.language)


def _short(unit: Unit, number: int, step: int, words: Words) -> str:
    date = start_of(unit, number)
    if unit is not Unit.MONTH or step % 12 == 0 or date.month is None:
        return str(date.year)
    months = Locale(primary_tag(words.language)).months["stand-alone"]["abbreviated"]
    return f"{months[date.month]} {date.year}"
