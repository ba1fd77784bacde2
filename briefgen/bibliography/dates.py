"""Dates of a bibliography as BibLaTeX has them: EDTF, level 1, and what it took for it earlier."""

import re
from dataclasses import dataclass, replace
from datetime import date as calendar_date

from briefgen.model.work import DateRange, PartialDate

SomeDate = PartialDate | DateRange


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date, as far as our model can hold it; `exact` is False where the text said more."""

    value: SomeDate
    exact: bool = True


_DAY = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,9}|\d{3}[Xu]|\d\d(?:XX|uu))(?:-(?P<month>\d\d|XX|uu)(?:-(?P<day>\d\d|XX|uu))?)?"
    r"(?P<time>[T ]\d\d:\d\d\S*)?(?P<mark>[~?%]|\?~|~\?)?"
)
_DASH = re.compile(r"(?:(?<!\s)\s++)?(?:--|–)\s*")
_OPEN = ("", "..", "unknown", "open", "*")
_UNSAID = (None, "XX", "uu", "00")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def read_date(text: str) -> ReadDate | None:
    """Read EDTF level 0 or, with marks, open ends, seasons, unspecified digits and years BCE, level 1.

    ``2025``, ``2025-06``, ``2025-06-17``, ``2025~``, ``2025?``, ``a/b``, ``a--b``, ``a/``, ``../b``,
    ``2025-21``, ``-0349`` or ``199X``. Of a date with a time the day is kept. None if it is no such date.
    """
    text = _DASH.sub("/", text.strip())
    if "/" not in text:
        return _one(text)
    start, _, end = (part.strip() for part in text.partition("/"))
    ends = [None if part in _OPEN else _one(part) for part in (start, end)]
    missing = [part in _OPEN for part in (start, end)]
    if all(missing) or any(found is None and not open_ for found, open_ in zip(ends, missing, strict=True)):
        return None
    return range_of(ends[0], ends[1])


def range_of(start: ReadDate | None, end: ReadDate | None) -> ReadDate | None:
    """From one date to another; None where the second is before the first."""
    first = start and (start.value.start if isinstance(start.value, DateRange) else start.value)
    last = end and (end.value.end if isinstance(end.value, DateRange) else end.value)
    if first and last and _ordered(last) < _ordered(first)[: len(_ordered(last))]:
        return None
    return ReadDate(
        DateRange(first or None, last or None), all(found is None or found.exact for found in (start, end))
    )


def _ordered(date: PartialDate) -> tuple[int, ...]:
    return tuple(part for part in (date.year, date.month, date.day) if part is not None)


def _one(text: str) -> ReadDate | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    mark = found["mark"] or ""
    either = mark == "%" or len(mark) == 2
    approximate, uncertain = either or mark == "~", either or mark == "?"
    if found["year"][-1] in "Xu":
        return _unspecified(found["year"]) if found["month"] in _UNSAID else None
    year, month, day = int(found["year"].removeprefix("Y")), _number(found["month"]), _number(found["day"])
    if (found["time"] and day is None) or (day is not None and month is None):
        return None
    date = PartialDate(year, approximate=approximate, uncertain=uncertain)
    if month in _SEASONS and day is None:
        return ReadDate(replace(date, season=_SEASONS[month]))
    checked = in_calendar(replace(date, month=month, day=day))
    return ReadDate(checked, exact=not found["time"]) if checked else None


def _number(digits: str | None) -> int | None:
    return None if digits in _UNSAID else int(digits or 0)


def _unspecified(year: str) -> ReadDate:
    """``199X``: some time from 1990 to 1999."""
    digits = year.upper().replace("U", "X")
    return ReadDate(
        DateRange(PartialDate(int(digits.replace("X", "0"))), PartialDate(int(digits.replace("X", "9"))))
    )


def in_calendar(date: PartialDate) -> PartialDate | None:
    """The date, if the calendar has it."""
    try:
        # Years repeat every 400, and Python's begin with 1.
        calendar_date(date.year % 400 + 400, date.month or 1, date.day or 1)
    except ValueError:
        return None
    return date


def agree(one: SomeDate, other: SomeDate) -> bool:
    """Whether two dates say the same as far as both are known."""
    starts = [date.start if isinstance(date, DateRange) else date for date in (one, other)]
    known = [_ordered(date) for date in starts if date]
    return len(known) < 2 or all(a == b for a, b in zip(*known, strict=False))
