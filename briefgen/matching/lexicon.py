"""The lists of a language, made ready to be looked for in a folded text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from briefgen.languages import Language, any_language, language_of
from briefgen.matching.scripts import CONTINUOUS

# Apostrophes and hyphens are parts of words: n't, so-called. Of all others each mark is a token.
_TOKEN = re.compile(r"[\w'\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963-]+|[^\w\s]")
_CONTINUOUS = re.compile(f"[{CONTINUOUS}]")
# Points that Arabic and Hebrew may leave out.
_POINTS = re.compile("[\u0591-\u05c7\u064b-\u065f\u0670]")


class WordKind(StrEnum):
    """What a word of a list does to the words beside it; an affirmation only looks like a denial."""

    AFFIRMATION = "affirmation"
    NEGATION = "negation"
    DENIAL = "denial"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a text, as written; `key` is how lists have it."""

    text: str
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it is more than a mark."""
        return any(character.isalnum() for character in self.key)


@dataclass(frozen=True, slots=True)
class Listed:
    """Words of a list in a text: tokens ``[start, end)``, in a script without spaces characters."""

    start: int
    end: int
    kind: WordKind
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What a language has for judging cuts; phrases by their first word, the longest first."""

    language: Language
    kinds: dict[str, WordKind]
    phrases: dict[str, tuple[tuple[tuple[str, ...], WordKind], ...]]
    opening: frozenset[str]
    little_words: frozenset[str]
    elisions: tuple[str, ...]
    spaceless: re.Pattern[str] | None

    def tokens(self, text: str) -> list[Token]:
        """The words and marks of a folded text; elided articles and the like are words (``n'``)."""
        found: list[Token] = []
        for written in _TOKEN.findall(text):
            key = _key(written)
            head = next((one for one in self.elisions if key.startswith(one) and len(key) > len(one)), "")
            if head:
                found.append(Token(written[: len(head)], head))
            found.append(Token(written[len(head) :], key[len(head) :]))
        return found

    def listed(self, tokens: Sequence[Token]) -> list[Listed]:
        """What of the lists stands in a text, in order, none over another: the longest counts."""
        found: list[Listed] = []
        at = 0
        while at < len(tokens):
            match = self._at(tokens, at)
            if match is not None:
                found.append(match)
            at = match.end if match else at + 1
        return found

    def listed_in_spaceless(self, text: str) -> list[Listed]:
        """The same in a script that sets no spaces between words; offsets count characters."""
        if self.spaceless is None:
            return []
        return [
            Listed(match.start(), match.end(), self.kinds[match[0]], match[0])
            for match in self.spaceless.finditer(text)
        ]

    def _at(self, tokens: Sequence[Token], at: int) -> Listed | None:
        word = tokens[at].key
        for phrase, kind in self.phrases.get(word, ()):
            if all(
                at + index < len(tokens) and tokens[at + index].key == part
                for index, part in enumerate(phrase)
            ):
                end = at + len(phrase)
                return Listed(at, end, kind, " ".join(token.text for token in tokens[at:end]))
        if self.negates_by_form(word):
            return Listed(at, at + 1, WordKind.NEGATION, tokens[at].text)
        return None

    def negates_by_form(self, word: str) -> bool:
        """Whether a word begins or ends as one that denies by itself does (don't, n'est, 않았다)."""
        language = self.language
        return word.startswith(language.negation_beginnings) or (
            word.endswith(language.negation_endings) and word not in language.negation_endings
        )


def lexicon_of(tag: str) -> Lexicon | None:
    """The lists of the language of a BCP 47 tag, all lists for an empty one; None without any."""
    language = language_of(tag) if tag else any_language()
    return _lexicon(language.tag) if language is not None and language.judges_omissions else None


@cache
def _lexicon(tag: str) -> Lexicon:
    language = (language_of(tag) if tag else None) or any_language()
    ways: tuple[tuple[WordKind, Iterable[str]], ...] = (
        (WordKind.AFFIRMATION, language.affirmations),
        (WordKind.NEGATION, sorted(language.negations)),
        (WordKind.DENIAL, language.denials),
        (WordKind.LIMIT, language.limits_before),
    )
    # A phrase that several lists have is what the first of them says.
    kinds: dict[str, WordKind] = {}
    for kind, words in ways:
        for phrase in words:
            kinds.setdefault(phrase, kind)
    phrases: dict[str, list[tuple[tuple[str, ...], WordKind]]] = {}
    for phrase, kind in kinds.items():
        words = tuple(_key(part) for part in _TOKEN.findall(phrase))
        phrases.setdefault(words[0], []).append((words, kind))
    elided = {*language.little_words, *language.exceptives, *language.negation_beginnings}
    return Lexicon(
        language,
        kinds,
        {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in phrases.items()},
        frozenset(language.limits_opening) | frozenset(language.limits_before),
        language.little_words,
        tuple(sorted((word for word in elided if word.endswith("'")), key=lambda word: (-len(word), word))),
        _spaceless(kinds),
    )


def _spaceless(words: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(filter(_CONTINUOUS.match, words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


@lru_cache(maxsize=4096)
def _key(written: str) -> str:
    return unicodedata.normalize("NFC", _POINTS.sub("", written.lower()))
