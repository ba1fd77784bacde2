"""Proper names in a sentence, where they are certain; and whether a text has one, in any of its forms.

In a language that writes nouns with a capital only two such words in a row may be a name, of which the last
is the family's; at the head of a sentence, if the first is nothing that may stand before a noun. Months,
languages, peoples and what begins a sentence are no names by their capital.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from briefgen.cldr import Locale
from briefgen.languages import language_of
from briefgen.stated.reading import read_stated
from briefgen.stated.values import Named
from briefgen.stated.words import words_of

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*(?:['’][^\W\d_]+)?['’]?")
_PARTICLES = frozenset(
    "van von der den de da di du del della la le al el bin ibn ben zu zur of the af av".split()
)
_OPENS = re.compile(r"(?:^|[.!?:;…|„“”‚‘\"«»()\[\]–—\n\u2022/]|^\W+)[\s\ue000-\uf8ff]*$")
_NOT_IN = frozenset("ar he hi ja ko th zh".split())
"""Scripts without capitals."""
_SHORTEST = 4
_MOST_ENDING = 3
_NO_NAME = frozenset("-‑/@#_\ue003\ue006")
"""Beside a word: it is a part of another, of an address, or is spoken of as a word."""
_MEASURED = re.compile(r"\d[^\W\d_]* $")
_LAST_WORD = re.compile(r"([^\W\d_]+)['’]? ?$")
ARTICLES = frozenset(
    "the a an this that these our its his her their le la les l un une des ce cette el los las lo un una "
    "il i gli o os as um uma de het een en ett den det der die das".split()
)
_FOLDS = {"ё": "е", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}


def names_in(text: str, tag: str) -> tuple[Named, ...]:
    """The certain names of a sentence in the language of a BCP 47 tag."""
    language = language_of(tag)
    if language is None or language.tag in _NOT_IN:
        return ()
    nouns = language.tag == "de"
    found = tuple(_runs(text, tag, nouns=nouns))
    return tuple(one for one in found if len(one.words) > 1) if nouns else found


def _runs(text: str, tag: str, *, nouns: bool) -> Iterator[Named]:
    """Words with a capital that stand in a row. The first of a sentence counts where another follows it, and
    where `nouns` have capitals only if it is nothing that stands before a noun."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        follows = run and not text[run[-1].end() : word.start()].strip(" \u00a0\n")
        if run and (not follows or run[-1][0].endswith(("'", "’", "'s", "’s"))):
            yield from _named(text, run, tag)
            run = []
        if not _is_capital(word[0]) or _is_common(word[0], tag):
            yield from _named(text, run, tag)
            run = []
        elif run or not nouns or not _OPENS.search(text[: word.start()]) or _may_be_first(word[0], tag):
            run.append(word)
    yield from _named(text, run, tag)


def _may_be_first(word: str, tag: str) -> bool:
    """Whether a word at the head of a German sentence may be somebody's first name: what else stands before a
    noun there has an ending (große Pfähle, Moskaus Armee), or is a number, or one of a few words."""
    language = language_of(tag)
    assert language is not None
    small = word.lower()
    return (
        not small.endswith(tuple(language.modifier_endings))
        and small not in language.bare_modifiers
        and not any(figure.end == len(word) for figure in read_stated(word, tag).figures)
    )


def _named(text: str, run: list[re.Match[str]], tag: str) -> Iterator[Named]:
    if not run:
        return
    last, start, end = run[-1][0], run[0].start(), run[-1].end()
    unsure = len(last) < _SHORTEST or last.endswith(("'", "’")) or bool(_OPENS.search(text[:start]))
    alone = len(run) == 1 and (unsure or _is_called(text, start, tag))
    beside = {text[start - 1 : start], text[end : end + 1]}
    if not alone and not beside & _NO_NAME and not _MEASURED.search(text[:start]):
        yield Named(start, end, tuple(_bare(one[0]) for one in run))


def _is_called(text: str, start: int, tag: str) -> bool:
    """Whether an article or the like stands before a word with a capital: so things are called."""
    before = _LAST_WORD.search(text[max(start - 24, 0) : start])
    language = language_of(tag)
    assert language is not None
    return before is not None and before[1].lower() in language.determiners & ARTICLES


def _is_capital(word: str) -> bool:
    """Whether a word has a capital and then small letters; short forms (NATO) have other forms elsewhere."""
    return len(word) > 1 and word[0].isupper() and any(letter.islower() for letter in word[1:])


def _bare(word: str) -> str:
    return re.sub(r"['’](?:s|S)?$", "", word)


def _is_common(word: str, tag: str) -> bool:
    """Whether a word with a capital is no name by that."""
    key = _bare(word).lower()
    return (
        key in _little(tag)
        or bool(words_of(tag).month(key))
        or key in _common(tag)
        or key.removesuffix("s") in _common(tag)  # “on Mondays”
    )


@cache
def _little(tag: str) -> frozenset[str]:
    """Words of the language that begin sentences and clauses, or stand in the place of others."""
    language = language_of(tag)
    assert language is not None
    words = language.little_words | language.sentence_starters | language.clause_words
    return words | language.negations | language.abbreviations


@cache
def _common(tag: str) -> frozenset[str]:
    """Days of the week and languages, which are peoples' names as well, in a language."""
    locale = Locale.parse({"no": "nb"}.get(tag.split("-")[0], tag.split("-")[0]))
    names = [str(name) for name in locale.languages.values()]
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names += [str(name) for name in locale.days[form][width].values()]
    return frozenset(word.lower().strip(".") for name in names for word in name.split())


class NameIndex:
    """The words of a text, to be asked for names: an inflected form of a name is that name."""

    def __init__(self, texts: Collection[str]) -> None:
        self._words = {word for text in texts for word in re.findall(r"[^\W\d_]+", folded(text))}
        self._by_beginning: dict[str, list[str]] = {}
        for word in self._words:
            self._by_beginning.setdefault(word[:3], []).append(word)

    def has(self, word: str) -> bool:
        """Whether a word stands in the text, in one of its forms."""
        return all(self._has(part) for part in re.findall(r"[^\W\d_]+", folded(word)) if len(part) > 1)

    def _has(self, word: str) -> bool:
        if word in self._words or word in _PARTICLES:
            return True
        stem = word[: max(3, len(word) - (_MOST_ENDING if len(word) > 6 else 2 if len(word) > 4 else 1))]
        return any(
            other.startswith(stem) and len(other) - len(stem) <= _MOST_ENDING + 3
            for other in self._by_beginning.get(word[:3], ())
        )


def folded(text: str) -> str:
    """Small letters without their accents."""
    pieces = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(letter for letter in pieces if not unicodedata.combining(letter))
    return "".join(_FOLDS.get(letter, letter) for letter in bare)
