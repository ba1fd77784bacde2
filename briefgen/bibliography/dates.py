"""Dates of a bibliography: BibLaTeX's EDTF dates, and BibTeX's year, month and day."""

import re
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from functools import cache

from babel import Locale

from briefgen.languages import all_reference_words
from briefgen.model.work import DateRange, PartialDate

SomeDate = PartialDate | DateRange


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date, as far as our model can hold it; `exact` is False where the text said more."""

    value: SomeDate
    exact: bool = True


_DAY = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<time>[T ]\d\d:\d\d\S*)?"
    r"(?P<mark>[~?%]?)"
)
_DASH = re.compile(r"\s*(?:--|–)\s*")
_OPEN = ("", "..", "unknown", "open")
_CIRCA = re.compile(r"(?:c\.?a?\.?|circa|about|um)[\s~]+(?=\d)", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*(?:--?|–|/)\s*(\d{4}|\d\d)")
_MONTH_PIECES = re.compile(r"\d+|[^\W\d_]+")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter", "frühling", "frühjahr", "sommer", "herbst")


def read_date(text: str) -> ReadDate | None:
    """Read EDTF level 0 or, with marks, open ends and unspecified digits, level 1; None if it is none.

    ``2025``, ``2025-06``, ``2025-06-17``, ``2025~``, ``2025?``, ``a/b``, ``a--b``, ``a/``, ``../b`` or
    ``199X``. Of a season (``2025-21``) the year is kept, of a date with a time the day.
    """
    text = _DASH.sub("/", text.strip())
    if "/" not in text:
        return _one(text)
    start, _, end = (part.strip() for part in text.partition("/"))
    ends = [None if part in _OPEN else _one(part) for part in (start, end)]
    missing = [part in _OPEN for part in (start, end)]
    if all(missing) or any(found is None and not open_ for found, open_ in zip(ends, missing, strict=True)):
        return None
    return _range(ends[0], ends[1])


def _range(start: ReadDate | None, end: ReadDate | None) -> ReadDate | None:
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
    marks = {"approximate": found["mark"] in ("~", "%"), "uncertain": found["mark"] in ("?", "%")}
    if found["mark"] == "":
        marks = {"approximate": False, "uncertain": False}
    if "X" in found["year"]:
        return None if found["month"] else _unspecified(found["year"])
    year, month, day = int(found["year"]), _number(found["month"]), _number(found["day"])
    if (found["time"] and day is None) or (day is not None and month is None):
        return None
    if month is not None and 21 <= month <= 24 and day is None:
        return ReadDate(PartialDate(year, **marks), exact=False)
    date = _checked(PartialDate(year, month, day, **marks))
    return ReadDate(date, exact=not found["time"]) if date else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits != "XX" else None


def _unspecified(year: str) -> ReadDate:
    """``199X``: some time from 1990 to 1999."""
    return ReadDate(
        DateRange(PartialDate(int(year.replace("X", "0"))), PartialDate(int(year.replace("X", "9"))))
    )


def _checked(date: PartialDate) -> PartialDate | None:
    """The date, if the calendar has it."""
    try:
        calendar_date(date.year, date.month or 1, date.day or 1)
    except ValueError:
        return None
    return date


def read_parts(year: str, month: str, day: str) -> ReadDate | None:
    """Read BibTeX's three fields as people fill them in; None if they make no date.

    Year: EDTF, ``c. 1850``, ``[1850]``, ``1998--99``. Month: a number or a name (English or German, long or
    short, the macros jan … dec included), maybe with a day (``10 June``) or a second month (``June/July``);
    of a season the year is kept. `month` and `day` are empty where not given.
    """
    text = year.strip().strip("[]()").strip()
    circa = bool(_CIRCA.match(text))
    text = _CIRCA.sub("", text, count=1)
    years = _YEARS.fullmatch(text)
    if years:
        text = f"{years[1]}/{years[1][: 4 - len(years[2])]}{years[2]}"
    read = read_date(text)
    if read and circa and isinstance(read.value, PartialDate):
        read = replace(read, value=replace(read.value, approximate=True))
    if not read or not (month.strip() or day.strip()):
        return read
    if not isinstance(read.value, PartialDate) or read.value.month is not None:
        return None
    return _with_month(read.value, month.lower(), day)


def _with_month(year: PartialDate, month: str, day: str) -> ReadDate | None:
    pieces = [*_MONTH_PIECES.findall(month), *_MONTH_PIECES.findall(day)]
    if any(piece in _SEASONS for piece in pieces):
        return ReadDate(year, exact=False)
    months = [months_by_name()[piece] for piece in pieces if piece in months_by_name()]
    days = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) <= 2]
    if len(months) + len(days) != len(pieces):
        return None
    if not months:  # numbers alone: the first is the month
        months, days = days[:1], days[1:]
    dates = [_checked(replace(year, month=number)) for number in months]
    if len(months) == 1 and days:
        dates = [_checked(replace(year, month=months[0], day=number)) for number in days]
    elif days:
        return None
    if not dates or len(dates) > 2 or None in dates:
        return None
    first, last = dates[0], dates[-1]
    if first is None or last is None:
        return None
    return ReadDate(first) if len(dates) == 1 else _range(ReadDate(first), ReadDate(last))


@cache
def months_by_name() -> dict[str, int]:
    """Lower-case names of months, long and short, in the languages of references, with their numbers."""
    return {
        name.lower().rstrip("."): number
        for words in all_reference_words()
        for width in ("wide", "abbreviated")
        for number, name in Locale(words.language).months["format"][width].items()
    } | {"mar": 3, "sept": 9, "okt": 10, "mrz": 3, "jänner": 1, "dec": 12}


def agree(one: SomeDate, other: SomeDate) -> bool:
    """Whether two dates say the same as far as both are known."""
    starts = [date.start if isinstance(date, DateRange) else date for date in (one, other)]
    known = [_ordered(date) for date in starts if date]
    return len(known) < 2 or all(a == b for a, b in zip(*known, strict=False))
