"""Long lists in parts: a year, or a month where a year is too long."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefgen.bibliography.date_words import format_date
from briefgen.model.work import PartialDate

MOST_ON_A_PAGE = 400
"""A page of so many entries weighs no more than a brief does on the way to a reader."""

_YEAR = re.compile(r"-?\d+")
_MONTH = re.compile(r"(-?\d+)(?:-(\d\d))?")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Period:
    """A year (``2025``) or a month (``2025-06``)."""

    iso: str

    def words(self, lang: str) -> str:
        """The period as readers know it."""
        year, month = _parts(self.iso)
        return format_date(PartialDate(year, month), lang)


def by_period(
    items: Sequence[T], day: Callable[[T], str], most: int = MOST_ON_A_PAGE
) -> tuple[tuple[Period, tuple[T, ...]], ...]:
    """The items of each year, the newest first, in their order; years with more than `most` month by month.

    `day` gives an ISO 8601 date; what is known to the year only comes last in a year of months.
    """
    parts = []
    for year, of_year in _grouped(items, lambda item: _matched(_YEAR, day(item))):
        whole = len(of_year) <= most
        parts += [(year, of_year)] if whole else _grouped(of_year, lambda item: _matched(_MONTH, day(item)))
    return tuple((Period(iso), found) for iso, found in parts)


def _grouped(items: Sequence[T], name: Callable[[T], str]) -> list[tuple[str, tuple[T, ...]]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return [(key, tuple(groups[key])) for key in sorted(groups, key=_order, reverse=True)]


def _matched(pattern: re.Pattern[str], iso: str) -> str:
    found = pattern.match(iso)
    return found[0] if found else iso


def _parts(iso: str) -> tuple[int, int | None]:
    found = _MONTH.fullmatch(iso)
    return (int(found[1]), int(found[2]) if found[2] else None) if found else (0, None)


def _order(iso: str) -> tuple[int, int]:
    year, month = _parts(iso)
    return year, month or 0
