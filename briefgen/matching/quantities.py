"""Numbers with all that belongs to them: sign, range, unit, per cent, currency, power, date in figures."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise, takewhile
from sys import maxsize

from briefgen.languages import any_language, language_of
from briefgen.matching.fold import Folded
from briefgen.matching.numbers import FIGURE, number_pattern, numbers
from briefgen.matching.typography import WAVE_DASH

# Without a figure so near, nothing at an edge belongs to a number.
_NEAR = 16
# Figures so far apart belong to no one number; where so long a stretch is full of them, all are read at once.
_APART = 64
_FAR = (384, 8192)
_ASCENDING = re.compile(r"\d+")
_YEAR = re.compile(r"1\d\d\d|20\d\d")
_NO_SIGN = frozenset("—―⸺⸻")
_JOINT = re.compile(r"|\.?-|- | ?[×·/±] ?| ?[x*] ?| - |[~〜]")
# Figures with the words that belong to them, or that count: 午後5時, 10人.
_NUMBER_BEFORE = re.compile(r"\d[^\W\d_]{0,3}\Z")
_NUMBER_BEHIND = re.compile(r"[^\W\d_]{0,3} ?\d")
_PAIR = re.compile(
    r"(?<!\d)\d{1,3} ?(?:(?:h|Uhr) ?\d\d(?: ?min)?|(?:ft|st|lbs?) ?\d{1,2} ?(?:in|lbs?|oz))(?![\w%])"
    r"|\d{1,2}(?:時|时|點|点) ?\d{1,2}分|\d{1,2}시 ?\d{1,2}분"
)
# A month without its number is none, nor a day: 2024年5|月, 5月1|日.
_OF_DATE = re.compile(r"[年月년월] ?\d{1,2}\Z")
_PARTS_OF_DATE = frozenset("月日号號월일")
_WORD_BEHIND = re.compile(r"[^\W\u3040-\u309f]")
# How far before a range in words the word that opens it may stand: "from page 5 to 7".
_OPENING = 24
_LONGEST_JOINT = 12
_LARGEST_SCORE = 100


_Whole = tuple[int, int, int]
"""A number with its range or product: start, end, where the word of its unit starts, or -1."""


class Quantities:
    """The numbers of a folded text, each with what belongs to it; found when first asked for, and kept."""

    def __init__(self, folded: Folded, source: str, language: str) -> None:
        """`source` is the NFC text that was folded, `language` its BCP 47 tag."""
        self._folded = folded
        self._source = source
        self._language = language

    @cached_property
    def _wholes(self) -> tuple[_Whole, ...]:
        return tuple(_wholes(self._folded, self._source, self._language))

    def _last_before(self, offset: int) -> _Whole | None:
        """The last number that begins before an offset; none where it is too far away to matter.

        A capture has thousands of numbers, and few quotations begin or end beside one: only those around the
        offset are read, but for a text that is full of figures.
        """
        start = _gap_before(self._folded.text, offset)
        if start is None:
            index = bisect_left(self._wholes, (offset,)) - 1
            return self._wholes[index] if index >= 0 else None
        near = _wholes(self._folded, self._source, self._language, start, offset + _APART)
        before = takewhile(lambda whole: whole[0] < offset, near)
        return next(iter(deque(before, maxlen=1)), None)

    def cuts(self, offset: int, *, ends: bool) -> bool:
        """Whether `offset` of the folded text lies within a number and what belongs to it.

        The words of a unit may be quoted without their number ("per cent of the voters"), not the number
        without its unit.
        """
        text = self._folded.text
        if not FIGURE.search(text, max(offset - _NEAR, 0), offset + _NEAR):
            return False
        if _cuts_span(text, offset, ends=ends) or _cuts_pair(text, offset) or _cuts_date(text, offset):
            return True
        whole = self._last_before(offset)
        if whole is None or offset >= whole[1]:
            return False
        unit = whole[2]
        return ends or not (offset == unit or (0 <= unit < offset and text[offset - 1] == " "))


def _cuts_span(text: str, offset: int, *, ends: bool) -> bool:
    """Whether a place is beside the wave dash of a range with words in it, or without an end.

    So is the end of 5月3日 in 5月3日〜7日, and of 10人 in 10人〜. A subtitle may stand between two wave
    dashes: it begins with a word, and with no particle.
    """
    if text[offset if ends else offset - 1] != WAVE_DASH:
        return False
    dash = offset if ends else offset - 1
    before, behind = text[max(dash - _NEAR, 0) : dash], text[dash + 1 : dash + _NEAR]
    number, other = _NUMBER_BEFORE.search(before), _NUMBER_BEHIND.match(behind)
    if ends:
        return bool(number and (other or not _WORD_BEHIND.match(behind)))
    return bool(other and (number or not before[-1:].isalnum()))


def _cuts_date(text: str, offset: int) -> bool:
    """Whether a place is between the number of a month or day and the sign for it."""
    return text[offset] in _PARTS_OF_DATE and bool(_OF_DATE.search(text[max(offset - _NEAR, 0) : offset]))


def _cuts_pair(text: str, offset: int) -> bool:
    """Whether a place is within a time or measure of two numbers: 14 h | 30, 2時|30分, 5 ft | 10 in."""
    low = max(offset - _NEAR, 0)
    return any(
        low + pair.start() < offset < low + pair.end() for pair in _PAIR.finditer(text[low : offset + _NEAR])
    )


def _gap_before(text: str, offset: int) -> int | None:
    """Where in front of an offset no number reaches over; None where figures are too many to see it soon."""
    for far in _FAR:
        first = offset
        for figure in reversed(list(FIGURE.finditer(text, max(offset - far, 0), offset))):
            if first - figure.start() > _APART:
                break
            first = figure.start()
        start = first - _APART // 2
        if start >= offset - far + _APART or offset <= far:
            return max(start, 0)
    return None


def _wholes(
    folded: Folded, source: str, language: str, start: int = 0, limit: int = maxsize
) -> Iterator[_Whole]:
    """Every number of a text whose figures begin in ``[start, limit)``, and that is joined to none before."""
    text = folded.text
    ranges = _ranges(language)
    whole: _Whole | None = None
    last: re.Match[str] | None = None
    for match in numbers(text, number_pattern(language), start, limit):
        first = match.start()
        if match["sign"] and _mark_of(folded, source, match.start("sign")) in _NO_SIGN:
            first = match.end("sign")
        unit = match.start("word") if match["word"] else -1
        if whole and last and _joined(text, whole, last, match, ranges):
            whole = (whole[0], match.end(), unit)
        else:
            if whole:
                yield whole
            whole = (first, match.end(), unit)
        last = match
    if whole:
        yield whole


def _joined(text: str, whole: _Whole, left: re.Match[str], right: re.Match[str], ranges: "Ranges") -> bool:
    between = text[whole[1] : right.start()]
    if right["sign"] and not between:
        return True
    if text[right.start()] == "±" and not between.strip():
        return True
    if _joins(between, left, right):
        return True
    if len(between) > _LONGEST_JOINT:
        return False
    word = between.strip().lower()
    opened = _opened(text, whole[0], word, ranges.opened)
    if word in ranges.alone:
        # It may be a change, not a range: "from 5 to 7", "rose 5 % to 7 %".
        if opened or _behind(left):
            return False
    elif not opened:
        return False
    return _around(left, right) and _ascends(left, right)


@dataclass(frozen=True, slots=True)
class Ranges:
    """The words of ranges in a language: those between two numbers that need no word before the first, and
    the words before the first with those between; and such of changes."""

    alone: frozenset[str]
    opened: frozenset[tuple[str, str]]
    changes: frozenset[tuple[str, str]]


@cache
def _ranges(language: str) -> Ranges:
    data = language_of(language) or any_language()
    words = [tuple(phrase.split()) for phrase in data.ranges]
    changes = frozenset((one, other) for one, other in map(str.split, data.changes))
    alone = frozenset(one[0] for one in words if len(one) == 1)
    return Ranges(alone, frozenset((one[0], one[1]) for one in words if len(one) > 1), changes)


def cuts_change(before: str, after: str, language: str, *, ends: bool) -> bool:
    """Whether folded texts part two numbers of one change or range in words: from 5 % | to 7 %.

    That is for readers to judge, for either number may be meant by itself ("rose to 7 %"): so what begins
    with the word between them is whole.
    """
    text, cut = before + after, len(before)
    ranges = _ranges(language)
    found = [one for one in numbers(text, number_pattern(language)) if one.end() > cut - _OPENING]
    for left, right in pairwise(found):
        word = text[left.end() : right.start()].strip().lower()
        if not left.end() <= cut <= right.start() or not _around(left, right):
            continue
        opened = _opened(text, left.start(), word, ranges.opened | ranges.changes)
        if opened or (word in ranges.alone and not _is_year_before(left, right)):
            return ends or bool(text[left.end() : cut].strip())
    return False


def _is_year_before(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether the first of two numbers is the year of a date: le 4 mai 2021 à 10 h."""
    return (
        _YEAR.fullmatch(left[0].strip()) is not None
        and _YEAR.fullmatch(right["number"]) is None
        and int(left["number"]) > int(_ASCENDING.findall(right["number"])[0])
    )


def _opened(text: str, start: int, word: str, pairs: frozenset[tuple[str, str]]) -> bool:
    """Whether before a number at `start` stands what opens a range with that word between."""
    return any(
        (first, word) in pairs
        for first in re.findall(r"\w+", text[max(start - _OPENING, 0) : start].lower())[-2:]
    )


def _behind(number: re.Match[str]) -> str:
    return number[0][number.end("number") - number.start() :].strip()


def _around(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two numbers are of one unit, which the first may leave to the second."""
    before = [one[0][: one.start("number") - one.start()].strip().strip("-+") for one in (left, right)]
    return before[0] == before[1] and _behind(right).startswith(_behind(left))


def _ascends(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two numbers with a word between them ascend by little, or are a score."""
    one, other = (_ASCENDING.search(match["number"]) for match in (left, right))
    assert one is not None
    assert other is not None
    first, second = int(one[0]), int(other[0])
    if first < second:
        return len(other[0]) - len(one[0]) <= 1
    return max(first, second) < _LARGEST_SCORE and not left["word"] and not right["word"]


def _joins(between: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two numbers with this between them are one range, product or tolerance.

    A dash with spaces joins only what ascends: in "2020 – 5 years later" it parts.
    """
    if not _JOINT.fullmatch(between):
        return False
    if between.strip() != "-" or between == "-":
        return True
    one, other = (_ASCENDING.search(match["number"]) for match in (left, right))
    assert one is not None
    assert other is not None
    return int(one[0]) < int(other[0]) and abs(len(one[0]) - len(other[0])) <= 1


def _mark_of(folded: Folded, source: str, offset: int) -> str:
    start, end = folded.source_range(offset, offset + 1)
    return "—" if end - start > 1 else source[start:end]
