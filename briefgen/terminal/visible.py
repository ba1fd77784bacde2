"""Showing text from outside: what may be sent to a terminal, and how wide it is there.

An author's file, a capture or a file name may hold escape sequences that a terminal obeys and bidirectional
controls that make text look like other text. None of them is ever sent raw.
"""

import json
import re
import unicodedata

TAB = "    "
"""How a tab is shown: four cells wherever it stands, so that a caret below can be placed."""

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
"""The categories of characters that act on a terminal or cannot be seen."""

WIDE = frozenset({"W", "F"})
ZERO_WIDTH = frozenset({"Mn", "Me"})
JOINING_JAMO = range(0x1160, 0x1200)
"""The vowels and final consonants of decomposed Hangul, drawn into the cell of the consonant before them."""

# What JSON leaves as it is, though a terminal may act on it: DEL, C1 controls, soft hyphen, bidirectional
# and other format characters. A lone surrogate cannot even be encoded. `##[` is a command to GitHub's runner.
_RISKY_IN_JSON = re.compile(
    "#(?=#\\[)|[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """A text as one line that hides nothing: ``␛`` for an escape, ``\\u{202e}`` for a bidi control."""
    if text.isprintable():
        return text
    return "".join(_visible_character(character) for character in text)


def cells(text: str) -> int:
    """How many cells of a terminal a visible text takes."""
    return len(text) if text.isascii() else sum(_cells_of(character) for character in text)


def json_text(value: object) -> str:
    """A value of dicts, lists, texts, numbers, booleans and None as JSON, readable and harmless to print."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _RISKY_IN_JSON.sub(_escaped, text) + "\n"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord('#'):04x}" if match[0] == "#" else json.dumps(match[0])[1:-1]


def counted(number: int, noun: str) -> str:
    """A number of things: ``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _visible_character(character: str) -> str:
    if character == "\t":
        return TAB
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return f"\\u{{{code:x}}}" if unicodedata.category(character) in INVISIBLE else character


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ZERO_WIDTH or ord(character) in JOINING_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in WIDE else 1
