"""Sentences that say what a work does not mention, as each language has words for it."""

import re
from dataclasses import dataclass
from functools import cache

from briefgen.languages import language_of
from briefgen.languages.language import Language
from briefgen.stated.names import ARTICLES

_NARRATIVE = "\ue002"
_STRESS = "\ue006?"
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAMED = rf"(?P<word>{_STRESS}{_WORD}(?: {_WORD}){{COUNT}}{_STRESS})"
_COUNTS = ("0,3",)
_EACH_COUNT = ("0", "1", "2", "3")
"""How many words follow the first; one by one where the source comes next, as nothing else parts the two."""
_SOURCE = rf"(?P<source>{_NARRATIVE}|[\w'’-]+(?: [\w'’-]+){{0,8}})"
_LEAD = rf"^\s*(?:(?P<lead>{_WORD}),? )?"
_END = r"[\s.!?)\ue001]*$"
_ANY = frozenset(("any", "some"))
_CASED = frozenset(("cs", "pl", "ru"))
"""Whose genitives stand without an article or a preposition: *отчёт порта*."""
_MOST_WORDS, _MOST_BEFORE, _MOST_BEHIND = 3, 3, 5


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A way to say it; `sign` is a word of it, in small letters."""

    sign: str
    whole: re.Pattern[str]


def denied_in(text: str, tag: str) -> tuple[int, int] | None:
    """Where the words stand that a sentence says its source does not have; None where it says no such thing.

    It must say that and nothing else, of a source that it calls by such a word, and name no more than a few
    words: whatever else a sentence says may turn its meaning.
    """
    language = language_of(tag)
    if language is None:
        return None
    small = text.lower().replace("’", "'")
    for pattern in _patterns(language):
        if pattern.sign in small:
            found = pattern.whole.match(text)
            if found and (place := _words_of(found, language)):
                return place
    return None


@cache
def _patterns(language: Language) -> tuple[_Pattern, ...]:
    return tuple(
        _compiled(phrase, count)
        for phrase in language.silences
        for count in (_EACH_COUNT if "… *" in phrase else _COUNTS)
    )


def _compiled(phrase: str, count: str) -> _Pattern:
    tokens = phrase.split()
    said = [token for token in tokens if token not in ("*", "…")]
    pieces = []
    for token in tokens:
        escaped = {"*": _SOURCE, "…": _NAMED.replace("COUNT", count)}.get(token) or re.escape(token).replace(
            "'", "['’]"
        )
        pieces.append(escaped + ("" if token.endswith("'") else r"\s+"))
    whole = "".join(pieces).removesuffix(r"\s+")
    return _Pattern(max(said, key=len), re.compile(_LEAD + whole + _END, re.IGNORECASE))


def _words_of(found: re.Match[str], language: Language) -> tuple[int, int] | None:
    """Where the words stand, without an article before them; None where it is not sure what is denied."""
    before = (language.little_words | language.clause_words | language.sentence_starters) - language.negations
    if found["lead"] and _plain(found["lead"]) not in before:
        return None
    if not _is_source(found["source"], language):
        return None
    words = list(re.finditer(_WORD, found["word"]))
    offset = found.start("word")
    articles = (language.determiners & (ARTICLES | _ANY)) | language.negative_determiners
    while words and _plain(words[0][0]) in articles:
        words = words[1:]
    start = offset + words[0].start() if words else offset
    if words and (clitic := re.match(r"([^\W\d_]+)['’]", words[0][0])):
        start += clitic.end() * (clitic[1].lower() in language.proclitics)
    if not words or len(words) > _MOST_WORDS or any(_is_little(one[0], language) for one in words):
        return None
    return start, offset + words[-1].end()


def _is_source(said: str, language: Language) -> bool:
    """Whether some words are a source, as *the board's report of May* is: nothing that makes a clause."""
    if said == _NARRATIVE:
        return True
    words = [_plain(word) for word in said.split()]
    at = next((place for place, word in enumerate(words) if word in language.source_nouns), None)
    if at is None:
        return False
    before = list(words[:at])
    while before and before[0] in language.determiners:
        before = before[1:]
    behind = words[at + 1 :]
    turning = language.that_words | language.clause_words | language.negations | language.asking_words
    return (
        len(before) <= _MOST_BEFORE
        and not turning.intersection(before + behind)
        and not language.determiners.intersection(before)
        and (not behind or behind[0] in language.determiners or language.tag in _CASED)
        and len(behind) <= _MOST_BEHIND
    )


def _is_little(word: str, language: Language) -> bool:
    plain = _plain(word)
    return plain in language.little_words | language.clause_words | language.negations


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
