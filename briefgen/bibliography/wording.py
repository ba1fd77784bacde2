"""The words of a printed reference, from the files of languages; the names of months, from CLDR."""

from functools import cache

from briefgen.cldr import Locale
from briefgen.languages import ReferenceWords, all_reference_words, language_of

Words = ReferenceWords


def reference_words_for(lang: str) -> Words:
    """The vocabulary for a BCP 47 language: its own, or the English one."""
    language = language_of(lang)
    return language.reference if language and language.reference else all_reference_words()[0]


@cache
def month_names(language: str, form: str = "format") -> tuple[str, ...]:
    """The months in a language of references: as with a day (``format``), or ``stand-alone``."""
    names = Locale(language).months[form]["wide"]
    return tuple(str(names[number]) for number in range(1, 13))


def ordinal(number: int, words: Words) -> str:
    """``2nd``, ``11th``, ``2.``: a number as an edition counts it."""
    last = 4 if number // 10 % 10 == 1 else number % 10
    if words.only_first and number > 3:
        last = 4
    return f"{number}{words.ordinals[last - 1 if 1 <= last <= 3 else 3]}"
