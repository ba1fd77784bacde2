"""Characters of PDF fonts that do not name them, and accents that stand beside their letters."""

import unicodedata
from collections.abc import Mapping

UNKNOWN = "\N{REPLACEMENT CHARACTER}"

# Bitmap fonts of TeX have no names, only places in one of its two encodings. Both are known by what else of
# them is used: ligatures stand at other places in each.
_T1 = dict(zip(range(0x0D, 0x20), "‚‹›“”„«»–—\u200b\u2030ıȷ\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True))
_OT1 = dict(zip(range(0x0B, 0x10), "\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True))
_OT1_LIGATURES = frozenset(_OT1)
_T1_LIGATURES = frozenset(range(0x1B, 0x20))
_NO_ENCODING: Mapping[int, str] = {}

_COMBINING: Mapping[str, str] = {
    "\u00a8": "\u0308",
    "\u00b4": "\u0301",
    "`": "\u0300",
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
    "\u00af": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u02da": "\u030a",
    "\u02dd": "\u030b",
    "\u02c7": "\u030c",
    "\u00b8": "\u0327",
}
_DOTLESS = {"ı": "i", "ȷ": "j"}


def encoding_of(used: frozenset[int], *, by_tex: bool) -> Mapping[int, str]:
    """What the places of control characters mean in the nameless fonts of a document, where that is sure."""
    if not by_tex or not used:
        return _NO_ENCODING
    if used & _T1_LIGATURES and not used & _OT1_LIGATURES - {0x0D, 0x0E, 0x0F}:
        return _T1
    return _OT1 if used <= _OT1_LIGATURES else _NO_ENCODING


def is_accent(character: str) -> bool:
    """Whether a character may be an accent that was set over a letter."""
    return character in _COMBINING


def composed(accent: str, letter: str) -> str:
    """A letter with the accent that was set over it; empty where there is no such letter."""
    base = _DOTLESS.get(letter, letter)
    whole = unicodedata.normalize("NFC", base + _COMBINING[accent])
    return whole if len(whole) == 1 and base.isalpha() else ""


def character_of(high: int, code: int) -> str:
    """A character, of two halves or whole; the second half of one alone, or a control of C1, is none."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNKNOWN
    return UNKNOWN if 0x7F <= code < 0xA0 or code > 0x10FFFF else chr(code)
