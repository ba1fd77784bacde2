"""Dates in a text: in figures, with the name of a month, in East Asian signs."""

import re
from dataclasses import dataclass

from briefgen.stated.values import Day
from briefgen.stated.words import Words

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})(\.\s?|/|-)(\d{1,2})(?:\.\s?|/|-)(\d{4}|\d\d)(?![\d.,]*\d)")
_SHORT = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)")
_ASIAN = re.compile(r"(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日號号일])?")
_VIETNAMESE = re.compile(r"(?:(\d{1,2}) )?tháng (\d{1,2})(?: năm (\d{4}))?", re.IGNORECASE)
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})(?!\d|:\d|[.,]\d)(?:st|nd|rd|th|er|º|ª|°|ος|η|-?[а-яіїєё]{1,3}|e|de)?(?!\w)\.?"
)
_LITTLE = r"(?:\s|\u00a0|,|de\b|del\b|of\b|d['’]|den\b|di\b|a\b)*"
_GAP = re.compile(_LITTLE)
_WORD = re.compile(r"[^\W\d_]{3,}(?:['’][^\W\d_]+)?\.?")
_YEAR = re.compile(r"[\s\u00a0,.]*(?:(?:de|del|of|anul|έτους|року|года|рік|в)\s)?(\d{4})(?!\d|[.,]\d)")
_RANGE = re.compile(
    r"\s?[-–—/]\s?|\s(?:and|to|bis|und|et|au|y|al|e|i|и|по|a|en|tot|og|och|til|till|do|до|і|та)\s"
)
_MONTHS, _DAYS = 12, 31
_CENTURY = 100
_CENTURIES = (1900, 2000)


@dataclass(frozen=True, slots=True)
class Dated:
    """One date, or two of a range, up to `end`; and the years that stand in it, with their places."""

    days: tuple[Day, ...]
    end: int
    years: tuple[tuple[int, int, int], ...] = ()


def date_at(text: str, start: int, words: Words) -> Dated | None:
    """The date that begins at a place, if one does."""
    if text[start].isdecimal():
        return _in_figures(text, start) or _day_first(text, start, words) or _year_first(text, start, words)
    return _month_first(text, start, words)


def _in_figures(text: str, start: int) -> Dated | None:
    if found := _ISO.match(text, start):
        return _made(start, found.end(), [(int(found[1]), int(found[3]), int(found[4]))])
    if found := _NUMBERED.match(text, start):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        years = [year] if len(found[4]) == 4 else [century + year for century in _CENTURIES]
        if len(found[4]) < 4 and found[2] == "-":
            return None
        options = [(one, second, first) for one in years]
        if found[2] == "/":
            options += [(one, first, second) for one in years]
        return _made(start, found.end(), options)
    if found := _ASIAN.match(text, start):
        return _made(start, found.end(), [(int(found[1] or 0), int(found[2]), int(found[3] or 0))])
    if found := _SHORT.match(text, start):
        return _made(start, found.end(), [(0, int(found[2]), int(found[1]))])
    if found := _VIETNAMESE.match(text, start):
        return _made(start, found.end(), [(int(found[3] or 0), int(found[2]), int(found[1] or 0))])
    return None


def _made(start: int, end: int, options: list[tuple[int, int, int]]) -> Dated | None:
    right = frozenset(one for one in options if 1 <= one[1] <= _MONTHS and 0 <= one[2] <= _DAYS)
    if not right:
        return None
    years = tuple(dict.fromkeys((start, end, one[0]) for one in sorted(right) if one[0]))
    return Dated((Day(start, end, right),), end, years)


def _month(text: str, at: int, words: Words) -> tuple[int, int]:
    """The month whose name stands at a place, and its end; 0 where none does."""
    word = _WORD.match(text, at)
    if not word:
        return 0, at
    name = word[0]
    number = words.month(name)
    if not number and ("'" in name or "’" in name):
        number = words.month(re.split("['’]", name)[0])
    if name.endswith(".") and not text[word.end() : word.end() + 2].strip()[:1].isdecimal():
        return number, word.end() - 1
    return number, word.end()


def _year(text: str, at: int) -> tuple[int, int, int]:
    """A year behind a place: itself, where it stands, and its end."""
    found = _YEAR.match(text, at)
    return (int(found[1]), found.start(1), found.end()) if found else (0, 0, at)


def _day_first(text: str, start: int, words: Words) -> Dated | None:
    """17 June 2025, 3.–5. Mai, le 1er juin, 17 de junio de 2025."""
    first = _DAY.match(text, start)
    if not first or not 1 <= int(first[1]) <= _DAYS:
        return None
    found = [(start, int(first[1]))]
    at = first.end()
    while len(found) < 3 and (joint := _RANGE.match(text, at)):
        other = _DAY.match(text, joint.end())
        if not other or not 1 <= int(other[1]) <= _DAYS:
            break
        found.append((other.start(), int(other[1])))
        at = other.end()
    gap = _GAP.match(text, at)
    month, end = _month(text, gap.end() if gap else at, words)
    if not month:
        return None
    year, place, behind = _year(text, end)
    end = behind if year else end
    days = tuple(Day(at_, end, frozenset(((year, month, day),))) for at_, day in found)
    return Dated(days, end, ((place, place + 4, year),) if year else ())


def _year_first(text: str, start: int, words: Words) -> Dated | None:
    """2025. június 17., 2025 June 17."""
    found = re.compile(r"(?<!\d)(\d{4})\.?[ \u00a0]").match(text, start)
    if not found:
        return None
    month, end = _month(text, found.end(), words)
    if not month:
        return None
    day = re.compile(r"[ \u00a0](\d{1,2})(?!\d)(?!\s?:)\.?").match(text, end)
    number = int(day[1]) if day and 1 <= int(day[1]) <= _DAYS else 0
    if not number and _year(text, end)[0]:
        return None
    end = day.end() if day and number else end
    year = int(found[1])
    return Dated((Day(start, end, frozenset(((year, month, number),))),), end, ((start, start + 4, year),))


def _month_first(text: str, start: int, words: Words) -> Dated | None:
    """June 17, 2025; June 2025; im Juni 2025."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        return None
    if vietnamese := _VIETNAMESE.match(text, start):
        month, year = int(vietnamese[2]), int(vietnamese[3] or 0)
        return _made(start, vietnamese.end(), [(year, month, 0)])
    month, end = _month(text, start, words)
    if not month:
        return None
    day = re.compile(
        r"[ \u00a0](\d{1,2})(?!\d|[.,:]\d| ?[%€$]|[ \u00a0]\d{3}\b)(?:st|nd|rd|th)?(?!\w)"
    ).match(text, end)
    if day and 1 <= int(day[1]) <= _DAYS and text[start : start + 1] != text[start : start + 1].lower():
        year, place, behind = _year(text, day.end())
        end = behind if year else day.end()
        found = [int(day[1])]
        if (other := re.compile(r"[-–](\d{1,2})(?!\d)").match(text, day.end())) and int(other[1]) <= _DAYS:
            year, place, behind = _year(text, other.end())
            end = behind if year else other.end()
            found.append(int(other[1]))
        days = tuple(Day(start, end, frozenset(((year, month, one),))) for one in found)
        return Dated(days, end, ((place, place + 4, year),) if year else ())
    year, place, behind = _year(text, end)
    if not year:
        return None
    return Dated((Day(start, behind, frozenset(((year, month, 0),))),), behind, ((place, place + 4, year),))
