"""Whether what one text states stands in another: numbers with their units, dates, times of day."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import log10

from briefgen.stated.values import Clock, Day, Figure, Sign, Stated
from briefgen.stated.words import LASTING

_ALIKE = (frozenset(("£", "lb")), frozenset(("¥", "元")), frozenset(("°", "°C")), frozenset(("°", "°F")))
_MOST = 3
_NOON = 12
_DECADE, _CENTURY = 10, 100
_YEARS = (1000, 2200)
_FEW = 12


def stands_in(figure: Figure, others: Stated, *, foreign: bool) -> bool:
    """Whether a number stands in what another text states; `foreign`: that is in another language."""
    return any(_is_same(figure, other, foreign=foreign) for other in others.figures) or _as_year(
        figure, others
    )


def _is_same(figure: Figure, other: Figure, *, foreign: bool) -> bool:
    return (
        not figure.values.isdisjoint(other.values)
        and _same_unit(figure, other, foreign=foreign)
        and _same_sign(figure, other)
    )


def _same_unit(figure: Figure, other: Figure, *, foreign: bool) -> bool:
    """Whether two units may be one. A number that counts something has no unit that is left out; a unit of
    time may hide in a word, and one that has no sign cannot be compared with one that has, but for shares."""
    one, two = figure.unit, other.unit
    if not one or is_alike(one, two):
        return True
    if not two:
        return not other.counts or one in LASTING or one.startswith("w:")
    unknown = one.startswith("w:") + two.startswith("w:")
    return (foreign and unknown > 0) or (unknown == 1 and "%" not in (one, two))


def is_alike(one: str, two: str) -> bool:
    """Whether two units are one, or two that share a sign."""
    return one == two or frozenset((one, two)) in _ALIKE


def _same_sign(figure: Figure, other: Figure) -> bool:
    """Whether no sign contradicts: a fall of 5 per cent is one of -5 %, and 5 degrees are not -5."""
    if figure.sign is other.sign:
        return True
    if Sign.NONE in (figure.sign, other.sign):
        return "%" in (figure.unit, other.unit) or Sign.MINUS not in (figure.sign, other.sign)
    return False


def _as_year(figure: Figure, others: Stated) -> bool:
    """Whether it is a decade or a century of which a year stands there, or the two last figures of one."""
    years = {year for day in others.days for year, _, _ in day.options if year}
    years |= {int(value) for one in others.figures for value in one.values if _is_year(value)}
    for value in figure.values:
        if (
            _is_year(value)
            and value % _DECADE == 0
            and any(year // _DECADE == value // _DECADE for year in years)
        ):
            return True
        if figure.unit == "cent" and any(year // _CENTURY + 1 == value for year in years):
            return True
        short = figure.short and _FEW < value < _CENTURY and not figure.unit
        if short and any(year % _CENTURY == value for year in years):
            return True
    return False


def _is_year(value: Decimal) -> bool:
    return _YEARS[0] <= value < _YEARS[1] and value == int(value)


def day_stands_in(day: Day, others: Stated) -> bool:
    """Whether a date stands in what another text states: each part of it that is given, of one date there.

    What there has no year may be of any that stands there, or, if none does, of any at all.
    """
    years = {int(value) for one in others.figures for value in one.values if _is_year(value)}
    found = {option for other in others.days for option in other.options}
    for year, month, date in day.options:
        for other_year, other_month, other_date in found:
            same_day = month == other_month and (date in (0, other_date))
            if same_day and (
                not year or year == other_year or (not other_year and (year in years or not years))
            ):
                return True
    return False


def clock_stands_in(clock: Clock, others: Stated) -> bool:
    """Whether a time of day stands there, on a dial of 12 hours or of 24; with a full stop as a number."""
    times = {(other.hour % _NOON, other.minute) for other in others.clocks}
    if (clock.hour % _NOON, clock.minute) in times:
        return True
    numbers = {value for one in others.figures for value in one.values}
    hours = (clock.hour, (clock.hour + _NOON) % (2 * _NOON), clock.hour % _NOON)
    if clock.minute == 0 and any(Decimal(hour) in numbers for hour in hours):
        return True
    return any(Decimal(f"{hour}.{clock.minute:02}") in numbers for hour in hours)


def nearest_figures(figure: Figure, others: Stated) -> tuple[Figure, ...]:
    """The numbers of the other text that may be meant instead, the nearest first: those of its unit, or else
    those that have none either."""
    kinds: dict[int, list[Figure]] = {}
    for other in others.figures:
        if not other.idle:
            kinds.setdefault(_unlike(figure, other), []).append(other)
    nearest = (
        sorted(kinds[min(kinds)], key=lambda other: (_distance(figure, other), other.start)) if kinds else []
    )
    return tuple(_first_of_each(nearest))[:_MOST]


def _first_of_each(figures: Iterable[Figure]) -> Iterator[Figure]:
    seen: set[object] = set()
    for one in figures:
        known = (one.values, one.unit)
        if known not in seen:
            seen.add(known)
            yield one


def _unlike(figure: Figure, other: Figure) -> int:
    if figure.unit and figure.unit == other.unit:
        return 0
    if figure.values == other.values:
        return 0 if figure.unit else 1
    return 1 if not figure.unit and not other.unit else 2


def _distance(figure: Figure, other: Figure) -> float:
    one, two = (max(abs(float(each.value)), 1e-9) for each in (figure, other))
    return abs(log10(one) - log10(two))


def nearest_days(day: Day, others: Stated) -> tuple[Day, ...]:
    """The dates of the other text that may be meant instead: those with most in common first."""
    year, month, date = min(day.options)

    def unlike(other: Day) -> tuple[int, int, int]:
        its_year, its_month, its_date = min(other.options)
        differing = (its_year != year) + (its_month != month) + (its_date != date)
        return (differing, abs(its_month - month) * 31 + abs(its_date - date), other.start)

    found: dict[object, Day] = {}
    for other in sorted(others.days, key=unlike):
        found.setdefault(other.options, other)
    return tuple(found.values())[:_MOST]
