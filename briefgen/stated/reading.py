"""Reads the numbers and dates that a text states."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import zip_longest

from briefgen.matching.scripts import CONTINUOUS, HANGUL
from briefgen.stated.currencies import CODES, MARKS
from briefgen.stated.dates import date_at
from briefgen.stated.digits import readings, roman, western
from briefgen.stated.numerals import Numerals, Part, total
from briefgen.stated.values import Clock, Day, Figure, Sign, Stated
from briefgen.stated.words import PERCENT, Words, words_of

_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?:['’]\d{3})+(?!\d)"
# Hindi and Thai write vowels with marks that are no letters.
_LETTERS = r"(?:[^\W\d_][\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0e31-\u0e4e]*)+"
_ITEM = re.compile(rf"(?P<number>{_GROUPED}|\d+(?:[.,:]\d+)*)|(?P<word>{_LETTERS}(?:['’]{_LETTERS})*)")
_FRACTION = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667"}
_SUFFIX = re.compile(rf"[^\W\d_{CONTINUOUS}{HANGUL}]+")
_CLOCK = re.compile(
    r"(\d{1,2})(?::(\d\d)(?::\d\d)?(?!\d)|\s?h\s?(\d\d)(?!\d)|(?:\.(\d\d))?(?=\s?(?:Uhr\b|[ap]\.\s?m\b|pm\b)))"
)
"""18:30, 18:30:05, 18h30, 18.30 Uhr, 6 p.m."""
_SHORT_MAGNITUDE = re.compile(r" ?(?P<short>m|k|bn)(?!\w)", re.IGNORECASE)
_SHORTS = {"m": Decimal(10**6), "k": Decimal(1000), "bn": Decimal(10**9)}
_MARKS = "|".join(re.escape(mark) for mark in sorted(MARKS, key=len, reverse=True))
_MONEY_BEFORE = re.compile(rf"(?:{_MARKS}|(?<!\w)(?:{'|'.join(CODES)}))[ \u00a0]?$")
_SIGN_BEFORE = re.compile(r"(?:^|(?<=[\s(\[=:;,„“\"«]))([-+\u2212])[ ]?$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_RANGE = re.compile(r"\s?[-–—‑/]\s?|\s?(?:±|x|×)\s?")
_FOLLOWS = re.compile(rf"[ \u00a0\u202f-]?[^\W\d_]|[{CONTINUOUS}{HANGUL}]")
_SHORTENED = ("'", "’", "‘", "/", "-", "–", "‑")
"""Before a year without its century."""
_LONGEST_MONEY = 6
_LEAD = 12


@lru_cache(maxsize=64)
def read_stated(text: str, language: str) -> Stated:
    """All numbers and dates of a text in the language of a BCP 47 tag; places are those of the text."""
    return _Reader(western(text), words_of(language)).read()


class _Reader:
    """Goes through a text item by item."""

    def __init__(self, text: str, words: Words) -> None:
        self._text = text
        self._words = words
        self._figures: list[Figure] = []
        self._days: list[Day] = []
        self._clocks: list[Clock] = []

    def read(self) -> Stated:
        text, at = self._text, 0
        while item := _ITEM.search(text, at):
            date = date_at(text, item.start(), self._words)
            if date:
                self._days += date.days
                for start, end, year in date.years:
                    self._figures.append(Figure(start, end, frozenset((Decimal(year),)), idle=True))
                at = date.end
                continue
            clock = _CLOCK.match(text, item.start()) if item["number"] else None
            minutes = int((clock and (clock[2] or clock[3] or clock[4])) or 0)
            if clock and int(clock[1]) <= 24 and minutes < 60:
                self._clocks.append(Clock(clock.start(), clock.end(), int(clock[1]), minutes))
                at = clock.end()
                continue
            at = self._number(item) if item["number"] else self._in_words(item)
        self._figures += _in_spaceless(text, self._words)
        return Stated(
            tuple(_with_ranges(text, self._figures, self._words)), tuple(self._days), tuple(self._clocks)
        )

    # ------------------------------------------------------------------------------- in figures

    def _number(self, item: re.Match[str]) -> int:
        text, words, start, end = self._text, self._words, item.start(), item.end()
        values = readings(item[0], words)
        if text[end : end + 1] in _FRACTION:
            values = frozenset(value + Decimal(_FRACTION[text[end]]) for value in values)
            end += 1
        money = _MONEY_BEFORE.search(text[max(start - _LONGEST_MONEY, 0) : start])
        begins = start - len(money[0]) if money else start
        sign = self._sign(begins)
        plain = True
        if money and (short := _SHORT_MAGNITUDE.match(text, end)):
            values = frozenset(value * _SHORTS[short["short"].lower()] for value in values)
            end, plain = short.end(), False
        values, end, plain = self._magnitudes(values, end, plain=plain)
        unit = ""
        if money:
            mark = money[0].strip()
            unit = MARKS.get(mark) or CODES.get(mark, "")
        elif found := words.units.match(text, end):
            unit = words.unit_of(found["unit"])
            end = found.end()
        elif self._after_percent(begins):
            unit = "%"
        elif plain and (suffix := _SUFFIX.match(text, end)):
            end = suffix.end()  # 19th, 1990s, 5th
        counts = not unit and bool(_FOLLOWS.match(text, end))
        is_cut = text[start - 1 : start] in _SHORTENED or end > item.end()
        self._figures.append(Figure(begins, end, values, unit, sign, counts, short=is_cut))
        return max(end, item.end())

    def _magnitudes(
        self, values: frozenset[Decimal], end: int, *, plain: bool
    ) -> tuple[frozenset[Decimal], int, bool]:
        """Words like *million* behind a number; in East Asian scripts a smaller one may follow: 1億2000万."""
        text, words = self._text, self._words
        done = Decimal(0)
        while found := words.magnitudes.match(text, end):
            factor = words.magnitude_of(found[0])
            values = frozenset(value * factor for value in values)
            end, plain = found.end(), False
            if text[end - 1 : end] == "." and not text[end - 2 : end - 1].isalnum():
                end -= 1
            more = re.compile(r"\d+").match(text, end) if not text[end - 1].isascii() else None
            if more:
                done += min(values)
                values, end = frozenset((Decimal(more[0]),)), more.end()
        return frozenset(value + done for value in values), end, plain

    def _after_percent(self, start: int) -> bool:
        """Whether the word for per cent stands before a number: yüzde 20, 百分之25."""
        before = self._text[max(start - _LEAD, 0) : start]
        word = _WORD_BEFORE.search(before)
        return before.endswith("百分之") or bool(word and word[1].lower() in PERCENT)

    def _sign(self, start: int) -> Sign:
        before = self._text[max(start - _LEAD, 0) : start]
        if found := _SIGN_BEFORE.search(before):
            return Sign.PLUS if found[1] == "+" else Sign.MINUS
        word = _WORD_BEFORE.search(before)
        return Sign.MINUS if word and word[1].lower() in self._words.minus else Sign.NONE

    # --------------------------------------------------------------------------------- in words

    def _in_words(self, item: re.Match[str]) -> int:
        text, words = self._text, self._words
        parts: list[Part] = []
        end, at, joined = item.start(), item.start(), False
        value: int | None = None
        count = 0
        while word := _ITEM.match(text, at):
            key = word[0].lower().replace("’", "'")
            found = words.numerals.parts(key) if word["word"] else None
            if found is None and parts and key[0] in words.numerals.joints:  # Arabic and Hebrew: وعشرون
                found, joined = words.numerals.parts(key[1:]), True
            if found is None:
                if not parts or key not in words.numerals.joints:
                    break
                joined = True
            else:
                more = [replace(found[0], joined=joined or found[0].joined), *found[1:]]
                whole = total([*parts, *more])
                if whole is None:
                    break
                parts += more
                value, end, joined = whole, word.end(), False
                count += 1
            gap = text[word.end() : word.end() + 1]
            if gap not in (" ", "-", "\u00a0", "‑", "\n"):
                break
            at = word.end() + 1
        if value is None:
            if number := roman(item[0]):
                self._figures.append(
                    Figure(item.start(), item.end(), frozenset((Decimal(number),)), written=False, idle=True)
                )
            return item.end()
        idle = count == 1 and (len(parts) == 1) and (value <= 12 or value in (100, 1000) or value >= 10**6)
        unit, behind = "", end
        if self._after_percent(item.start()):
            unit = "%"
        elif found_unit := words.units.match(text, end):
            unit, behind = words.unit_of(found_unit["unit"]), found_unit.end()
        counts = not unit and bool(_FOLLOWS.match(text, end))
        sign = self._sign(item.start())
        self._figures.append(
            Figure(
                item.start(),
                behind,
                frozenset((Decimal(value),)),
                unit,
                sign,
                counts,
                written=False,
                idle=idle,
            )
        )
        return max(behind, item.end())


def _in_spaceless(text: str, words: Words) -> Iterator[Figure]:
    """Numbers in words of scripts that set no spaces: 二十五, สองร้อย; two of them at least."""
    values, one = words.numerals.values, _spaceless(words.numerals)
    if not one:
        return
    for run in re.compile(f"(?:{one}){{2,}}").finditer(text):
        parts = [Part(values[word]) for word in re.findall(one, run[0])]
        value = total(parts)
        if value is not None and any(part.value >= 10 for part in parts):
            unit = words.units.match(text, run.end())
            share = text.endswith("百分之", 0, run.start())
            yield Figure(
                run.start(),
                unit.end() if unit else run.end(),
                frozenset((Decimal(value),)),
                "%" if share else words.unit_of(unit["unit"]) if unit else "",
                written=False,
                idle=True,
            )


@cache
def _spaceless(numerals: Numerals) -> str:
    """An expression for one of them in such a script; empty where there is none."""
    free = [word for word in numerals.values if re.match(f"[{CONTINUOUS}{HANGUL}]", word)]
    return "|".join(sorted(free, key=len, reverse=True))


def _with_ranges(text: str, figures: list[Figure], words: Words) -> Iterator[Figure]:
    """The figures; the first of a range has the unit, and may have the magnitude, of the second."""
    figures.sort(key=lambda one: (one.start, one.end))
    for one, other in zip_longest(figures, figures[1:]):
        if other is None or one.unit or not other.unit:
            yield one
            continue
        between = text[one.end : other.start]
        word = between.strip().lower()
        if _RANGE.fullmatch(between) or (word in words.joints and len(between) < _LEAD):
            factor = _factor_of(other)
            values = one.values | frozenset(value * factor for value in one.values)
            yield Figure(one.start, one.end, values, other.unit, one.sign, False, one.written, one.idle)
        else:
            yield one


def _factor_of(figure: Figure) -> Decimal:
    """What a magnitude behind it may have multiplied a number with."""
    for power in (12, 9, 6, 3):
        factor = Decimal(10**power)
        if figure.value >= factor and figure.value < factor * 1000:
            return factor
    return Decimal(1)
