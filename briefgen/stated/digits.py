"""What figures come to: 1.500 in German, 1,500 in English, ١٥٠٠."""

import re
import unicodedata
from decimal import Decimal
from functools import cache

from briefgen.stated.words import Words

_OTHER_DIGIT = re.compile(r"(?![0-9])\d|[٫٬]")
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?")
_ROMAN = re.compile(r"(?=[IVXLCM]{1,9}\Z)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def western(text: str) -> str:
    """The text with its digits as 0 to 9, every character at the place where it was."""
    if text.isascii() or not _OTHER_DIGIT.search(text):
        return text
    return _OTHER_DIGIT.sub(lambda found: _digit(found[0]), text)


@cache
def _digit(character: str) -> str:
    if character in "٫٬":
        return "." if character == "٫" else ","
    return str(unicodedata.decimal(character))


def readings(written: str, words: Words) -> frozenset[Decimal]:
    """All that a number in figures may come to in a language."""
    text = re.sub(r"[ \u00a0\u202f\u2009'’]", "", written).rstrip(".,:")
    marks = [mark for mark in text if mark in ".,:"]
    if not marks:
        return frozenset((Decimal(text),))
    if ":" in marks:
        return frozenset(Decimal(part) for part in re.split(r"[.,:]", text) if part)
    if _INDIAN.fullmatch(text):
        return frozenset((Decimal(text.replace(",", "")),))
    last = marks[-1]
    if len(set(marks)) > 1:
        if marks.count(last) > 1 or marks.index(last) != len(marks) - 1:
            return frozenset((_pieces(text),))
        whole, _, rest = text.rpartition(last)
        return frozenset((Decimal(f"{re.sub('[.,]', '', whole)}.{rest}"),))
    if len(marks) > 1:
        grouped = _GROUPS.fullmatch(text)
        return frozenset((Decimal(re.sub("[.,]", "", text)) if grouped else _pieces(text),))
    split = Decimal(text.replace(",", "."))
    if not _GROUPS.fullmatch(text) or text.startswith("0"):
        return frozenset((split,))
    grouped_value = Decimal(re.sub("[.,]", "", text))
    if words.loose:
        return frozenset((split, grouped_value))
    return frozenset((split if last == words.decimal else grouped_value,))


def _pieces(text: str) -> Decimal:
    """A number for what is none (1.2.3), which is the same for the same pieces."""
    whole, _, rest = re.sub("[,:]", ".", text).partition(".")
    return Decimal(f"{whole}.{rest.replace('.', '0000')}1")


def roman(word: str) -> int:
    """What a Roman number comes to; 0 for any other word, and for a single letter but for I, V and X."""
    if not _ROMAN.fullmatch(word) or word in ("C", "D", "L", "M"):
        return 0
    values = [_ROMANS[letter] for letter in word]
    return sum(
        -value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values)
    )
