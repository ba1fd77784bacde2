"""What the edges of words depend on in a language: its lists, or those of all where it has none."""

from dataclasses import dataclass, fields
from functools import cache

from briefgen.languages.language import Language
from briefgen.languages.records import all_languages, language_of, primary_tag

_APOSTROPHE = "’"


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words by which numbers and compounds are known to be whole; see `Language` for each."""

    units: frozenset[str]
    attached_units: frozenset[str]
    magnitudes: frozenset[str]
    sign_words: frozenset[str]
    counters: frozenset[str]
    proclitics: frozenset[str]
    enclitics: frozenset[str]
    apostrophe_words: frozenset[str]
    suspending_words: frozenset[str]
    negating_tails: frozenset[str]
    quotes_with_apostrophes: bool
    """Whether a word behind ’ may be one that a quotation begins with (’så’ in Swedish)."""


def word_lists(language: str) -> WordLists:
    """The lists of a BCP 47 language; those of all languages together where it has no file."""
    return _word_lists(primary_tag(language))


@cache
def _word_lists(tag: str) -> WordLists:
    record = language_of(tag)
    records = (record,) if record else all_languages()
    lists = {
        field.name: frozenset[str]().union(*(getattr(one, field.name) for one in records))
        for field in fields(WordLists)
        if field.name != "quotes_with_apostrophes"
    }
    return WordLists(**lists, quotes_with_apostrophes=record is None or _opens_with_apostrophe(record))


def _opens_with_apostrophe(record: Language) -> bool:
    marks = {opening for opening, _ in record.quotation_marks}
    return not marks or _APOSTROPHE in marks
