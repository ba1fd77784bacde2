"""The dates of a work, from the fields that may hold them."""

import re
from typing import TypedDict

from briefgen.bibliography.dates import ReadDate, SomeDate, agree
from briefgen.bibliography.field_reader import FieldReader
from briefgen.bibliography.worded_dates import read_any_date, read_parts
from briefgen.model.work import PartialDate
from briefgen.rules import BAD_DATE, DATE_CONFLICT

_PARTS = ("year", "month", "day")
_UNKNOWN = re.compile(r"[?\-.\s]*")
"""BibTeX's sign that nobody knows: ``????``."""
_YEAR_AND_WORDS = re.compile(r"\s*(\d{4})(?=[\s,;(\[])\D+\Z")
"""As ``2022 [Online]``; biber and citeproc read the year of it."""


class Dates(TypedDict):
    """When a work appeared, or what stands in place of that, and when it was looked up."""

    date: SomeDate | None
    date_text: str
    accessed: PartialDate | None


def dates_of(fields: FieldReader) -> Dates:
    """All of them; reports `bad-date` and `date-conflict`."""
    date = _date_of(fields)
    return {
        "date": date,
        "date_text": "" if date else _date_text_of(fields),
        "accessed": _accessed_on(fields),
    }


def _date_of(fields: FieldReader) -> SomeDate | None:
    """The date of the work, from `date` or else year, month and day; reports `bad-date`, `date-conflict`."""
    parts = _date_of_parts(fields)
    field = fields.left.get("date")
    if not field or not field.value.strip():
        return _kept(fields, parts, _PARTS)
    read = read_any_date(fields.peek("date"))
    if not read:
        if parts:
            fields.finding(BAD_DATE, field, f"`{field.value}` is no date", "`year` says it, and counts")
            return _kept(fields, parts, _PARTS)
        hint = "write 2025, 2025-06, 2025-06-17, or two of them with / between"
        fields.finding(BAD_DATE, field, f"`{field.value}` is no date", hint)
        return None
    if parts and agree(read.value, parts.value):
        for name in _PARTS:
            fields.left.pop(name, None)
    elif parts:
        message = f"`date` says {field.value}, but `year` (with `month` and `day`) says {parts.value.iso()}"
        fields.finding(DATE_CONFLICT, field, message, "remove year, month and day: `date` is what counts")
    return _kept(fields, read, ("date",))


def _date_text_of(fields: FieldReader) -> str:
    """What stands in place of a date, and is none: ``in press``, ``n.d.``; nothing for BibTeX's ``????``."""
    if date := fields.take("date"):
        return "" if _UNKNOWN.fullmatch(date) else date
    year, month, day = (fields.take(name) for name in _PARTS)
    if _UNKNOWN.fullmatch(year):
        return ""
    return " ".join(part for part in (day, month, year) if part)


def other_date(fields: FieldReader, name: str) -> SomeDate | None:
    """The date of a field beside the work's own: of an event, of the first edition; reports `bad-date`."""
    field = fields.left.get(name)
    if not field or not field.value.strip():
        return None
    read = read_any_date(fields.peek(name))
    if not read:
        fields.finding(BAD_DATE, field, f"`{field.value}` is no date", "write it as 2025-06-17")
    return _kept(fields, read, (name,))


def _kept(fields: FieldReader, read: ReadDate | None, names: tuple[str, ...]) -> SomeDate | None:
    """The date; its fields count as used when it says all they say."""
    if read is None:
        return None
    if read.exact:
        for name in names:
            fields.left.pop(name, None)
    return read.value


def _date_of_parts(fields: FieldReader) -> ReadDate | None:
    """The date in year, month and day; what is in them and is no date is reported."""
    year, month, day = (fields.peek(name) for name in _PARTS)
    if not year or _UNKNOWN.fullmatch(year):
        return None
    read = read_parts(year, month, day)
    if not read:
        only_year = read_parts(year, "", "")
        wrong = "year" if not only_year else "month" if month else "day"
        field = fields.left[wrong]
        hint = "write four digits; for a work to come pubstate = {forthcoming}" if wrong == "year" else None
        if wrong == "year" and (begins := _YEAR_AND_WORDS.match(year)):
            hint = f"it is read as {begins[1]}: write `year = {{{begins[1]}}}`, and leave the words out"
            fields.finding(BAD_DATE, field, f"words stand behind the year: `{year}`", hint)
            return read_parts(begins[1], month, day) or read_parts(begins[1], "", "")
        fields.finding(BAD_DATE, field, f"`{fields.peek(wrong)}` is no {wrong} we understand", hint)
        if only_year:  # what is understood counts; the rest of it is kept beside
            part = read_parts(year, month, "") or only_year
            return ReadDate(part.value, exact=False)
    return read


def _accessed_on(fields: FieldReader) -> PartialDate | None:
    """When the work was looked up, from `urldate` or what other programs call it; reports `bad-date`."""
    for name in ("urldate", "accessed", "lastaccessed", "lastchecked", "accessdate"):
        field = fields.left.get(name)
        if not field or not field.value.strip():
            continue
        read = read_any_date(fields.peek(name))
        if read and isinstance(read.value, PartialDate):
            _kept(fields, read, (name,))
            return read.value
        fields.finding(BAD_DATE, field, f"`{field.value}` is no date", "write it as 2025-06-17")
        return None
    return None
