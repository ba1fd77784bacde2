"""Days and moments: the forms of ISO 8601 dates that authors write."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime

from briefgen import rules
from briefgen.decode.forms import Flaw, shown
from briefgen.model.capture import ON_OR_AFTER, UNKNOWN

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    _DAY.pattern + r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.[ ]?([0-9]{1,2})\.[ ]?([0-9]{4})")
_WITH_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[T ][0-9:.]+(?:Z|[ ]?[+-][0-9:]+)?")
_MONTHS = "january february march april may june july august september october november december".split()
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\.?[ ]([A-Za-z]{3,9})\.?,?[ ]([0-9]{4})")
_MONTH_AND_DAY = re.compile(r"([A-Za-z]{3,9})\.?[ ]([0-9]{1,2})(?:st|nd|rd|th)?,?[ ]([0-9]{4})")
_EXPECTED_DAY = "expected a day, as in `2025-06-18`"
_EXPECTED_MOMENT = "expected a day or a time with its zone, as in `2025-06-18` or `2025-06-18T13:34+02:00`"

_EXPECTED_CAPTURED = (
    "expected a day, a time with its zone, `unknown`, or `on or after` a day, "
    "as in `2025-06-18`, `2025-06-18T13:34+02:00` or `on or after 2025-06-18`"
)


def day(written: str) -> str | Flaw:
    """A day of the calendar: ``2025-06-18``."""
    if _DAY.fullmatch(written):
        return written if _is_day(written) else _no_such_day(written)
    return Flaw(rules.NOT_A_DATE, f"is not a date: {shown(written)}", (_EXPECTED_DAY,), _rewritten(written))


def moment(written: str) -> str | Flaw:
    """A day, or a day with a time and its zone: ``2025-06-18T13:34+02:00``."""
    if _DAY.fullmatch(written):
        return day(written)
    match = _MOMENT.fullmatch(written)
    if not match:
        return Flaw(
            rules.NOT_A_DATE, f"is not a date: {shown(written)}", (_EXPECTED_MOMENT,), _rewritten(written)
        )
    if not match[1]:
        return Flaw(
            rules.NOT_A_DATE,
            f"has a time without a zone: {shown(written)}",
            (_EXPECTED_MOMENT,),
            "add `Z` for UTC or an offset such as `+02:00`, or leave the time out",
        )
    if not _is_day(written[:10]):
        return _no_such_day(written[:10])
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return Flaw(rules.NOT_A_DATE, f"has no time of a day: {shown(written)}", (_EXPECTED_MOMENT,))
    return written


def when_captured(written: str) -> str | Flaw:
    """When a document was captured: a moment, ``unknown``, or ``on or after 2025-06-18``."""
    plain = " ".join(written.split())
    if plain == UNKNOWN:
        return plain
    if plain.startswith(ON_OR_AFTER):
        formed = day(plain.removeprefix(ON_OR_AFTER))
        return formed if isinstance(formed, Flaw) else plain
    formed = moment(plain)
    if isinstance(formed, Flaw) and formed.notes == (_EXPECTED_MOMENT,):
        return replace(formed, notes=(_EXPECTED_CAPTURED,))
    return formed


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _no_such_day(written: str) -> Flaw:
    year, month = int(written[:4]), int(written[5:7])
    notes = [_EXPECTED_DAY]
    if year and 1 <= month <= 12:
        notes.append(f"{written[:7]} has {monthrange(year, month)[1]} days")
    return Flaw(rules.NOT_A_DATE, f"is no day of the calendar: {shown(written)}", tuple(notes))


def _month(name: str) -> str:
    """The number of a month by its English name or the beginning of that; 0 of none."""
    found = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    return str(found[0]) if len(found) == 1 else "0"


def _rewritten(written: str) -> str | None:
    """A hint with the day in the expected form, where the text leaves no doubt which day is meant."""
    if match := _YEAR_FIRST.fullmatch(written) or _WITH_TIME.fullmatch(written):
        year, month, of_month = match.groups()
    elif match := _DAY_AND_MONTH.fullmatch(written):
        of_month, month, year = match[1], _month(match[2]), match[3]
    elif match := _MONTH_AND_DAY.fullmatch(written):
        month, of_month, year = _month(match[1]), match[2], match[3]
    elif match := _DAY_FIRST.fullmatch(written):
        of_month, month, year = match.groups()
    else:
        return None
    proposed = f"{year}-{int(month):02d}-{int(of_month):02d}"
    return f"did you mean `{proposed}`?" if _is_day(proposed) else None
