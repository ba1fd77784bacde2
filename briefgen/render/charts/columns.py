"""Dates gathered into columns: the finest unit of time that leaves a drawing readable."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.work import PartialDate

MOST_COLUMNS = 48
_ENOUGH = 0.8
"""The share of the dates that a unit must be able to show."""


class Unit(StrEnum):
    """What a column stands for."""

    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Columns:
    """Two counts for each of a run of units, the first of which is number `first` (see `start_of`).

    `earlier` dates are before the first column, `inexact` ones are not known to the unit.
    """

    unit: Unit
    first: int
    upper: tuple[int, ...]
    lower: tuple[int, ...]
    earlier: int
    inexact: int


def start_of(unit: Unit, number: int) -> PartialDate:
    """What a column's number means: a month, a year, or the year a decade begins with."""
    match unit:
        case Unit.MONTH:
            return PartialDate(number // 12, number % 12 + 1)
        case Unit.YEAR:
            return PartialDate(number)
        case Unit.DECADE:
            return PartialDate(number * 10)


def gather(upper: Sequence[PartialDate], lower: Sequence[PartialDate]) -> Columns | None:
    """Count the dates of both kinds in the finest unit that shows most of them; None without dates."""
    if not upper and not lower:
        return None
    for unit in Unit:
        columns = _gathered(unit, upper, lower)
        if columns and (sum(columns.upper) + sum(columns.lower)) >= _ENOUGH * (len(upper) + len(lower)):
            return columns
    return _gathered(Unit.DECADE, upper, lower)


def _gathered(unit: Unit, upper: Sequence[PartialDate], lower: Sequence[PartialDate]) -> Columns | None:
    above = [number for date in upper if (number := _number(unit, date)) is not None]
    below = [number for date in lower if (number := _number(unit, date)) is not None]
    every = (*above, *below)
    if not every:
        return None
    last = max(every)
    first = min(number for number in every if number > last - MOST_COLUMNS)
    return Columns(
        unit,
        first,
        tuple(above.count(number) for number in range(first, last + 1)),
        tuple(below.count(number) for number in range(first, last + 1)),
        sum(number < first for number in every),
        len(upper) + len(lower) - len(every),
    )


def _number(unit: Unit, date: PartialDate) -> int | None:
    match unit:
        case Unit.MONTH:
            return None if date.month is None else date.year * 12 + date.month - 1
        case Unit.YEAR:
            return date.year
        case Unit.DECADE:
            return date.year // 10
