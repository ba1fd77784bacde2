"""What numbers and dates are written with in a language: CLDR's names of units, currencies and months, and
the numerals of its file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.units import UnknownUnitError, format_unit

from briefgen.cldr import Locale
from briefgen.languages import any_language, language_of
from briefgen.matching.scripts import CONTINUOUS, HANGUL
from briefgen.stated.currencies import CODES, COUNTS, MARKS, names_of_currencies
from briefgen.stated.numerals import Numerals

_REGIONS = {
    "en": ("en", "en_GB"),
    "es": ("es", "es_MX"),
    "no": ("nb", "nn"),
    "pt": ("pt", "pt_PT"),
    "sr": ("sr_Cyrl", "sr_Latn", "hr", "bs_Latn"),
    "zh": ("zh", "zh_Hant"),
}
"""Where a language's names differ by region or script."""
_LOOSE = frozenset({"es", "pt", ""})
"""Written with a comma as well as with a full stop before its decimals."""
_INFLECTING = frozenset("cs el fi hu pl ro ru sr tr uk".split())
"""CLDR names units and months in one case only; these have more."""

_UNITS = {
    "concentr-percent": "%", "concentr-permille": "‰",
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-mile": "mi", "length-foot": "ft", "length-inch": "in", "length-yard": "yd",
    "length-nautical-mile": "nmi", "length-light-year": "ly",
    "area-square-kilometer": "km²", "area-square-meter": "m²", "area-square-mile": "mi²",
    "area-square-foot": "ft²", "area-hectare": "ha", "area-acre": "ac",
    "volume-cubic-meter": "m³", "volume-cubic-kilometer": "km³", "volume-liter": "l", "volume-gallon": "gal",
    "volume-barrel": "bbl", "volume-milliliter": "ml",
    "mass-kilogram": "kg", "mass-gram": "g", "mass-milligram": "mg", "mass-tonne": "t", "mass-ton": "t",
    "mass-pound": "lb", "mass-ounce": "oz",
    "speed-kilometer-per-hour": "km/h", "speed-mile-per-hour": "mph", "speed-knot": "kn",
    "temperature-celsius": "°C", "temperature-fahrenheit": "°F", "temperature-generic": "°",
    "angle-degree": "°",
    "power-watt": "W", "power-kilowatt": "kW", "power-megawatt": "MW", "power-gigawatt": "GW",
    "energy-kilowatt-hour": "kWh", "energy-joule": "J", "energy-kilocalorie": "kcal",
    "electric-volt": "V", "electric-ampere": "A", "frequency-hertz": "Hz",
    "duration-second": "s", "duration-minute": "min", "duration-hour": "h", "duration-day": "d",
    "duration-week": "wk", "duration-month": "mo", "duration-year": "yr", "duration-century": "cent",
    "duration-decade": "dec",
}  # fmt: skip
LASTING = frozenset({"s", "min", "h", "d", "wk", "mo", "yr", "cent", "dec"})
"""Units of time: they hide in other words (*five-year-old*, *fünfjährig*), so that one that is not seen says
nothing."""
_SIGNS = (
    "nm|µm|μm|mm|cm|dm|km|m|yd|ft|mi|mg|kg|g|t|kt|Mt|Gt|lbs?|oz|ml|cl|hl|l|bbl|ha|km/h|kmh|mph|kn|W|kW|MW|GW|TW|"
    "Wh|kWh|MWh|GWh|TWh|kV|V|mA|A|Hz|kHz|MHz|GHz|hPa|kPa|MPa|kJ|MJ|kcal|kN|eV|dB|rpm|ppm|ppb|Bq|mSv|kB|MB|GB|TB|"
    "км|кг|мг|см|мм|кВт|МВт|ГВт|га|м|г|т|л"
)
_OTHER_SIGNS = {
    "км": "km", "кг": "kg", "мг": "mg", "см": "cm", "мм": "mm", "кВт": "kW", "МВт": "MW", "ГВт": "GW",
    "га": "ha", "м": "m", "г": "g", "т": "t", "л": "l", "lbs": "lb", "kmh": "km/h", "μm": "µm",
}  # fmt: skip
_SHORT = {"mn": 10**6, "bn": 10**9, "md": 10**9}
PERCENT = frozenset(
    (
        "per cent", "pour cent", "por ciento", "por cento", "per cento", "la sută", "proc", "pct", "yüzde",
        "od sto", "odsto", "од сто", "одсто", "на сто", "τοις εκατό", "phần trăm", "फीसदी", "फ़ीसदी",
        "في المئة", "في المائة", "بالمئة", "بالمائة", "אחוז", "אחוזים", "百分之",
    )
)  # fmt: skip
"""What says *per cent* where CLDR has another word for it; in some languages it stands before its number."""
_LONGEST_OF_CASES = 4
_FREE = re.compile(f"[{CONTINUOUS}{HANGUL}]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What a language writes numbers and dates with.

    `units` finds a unit behind a number, `magnitudes` a word like *million*; what they are is `unit_of` and
    `magnitude_of`. `months` are the beginnings of their names.
    """

    decimal: str
    group: str
    loose: bool
    units: re.Pattern[str]
    magnitudes: re.Pattern[str]
    numerals: Numerals
    minus: frozenset[str]
    joints: frozenset[str]
    _units: Mapping[str, str]
    _magnitudes: Mapping[str, int]
    _months: Mapping[str, int]
    _inflects: bool

    def unit_of(self, written: str) -> str:
        """The sign of a unit as `units` found it."""
        sign = written.strip()
        if sign in "%٪‰°":
            return sign.replace("٪", "%")
        if sign.startswith("°"):
            return f"°{sign[-1]}"
        if sign in _OTHER_SIGNS or re.fullmatch(_SIGNS, sign):
            return _OTHER_SIGNS.get(sign, sign)
        if sign in MARKS or sign in CODES:
            return MARKS.get(sign) or CODES[sign]
        known = _nearest(self._units, " ".join(sign.lower().split()))
        return str(known) if known else f"w:{sign.lower()[:6]}"

    def magnitude_of(self, written: str) -> Decimal:
        """What a word of magnitude multiplies with."""
        word = written.strip(" \u00a0\u202f-.").lower()
        return Decimal(_nearest(self._magnitudes, word) or 1)

    def month(self, word: str) -> int:
        """The number of a month by its name, in any of its cases; 0 for another word."""
        name = word.lower().rstrip(".")
        if name in self._months:
            return self._months[name]
        if not self._inflects:
            return 0
        for length in range(len(name) - 1, 2, -1):
            number = self._months.get(name[:length], 0)
            if number and len(name) - length <= _LONGEST_OF_CASES:
                return number
        return 0


@cache
def words_of(tag: str) -> Words:
    """The words of the language of a BCP 47 tag; of one without a file those of all."""
    record = language_of(tag)
    language = record or any_language()
    key = record.tag if record else ""
    locales = [Locale.parse(name) for name in _REGIONS.get(key, (key or "en",))]
    units = {word: sign for locale in locales for word, sign in _units_of(locale)}
    for locale in locales:
        units |= names_of_currencies(locale)
    known = dict(units)
    for word in (*language.units, *sorted(language.attached_units)):
        units.setdefault(word, _sign_of(word, known))
    numerals = {word: int(value) for value, words in language.numerals if value != "and" for word in words}
    teens = frozenset(word for value, words in language.numerals if value.startswith("+") for word in words)
    magnitudes = {word: value for word, value in numerals.items() if value >= 100 and value % 100 == 0}
    for locale in locales:
        magnitudes |= dict(_magnitudes_of(locale))
    numerals = {**{word: value for word, value in magnitudes.items() if " " not in word}, **numerals}
    joints = next((frozenset(words) for value, words in language.numerals if value == "and"), frozenset())
    symbols = locales[0].number_symbols
    symbols = symbols.get("latn", symbols)
    inflects = key in _INFLECTING
    return Words(
        decimal=str(symbols["decimal"]),
        group=str(symbols["group"]),
        loose=key in _LOOSE,
        units=_unit_pattern(units, inflects=inflects),
        magnitudes=_magnitude_pattern({**magnitudes, **_SHORT}, inflects=inflects),
        numerals=Numerals(numerals, joints, teens),
        minus=frozenset(language.sign_words) - PERCENT,
        joints=joints | frozenset(word for phrase in language.ranges for word in phrase.split()),
        _units=units,
        _magnitudes={**magnitudes, **_SHORT},
        _months=dict(_months_of(locales, inflects=inflects)),
        _inflects=inflects,
    )


def _units_of(locale: Locale) -> Iterator[tuple[str, str]]:
    for name, sign in _UNITS.items():
        for count in COUNTS:
            try:
                written = format_unit(count, name, "long", "0", locale)
            except UnknownUnitError:
                continue
            word = " ".join(re.sub(r"[\d\u200e\u200f\u00a0]+", " ", written).split()).lower()
            if name not in word and (len(word) > 1 or _FREE.match(word)):
                yield word, sign


def _sign_of(word: str, known: Mapping[str, str]) -> str:
    """The sign of a unit that CLDR does not name: it may be another case, or a part of a name."""
    bare = re.sub(r"^(?:de |d')", "", word)
    if bare in PERCENT:
        return "%"
    if re.fullmatch(_SIGNS, word):
        return _OTHER_SIGNS.get(word, word)
    if re.fullmatch(r"[kq]u?ilos?|кило|キロ|किलो", bare):
        return "kg"
    near = _nearest(known, bare) or _nearest(known, re.split(r"[ -]", bare)[-1])
    parts = (
        sign
        for name, sign in known.items()
        for part in name.split(" ")[1:]
        if "/" not in sign and part.startswith(bare) and len(part) - len(bare) < _LONGEST_OF_CASES - 1
    )
    short = {sign for name, sign in known.items() if len(bare) > 2 and name.startswith(bare)}
    return str(near or next(parts, "")) or (short.pop() if len(short) == 1 else f"w:{bare[:6]}")


def _magnitudes_of(locale: Locale) -> Iterator[tuple[str, int]]:
    """Words and short forms of magnitudes, by CLDR's patterns for short numbers: ``00 Mio'.'``."""
    for width in ("long", "short"):
        for forms in locale.compact_decimal_formats.get(width, {}).values():
            for power, pattern in forms.items():
                written = str(pattern.pattern)
                word = re.sub(r"[0'’.\u200f]", "", written).replace("\u00a0", " ").strip().lower()
                if (len(word) > 2 or _FREE.match(word)) and not re.fullmatch(_SIGNS, word):
                    yield word, int(power) // 10 ** (written.count("0") - 1)


def _months_of(locales: Iterable[Locale], *, inflects: bool) -> Iterator[tuple[str, int]]:
    for locale in locales:
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, written in locale.months[form][width].items():
                    name = str(written).lower().rstrip(".")
                    if name[:1].isdecimal() or " " in name or len(name) < 3:
                        continue
                    yield name, number
                    if inflects and len(name) > 3:
                        yield name[:-1], number
    yield from (("sept", 9), ("jänner", 1), ("mrz", 3))


def _nearest(known: Mapping[str, "str | int"], word: str) -> "str | int | None":
    """What a word means in one of its cases: itself, or the known one that begins as it does."""
    if word in known:
        return known[word]
    for length in range(len(word) - 1, max(3, len(word) - _LONGEST_OF_CASES), -1):
        if word[:length] in known:
            return known[word[:length]]
    for other, value in known.items():
        common = min(len(other), len(word)) - (2 if len(word) > _LONGEST_OF_CASES + 1 else 0)
        if (
            common >= _LONGEST_OF_CASES
            and other[:common] == word[:common]
            and abs(len(other) - len(word)) <= 2
        ):
            return value
    return None


def _any(words: Iterable[str], *, inflects: bool) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s")
        + ("" if _FREE.search(word[-1]) else r"\w{0,3}(?!\w)" if inflects and len(word) > 4 else r"(?!\w)")
        for word in ordered
    )


def _unit_pattern(units: Iterable[str], *, inflects: bool) -> re.Pattern[str]:
    """A unit right behind a number, or behind a space, a hyphen or a *de* (deux millions d'euros)."""
    marks = "|".join(re.escape(mark) for mark in sorted(MARKS, key=len, reverse=True))
    codes = "|".join(CODES)
    signs = rf"[%‰٪](?!\w)|°\s?[CF]?(?!\w)|(?:{marks})|(?:{codes})(?!\w)|(?:{_SIGNS})[²³]?(?![\w'’-])"
    words = _any(units, inflects=inflects)
    return re.compile(rf"[ \u00a0\u202f\u2009-]?(?:(?:de|di|d['’])\s?)?(?P<unit>{signs}|(?i:{words}))")


def _magnitude_pattern(words: Iterable[str], *, inflects: bool) -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0\u202f\u2009-]?(?i:{_any(words, inflects=inflects)})\.?")
