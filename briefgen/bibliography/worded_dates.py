"""Dates as people and programs write them: in words, with full stops, in three fields."""

import re
from dataclasses import replace
from functools import cache

from briefgen.bibliography.dates import ReadDate, in_calendar, range_of, read_date
from briefgen.cldr import Locale
from briefgen.languages import all_reference_words
from briefgen.model.work import PartialDate

LONGEST = 80
"""What has more characters is no date."""

_CIRCA = re.compile(
    r"(?:c\.?a?\.?|circa|about|approx\.?|um|vers|env\.?|hacia|h\.|около|ок\.|біля|бл\.)[\s~]*(?=\[?-?\d)",
    re.IGNORECASE,
)
_BEFORE_CHRIST = re.compile(
    r"(?:(?<!\s)\s++)?(?<![^\W\d_])(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|av\.?\s?j\.?-?\s?c\.?|a\.?\s?c\."
    r"|до н\.?\s?[эе]\.?)",
    re.IGNORECASE,
)
_NO_BRACKETS = {ord("["): None, ord("]"): None}
_YEARS = re.compile(r"(\d{4})\s*(?:--?|–|—|/)\s*(\d{4}|\d\d)")
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_JOINTS = re.compile(r"(?:(?<!\s)\s++)?(?:--?|–|—|/|\bto\b|\bbis\b|\band\b|\bund\b|&)\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?")
_EAST_ASIAN = re.compile(r"(\d{1,4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[./]\s*(\d{4})|(\d{4})\s*[./]\s*(\d{1,2})|(\d{4})-(\d)")
_MONTHS = re.compile(r"[\s~]*(\d{1,2})[\s~]*(?:--?|–|/)[\s~]*(\d{1,2})[\s~]*")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|°)\b", re.IGNORECASE)
_SMALL_WORDS = frozenset("of the de del den le du d am im the г года год р року".split())
_WORDS_OF_SEASONS = (
    "spring frühling frühjahr printemps primavera весна",
    "summer sommer été verano лето літо",
    "autumn fall herbst automne otoño осень осінь",
    "winter hiver invierno зима",
)
SEASONS = {word: number for number, words in enumerate(_WORDS_OF_SEASONS, 1) for word in words.split()}


def read_any_date(text: str) -> ReadDate | None:
    """Read EDTF, or else what people write: ``17.6.2025``, ``June 17, 2025``, ``Spring 2019``, ``350 BC``.

    Two numbers that may each be the month (``3/4/2025``) make no date.
    """
    if len(text) > LONGEST:
        return None
    text = " ".join(text.replace("~", " ~").split()).replace(" ~", "~").strip()
    return read_date(text) or _read_worded(text)


def _read_worded(text: str) -> ReadDate | None:
    text = text.strip().strip("[]()").strip(" .,;")
    about = _CIRCA.match(text)
    circa = bool(about)
    text = text[about.end() if about else 0 :].replace("~", " ").translate(_NO_BRACKETS).strip()
    if before := _BEFORE_CHRIST.search(text):
        return _marked(_before_christ(text[: before.start()]), circa) if before.end() == len(text) else None
    if years := _YEARS.fullmatch(text):
        if len(years[2]) == 2 and int(years[2]) <= int(years[1][2:]):
            return _marked(_month_and_year(text), circa)
        text = f"{years[1]}/{years[1][: 4 - len(years[2])]}{years[2]}"
    read = read_date(text) or _numbered(text) or _month_and_year(text) or _in_words(text)
    return _marked(read, circa)


def _marked(read: ReadDate | None, circa: bool) -> ReadDate | None:
    if read and circa and isinstance(read.value, PartialDate):
        return replace(read, value=replace(read.value, approximate=True))
    return read


def _before_christ(text: str) -> ReadDate | None:
    if not re.fullmatch(r"\d{1,4}(?:\s*(?:--?|–)\s*\d{1,4})?", text):
        return None
    dates = [ReadDate(PartialDate(1 - int(year))) for year in re.findall(r"\d+", text)]
    if len(dates) == 2:
        return range_of(dates[0], dates[1])
    return dates[0] if dates else None


def _numbered(text: str) -> ReadDate | None:
    """``17.6.2025``, ``2025/6/17`` and, where it can only be one, ``17/6/2025``; ``2025년 6월 17일``."""
    if found := _EAST_ASIAN.fullmatch(text):
        return _day(int(found[1]), *(int(part) if part else None for part in found.groups()[1:]))
    if not (found := _NUMBERED.fullmatch(text)):
        return None
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4 and len(found[4]) <= 2:
        return _day(first, second or None, third or None)
    if len(found[4]) != 4 or len(found[1]) > 2:
        return None
    if found[2] == "/" and first <= 12 and second <= 12 and first != second:
        return None
    if found[2] == "/" and second > 12:
        first, second = second, first
    return _day(third, second or None, first or None)


def _month_and_year(text: str) -> ReadDate | None:
    """``6/2025``, ``06.2025``, ``2025/06``."""
    if not (found := _MONTH_YEAR.fullmatch(text)):
        return None
    year, month = (found[2], found[1]) if found[1] else (found[3] or found[5], found[4] or found[6])
    return _day(int(year), int(month) or None, None)


def _day(year: int, month: int | None, day: int | None) -> ReadDate | None:
    date = in_calendar(PartialDate(year, month, day))
    return ReadDate(date) if date and not (day and not month) else None


def _in_words(text: str) -> ReadDate | None:
    """A date with the name of a month or a season, or two of them that share a year."""
    text = _ORDINAL.sub("", text)
    ends = [end for end in _JOINTS.split(text) if end]
    if len(ends) == 2 and not re.fullmatch(r"\d{1,4}|[^\W\d_]{3,}\.?", ends[0]):
        year = re.search(r"\b\d{4}\b", ends[1])
        first = ends[0] if re.search(r"\b\d{4}\b", ends[0]) or not year else f"{ends[0]} {year[0]}"
        start, end = _in_words(first), _in_words(ends[1])
        return range_of(start, end) if start and end else None
    pieces = [piece for piece in _PIECES.findall(text.lower()) if piece not in _SMALL_WORDS]
    years = [piece for piece in pieces if piece.isdecimal() and len(piece) == 4]
    if len(years) != 1 or len(pieces) == 1:
        return None
    rest = " ".join(piece for piece in pieces if piece != years[0])
    named = any(not piece.isdecimal() for piece in rest.split())
    return read_parts(years[0], rest, "") if named else None


def read_parts(year: str, month: str, day: str) -> ReadDate | None:
    """Read BibTeX's three fields as people fill them in; None if they make no date.

    Year: EDTF, ``c. 1850``, ``[1850]``, ``1998--99``. Month: a number or a name (in any language of
    references, long or short, the macros jan … dec included), maybe with a day (``10 June``) or a second
    month (``June/July``), or a season. `month` and `day` are empty where not given.
    """
    read = read_any_date(year)
    if not read or not (month.strip() or day.strip()):
        return read
    if not isinstance(read.value, PartialDate) or read.value.month is not None:
        return None
    return _with_month(read.value, month.lower(), day)


def _with_month(year: PartialDate, month: str, day: str) -> ReadDate | None:
    pieces = [*_PIECES.findall(month), *_PIECES.findall(day)]
    seasons = [SEASONS[piece] for piece in pieces if piece in SEASONS]
    if seasons:
        return ReadDate(replace(year, season=seasons[0]), exact=len(pieces) == 1)
    months = [months_by_name()[piece] for piece in pieces if piece in months_by_name()]
    days = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) <= 2]
    if len(months) + len(days) != len(pieces):
        return None
    if not months and not day and (several := _MONTHS.fullmatch(month)):
        numbers = [int(several[1]), int(several[2])]
        months, days = (numbers, []) if numbers[0] < numbers[1] <= 12 else (months, days)
    if not months:  # numbers alone: the first is the month
        months, days = days[:1], days[1:]
    if months == [0]:  # what has no month was given one all the same
        return ReadDate(year)
    dates = [in_calendar(replace(year, month=number)) for number in months]
    days = [number for number in days if number]
    if len(months) == 1 and days:
        dates = [in_calendar(replace(year, month=months[0], day=number)) for number in days]
    elif days and len(days) == len(months):
        dates = [
            in_calendar(replace(year, month=number, day=day))
            for number, day in zip(months, days, strict=True)
        ]
    elif days:
        return None
    if not dates or len(dates) > 2 or None in dates:
        return None
    first, last = dates[0], dates[-1]
    if first is None or last is None:
        return None
    return ReadDate(first) if len(dates) == 1 else range_of(ReadDate(first), ReadDate(last))


@cache
def months_by_name() -> dict[str, int]:
    """Lower-case names of months, long and short, in the languages of references, with their numbers."""
    return {
        str(name).lower().rstrip("."): number
        for words in all_reference_words()
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale(words.language).months[form][width].items()
        if not str(name)[0].isdecimal()
    } | {"mar": 3, "sept": 9, "okt": 10, "mrz": 3, "jänner": 1, "dec": 12, "juil": 7, "janv": 1, "févr": 2}
