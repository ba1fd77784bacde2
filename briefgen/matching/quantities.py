"""Numbers with all that belongs to them: sign, range, unit, per cent, currency, power, date in figures."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from briefgen.languages import any_language, language_of
from briefgen.matching.fold import Folded
from briefgen.matching.scripts import CONTINUOUS, HANGUL

# Without a figure so near, nothing at an edge belongs to a number.
_FIGURE = re.compile(r"\d")
_NEAR = 16
# What may stand before the figures of a number.
_LONGEST_LEAD = 20

_CURRENCY = "$€£¥¢₽₴₺₹₩₪₫฿₦₱₡₲₵₸₭"
_CODES = "USD|EUR|GBP|CHF|JPY|CNY|RUB|UAH|PLN|SEK|NOK|DKK|TRY|INR|KRW|CAD|AUD"
# Signs of units are the same in all languages, and their case counts: mW is no MW. Those that are words of a
# language, too ("a", "in", "min", "ha"), are in the lists of those where they are none.
_SYMBOLS = (
    "nm|µm|μm|mm|cm|dm|m|km|yd|ft|mg|kg|g|t|kt|Mt|Gt|lb|lbs|oz|ml|mL|cl|dl|hl|l|bbl|h|km/h|kph|mph|kn|"
    "W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|kV|MV|mA|Hz|kHz|MHz|GHz|hPa|kPa|MPa|mbar|kJ|MJ|GJ|kcal|kN|eV|keV|"
    "MeV|kB|KB|MB|GB|TB|PB|kbit|Mbit|Gbit|dB|rpm|ppm|ppb|Bq|kBq|mSv|µSv|к[мгВ]|[мс]м|мг|кВт|МВт|ГВт|м|л|га"
)
_NUMBER = (
    r"(?:(?<!\d)\d{1,2}\. ?\d{1,2}\. ?\d{2,4}|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)|\d+)"
    r"(?:[.,:/'·٫٬]\d+)*(?: ?[¼-¾⅐-⅞])?"
    r"(?:\^\{?[-+]?\w+\}?|\*\*[-+]?\d+|⁻\w+)?"
    rf"[^\W_{CONTINUOUS}{HANGUL}]*(?:\([0-9a-z]{{1,3}}\))*"
)
_ASCENDING = re.compile(r"\d+")
_YEAR = re.compile(r"1\d\d\d|20\d\d")
_NO_SIGN = frozenset("—―⸺⸻")
# What ends so needs no space behind it.
_FREE = re.compile(f"[{CONTINUOUS}{HANGUL}]$")
_JOINT = re.compile(r"|\.?-|- | ?[×·/±] ?| ?[x*] ?| - |[~〜～]")
# How far before a range in words the word that opens it may stand: "from page 5 to 7".
_OPENING = 24
_LONGEST_JOINT = 12
_LARGEST_SCORE = 100


class Quantities:
    """The numbers of a folded text, each with what belongs to it; found when first asked for, and kept."""

    def __init__(self, folded: Folded, source: str, language: str) -> None:
        """`source` is the NFC text that was folded, `language` its BCP 47 tag."""
        self._folded = folded
        self._source = source
        self._language = language

    @cached_property
    def _wholes(self) -> tuple[tuple[int, int, int], ...]:
        return tuple(_wholes(self._folded, self._source, self._language))

    def cuts(self, offset: int, *, ends: bool) -> bool:
        """Whether `offset` of the folded text lies within a number and what belongs to it.

        The words of a unit may be quoted without their number ("per cent of the voters"), not the number
        without its unit.
        """
        text = self._folded.text
        if not _FIGURE.search(text, max(offset - _NEAR, 0), offset + _NEAR):
            return False
        index = bisect_left(self._wholes, (offset,)) - 1
        if index < 0:
            return False
        _, last, unit = self._wholes[index]
        if offset >= last:
            return False
        return ends or not (offset == unit or (0 <= unit < offset and text[offset - 1] == " "))


def _wholes(folded: Folded, source: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Every number of a text, with its range or product: start, end, where the word of its unit starts."""
    text = folded.text
    ranges = _ranges(language)
    whole: tuple[int, int, int] | None = None
    last: re.Match[str] | None = None
    for match in _numbers(text, _pattern(language)):
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


def _numbers(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Every match of `pattern`, looked for only where figures are: most of a text has none."""
    done = 0
    while figure := _FIGURE.search(text, done):
        match = pattern.search(text, max(figure.start() - _LONGEST_LEAD, done))
        assert match is not None, "every figure is a number"
        yield match
        done = match.end()


def _joined(
    text: str, whole: tuple[int, int, int], left: re.Match[str], right: re.Match[str], ranges: "Ranges"
) -> bool:
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
    opened = _opened(text, whole[0], word, ranges)
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
    the words before the first with those between."""

    alone: frozenset[str]
    opened: frozenset[tuple[str, str]]


@cache
def _ranges(language: str) -> Ranges:
    words = [tuple(phrase.split()) for phrase in (language_of(language) or any_language()).ranges]
    alone = frozenset(one[0] for one in words if len(one) == 1)
    return Ranges(alone, frozenset((one[0], one[1]) for one in words if len(one) > 1))


def cuts_change(before: str, after: str, language: str, *, ends: bool) -> bool:
    """Whether folded texts part two numbers of one change or range in words: from 5 % | to 7 %.

    That is for readers to judge, for either number may be meant by itself ("rose to 7 %"): so what begins
    with the word between them is whole.
    """
    text, cut = before + after, len(before)
    ranges = _ranges(language)
    found = [one for one in _numbers(text, _pattern(language)) if one.end() > cut - _OPENING]
    for left, right in pairwise(found):
        word = text[left.end() : right.start()].strip().lower()
        if not left.end() <= cut <= right.start() or not _around(left, right):
            continue
        opened = _opened(text, left.start(), word, ranges)
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


def _opened(text: str, start: int, word: str, ranges: Ranges) -> bool:
    """Whether before a number at `start` stands what opens a range with that word between."""
    return any(
        (first, word) in ranges.opened
        for first in re.findall(r"\w+", text[max(start - _OPENING, 0) : start].lower())[-2:]
    )


def _behind(number: re.Match[str]) -> str:
    return number[0][number.end("number") - number.start() :].strip()


def _around(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two numbers are of one unit, which the first may leave to the second."""
    before = [one[0][: one.start("number") - one.start()].strip() for one in (left, right)]
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


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = language_of(language) or any_language()
    minus = "|".join(
        re.escape(word) + " ?" if _FREE.search(word) else rf"(?<!\w){re.escape(word)} "
        for word in sorted(words.sign_words)
    )
    magnitude = _any_of(words.magnitudes)
    unit = _any_of(words.units)
    symbols = (
        rf"(?:%|‰|‱|٪|°(?: ?[CFK](?!\w))?|[{_CURRENCY}](?!\d)|(?:{_CODES})(?!\w)"
        rf"|(?:{_SYMBOLS})(?:[⁻¹²³]+|\^-?\d)?(?![\w']|-\w))"
    )
    per = rf"(?: ?/ ?(?:{_SYMBOLS}|[^\W\d_]+)(?!\w))?"
    before = (
        rf"(?i:{minus or '(?!)'})?(?:[<>≤≥≈≅~±∼≲≳≦≧]=? ?)?(?P<sign>(?<![\w.])[-+])?"
        rf"(?:(?<!\w)[A-Z]{{0,3}}[{_CURRENCY}] ?-?|(?<!\w)(?:{_CODES}|Rs\.?|Fr\.|kr\.?) ?|%)?"
    )
    behind = (
        rf"(?: ?(?i:{magnitude}))*(?:\.(?= ?(?:{symbols}|(?i:{unit}))))?"
        rf"(?:\+(?!\w)| ?{symbols}{per}| (?P<word>(?i:{unit})){per}|(?i:{_any_of(words.attached_units)}))?"
    )
    firsts = re.escape(
        "".join(sorted({mark for word in words.sign_words for mark in (word[0], word[0].upper())}))
    )
    # With what a number may begin: so most places are passed over at once.
    ahead = rf"(?=[-+\d<>≤≥≈≅~±∼≲≳≦≧{_CURRENCY}%kA-Z{firsts}])"
    return re.compile(f"{ahead}{before}(?P<number>{_NUMBER}){behind}")


def _any_of(words: frozenset[str] | tuple[str, ...]) -> str:
    """One of the words, the longest first; a script without spaces needs no end of a word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + ("" if _FREE.search(word) else r"(?!\w)") for word in ordered) or "(?!)"
