"""Which script a letter is of."""

import unicodedata
from functools import cache

_OF_ONE_LANGUAGE = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK"}


@cache
def script_of(letter: str) -> str:
    """The script of a letter, as its name in Unicode begins (`LATIN`); those of Japanese are one."""
    script = unicodedata.name(letter, "").partition(" ")[0]
    return _OF_ONE_LANGUAGE.get(script, script)
