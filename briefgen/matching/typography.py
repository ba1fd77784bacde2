"""Which characters are another setting of which: the tables of the fold."""

import unicodedata
from collections.abc import Mapping

from briefgen.languages.read import primary_tag

_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = (
    "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
# U+05BE is the Hebrew maqaf, U+2E17 the hyphen of Fraktur.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be\u2e17\u2e3a\u2e3b"
# U+05F4 is the gershayim of Hebrew acronyms, for which most people type a quotation mark.
_QUOTATION_MARKS = "„“”‟«»‹›‚「」『』﹁﹂﹃﹄｢｣〝〞〟＂\u05f4"

SINGLE_MARKS = "‘’‛\u02bc＇\u05f3"
"""Apostrophes and single quotation marks. U+02BC is what Ukrainian writes where others write ’."""

WAVE_DASH = "\u301c"
"""The mark of ranges in Chinese, Japanese and Korean."""

TILDES = "~∼"
"""What is typed and set for it there."""

HYPHENS = frozenset("-\u2010\u2011\u00ad\u05be\u2e17")
"""What joins the parts of a word, where other dashes part two."""

ONE_FOR_ONE = (
    *((mark, "\n") for mark in _LINE_ENDS),
    *((mark, " ") for mark in _SPACES),
    *((mark, "-") for mark in _DASHES),
    *((mark, '"') for mark in _QUOTATION_MARKS),
    # Long s and round r: letters of Fraktur, each a shape that depends on its place.
    *zip("ſꝛꝚ", "srR", strict=True),
    # Windows types U+FF5E where a Mac types U+301C: the same mark of ranges.
    ("～", WAVE_DASH),
)
"""Each mark and the plain one it is folded to."""


def _presentation_forms() -> Mapping[str, str]:
    """The shapes of Arabic letters and their ligatures, as extractors read them off a page.

    Without the ligatures of whole phrases (U+FDFA), which are symbols, and the marks on no letter.
    """
    blocks = ((0xFB50, 0xFBB1), (0xFBD3, 0xFD3D), (0xFD50, 0xFDC7), (0xFDF2, 0xFDF2), (0xFE80, 0xFEFC))
    forms = {}
    for first, last in blocks:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                forms[chr(code)] = plain
    return forms


EXPANDED: Mapping[str, str] = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u0132": "IJ",
    "\u0133": "ij",
    "…": "...",
    "℃": "°C",
    "℉": "°F",
    **_presentation_forms(),
}
"""Ligatures, digraphs and signs that are set as one character, and what they are."""

DROPPED = "\u00ad\u034f\u200b-\u200f\u2060\ufeff\u061c\u202a-\u202c\u2066-\u2069\u0640\ufe0e\ufe0f"
"""The inside of a regex character class: what is not seen.

Soft hyphen, combining grapheme joiner, zero width, direction marks, the Arabic tatweel (which only stretches
a line), variation selectors of emoji. Not the overrides U+202D and U+202E: they change what a reader sees.
"""

RAISED = "ᵃᵇᶜᵈᵉᵍʰⁱˡᵐⁿᵒʳˢᵗᵛºª"
"""The letters of raised endings."""

ON_THE_LINE = str.maketrans(RAISED, "abcdeghilmnorstvoa")
"""The letters of raised endings, and the same set on the line."""

FULL_WIDTH = tuple(zip("０１２３４５６７８９％", "0123456789%", strict=True))
"""Full-width figures and the ones of half the width."""

FULL_WIDTH_MARKS = str.maketrans(f"．，：／－{WAVE_DASH}", ".,:/--")
"""The marks within full-width numbers."""

_SCRIPTS_OF_SQUARES = frozenset({"zh", "ja", "ko", "yue", "wuu"})


def width_is_typography(language: str) -> bool:
    """Whether figures of full and half width, and tildes, are the same in texts of this BCP 47 language."""
    return primary_tag(language) in _SCRIPTS_OF_SQUARES
