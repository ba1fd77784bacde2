"""Every number of a text, with what is written together with it: sign, currency, magnitude, unit."""

import re
from collections.abc import Iterator
from functools import cache
from sys import maxsize

from briefgen.languages import Language, any_language, language_of
from briefgen.matching.scripts import CONTINUOUS, HANGUL

FIGURE = re.compile(r"\d")
# What may stand before the figures of a number.
_LONGEST_LEAD = 20

_CURRENCY = "$€£¥¢₽₴₺₹₩₪₫฿₦₱₡₲₵₸₭"
_CODES = "USD|EUR|GBP|CHF|JPY|CNY|RUB|UAH|PLN|SEK|NOK|DKK|TRY|INR|KRW|CAD|AUD"
# Signs of units are the same in all languages, and their case counts: mW is no MW. Those that are words of a
# language, too ("a", "in", "min", "ha"), are in the lists of those where they are none.
_SYMBOLS = (
    "nm|µm|μm|mm|cm|dm|m|km|yd|ft|mg|kg|g|t|kt|Mt|Gt|lb|lbs|oz|ml|mL|cl|dl|hl|l|bbl|h|km/h|kph|mph|kn|"
    "W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|kV|MV|mA|Hz|kHz|MHz|GHz|hPa|kPa|MPa|mbar|kJ|MJ|GJ|kcal|kN|eV|keV|"
    "M€|k€|Md€|Mds€|Mrd€|Mio€|M\\$|"
    "MeV|kB|KB|MB|GB|TB|PB|kbit|Mbit|Gbit|dB|rpm|ppm|ppb|Bq|kBq|mSv|µSv|к[мгВ]|[мс]м|мг|кВт|МВт|ГВт|м|л|га"
)
_NUMBER = (
    r"(?:(?<!\d)\d{1,2}\. ?(?:0?[1-9]|1[0-2])\. ?\d{2,4}|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)|\d+)"
    r"(?:[.,:/'′·٫٬]\d+)*(?: ?[¼-¾⅐-⅞])?(?:[′″](?!\w))?"
    r"(?:\^\{?[-+]?\w+\}?|\*\*[-+]?\d+|⁻\w+)?"
    rf"[^\W_{CONTINUOUS}{HANGUL}]*(?:\([0-9a-z]{{1,3}}\))*"
)
# What ends so needs no space behind it.
_FREE = re.compile(f"[{CONTINUOUS}{HANGUL}]$")


def numbers(
    text: str, pattern: re.Pattern[str], start: int = 0, limit: int = maxsize
) -> Iterator[re.Match[str]]:
    """Every match of `pattern`, looked for only where figures are: most of a text has none."""
    done = start
    while figure := FIGURE.search(text, done, limit):
        match = pattern.search(text, max(figure.start() - _LONGEST_LEAD, done))
        assert match is not None, "every figure is a number"
        yield match
        done = match.end()


@cache
def number_pattern(language: str) -> re.Pattern[str]:
    """What a number is in the language of a BCP 47 tag.

    Its groups are `sign`, `number`, and `word` for a unit in words.
    """
    words = language_of(language) or any_language()
    minus = "|".join(
        re.escape(word) + " ?" if _FREE.search(word) else rf"(?<!\w){re.escape(word)} "
        for word in sorted(words.sign_words)
    )
    unit = _any_of(words.units)
    symbols = (
        rf"(?:%|‰|‱|٪|°(?: ?[CFK](?!\w))?|[{_CURRENCY}](?!\d)|(?:{_CODES})(?!\w)"
        rf"|(?:{_SYMBOLS})(?:[⁻¹²³]+|\^-?\d)?(?![\w']|-\w))"
    )
    per = rf"(?: ?/ ?(?:{_SYMBOLS}|[^\W\d_]+)(?!\w))?"
    before = (
        rf"(?i:{minus or '(?!)'})?(?:[<>≤≥≈≅~±∼≲≳≦≧]=? ?)?"
        rf"(?P<sign>(?<![^\W{CONTINUOUS}{HANGUL}])(?<!\.)[-+])?"
        rf"(?:(?<!\w)[A-Z]{{0,3}}[{_CURRENCY}] ?-?|(?<!\w)(?:{_CODES}|Rs\.?|Fr\.|kr\.?) ?|%)?"
    )
    behind = (
        rf"(?:{_magnitudes(words)})*(?:\.(?= ?(?:{symbols}|(?i:{unit}))))?"
        rf"(?:\+(?!\w)| ?{symbols}{per}| (?P<word>(?i:{unit})){per}|(?i:{_any_of(words.attached_units)}))?"
    )
    firsts = re.escape(
        "".join(sorted({mark for word in words.sign_words for mark in (word[0], word[0].upper())}))
    )
    # With what a number may begin: so most places are passed over at once.
    ahead = rf"(?=[-+\d<>≤≥≈≅~±∼≲≳≦≧{_CURRENCY}%kA-Z{firsts}])"
    return re.compile(f"{ahead}{before}(?P<number>{_NUMBER}){behind}")


def _magnitudes(words: Language) -> str:
    """One of them, maybe behind a space; one of a Korean syllable then is a word: 제 4조 | 조수빈 장관."""
    free = [word for word in words.magnitudes if re.search(f"[{HANGUL}]$", word)]
    if not free:
        return f" ?(?i:{_any_of(words.magnitudes)})"
    others = _any_of(tuple(word for word in words.magnitudes if word not in free))
    onward = _any_of((*words.attached_units, *words.counters, *free))
    one = _any_of(tuple(free))
    return f"{one}| (?:{one})(?=(?:{onward})|(?![{HANGUL}]))| ?(?i:{others})"


def _any_of(words: frozenset[str] | tuple[str, ...]) -> str:
    """One of the words, the longest first; a script without spaces needs no end of a word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + ("" if _FREE.search(word) else r"(?!\w)") for word in ordered) or "(?!)"
