"""Which language's index a text belongs to."""

import unicodedata
from collections.abc import Collection

from briefgen.cldr import get_global

PRIMARY_OF_NONE = "und"
"""The language of what says none."""


def primary(tag: str) -> str:
    """The language of a tag without region and script: one index serves them all."""
    language = tag.strip().lower().replace("_", "-").partition("-")[0]
    return language if language.isascii() and language.isalpha() else PRIMARY_OF_NONE


def has_own_index(text: str, language: str, spoken: Collection[str]) -> bool:
    """Whether a text in `language` is found among that language's words; else among those around it.

    `spoken` are the languages of the site's pages. Latin words are looked up in every index of a language
    in Latin letters, and each costs the reader an engine: so a lone Polish title makes none. Other scripts
    are looked up in their own languages only: a Russian title in Latin letters would be found by nobody.
    """
    if _script_of(language) == "Latn":
        return language in spoken
    return any(letter.isalpha() and "LATIN" not in unicodedata.name(letter, "") for letter in text)


def _script_of(language: str) -> str:
    likely = str(get_global("likely_subtags").get(language, ""))
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")
