"""Megabytes of text in twenty-six languages, the same in every run.

It is made of two things: the Universal Declaration of Human Rights (tests/data/declaration), and
sentences written for these tests (tests/data/reports.yml) with changing names, numbers and places. Their
sentences are put together in ever new order, so the text is long and its words are those of real prose, but
it has no meaning.

The text is *plain*: of everything that may be set in several ways it has one way. So whether other words
stand in it is decided by `in`, without any fold.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import TypedDict

from tests.tables import read_table

LANGUAGES = (
    *("de", "en", "ru", "fr", "uk", "ko", "zh", "ar"),
    *(
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "cs",
        "ro",
        "hu",
        "sv",
        "fi",
        "tr",
        "el",
        "sr",
        "he",
        "hi",
        "vi",
        "id",
        "ja",
    ),
)
SPACELESS = ("zh", "ja")
"""Languages whose words no space divides."""
LENGTH = 131_072
"""Code points of each language's text, at least."""

_DATA = Path(__file__).parents[1] / "data"
_SENTENCE_END = re.compile(r"(?<=[.;।])\s(?=[^\W\d_])|(?<=。)")


class Reports(TypedDict):
    """What reports.yml has for a language."""

    names: list[str]
    places: list[str]
    thousands: str
    decimal: str
    negation: str
    sentences: list[str]


@dataclass(frozen=True)
class Corpus:
    """A language's plain `text`, its paragraphs, and the single sentences it is made of."""

    language: str
    text: str
    paragraphs: tuple[str, ...]
    reports: Reports

    def holds(self, words: str) -> bool:
        """Whether these words stand in the text, maybe across the end of a paragraph."""
        return words in self._unbroken

    @cached_property
    def _unbroken(self) -> str:
        return self.separator.join(self.paragraphs)

    @property
    def separator(self) -> str:
        """What stands between two words."""
        return "" if self.language in SPACELESS else " "

    def words(self, text: str) -> list[str]:
        """The words of a stretch of the text; a script without spaces has characters and numbers."""
        return (
            re.findall(r"-?[A-Za-z0-9.,%]*[A-Za-z0-9%]|\S", text)
            if self.language in SPACELESS
            else text.split(" ")
        )


@cache
def corpus(language: str, at_least: int = LENGTH) -> Corpus:
    """The text of a language, of so many code points at least."""
    choose = Random(f"corpus {language}")
    reports: Reports = read_table(_DATA / "reports.yml")[language]
    declaration = _plain((_DATA / "declaration" / f"{language}.txt").read_text("utf-8"))
    sentences = [
        sentence.strip()
        for line in declaration.splitlines()
        for sentence in _SENTENCE_END.split(line)
        if sentence
    ]
    paragraphs: list[str] = []
    length = 0
    while length < at_least:
        chosen = choose.sample(sentences, 3) + [_report(reports, choose) for _ in range(3)]
        choose.shuffle(chosen)
        paragraphs.append(("" if language in SPACELESS else " ").join(chosen))
        length += len(paragraphs[-1]) + 2
    return Corpus(language, "\n\n".join(paragraphs), tuple(paragraphs), reports)


def _plain(text: str) -> str:
    return re.sub(r"(?<=\w)'(?=\w)", "’", text.replace("\u2010", "-"))


def _report(reports: Reports, choose: Random) -> str:
    one, other = choose.sample(reports["names"], 2)
    thousands = f"{choose.randint(1, 99)}{reports['thousands']}{choose.randint(0, 999):03}"
    return choose.choice(reports["sentences"]).format(
        a=one,
        b=other,
        p=choose.choice(reports["places"]),
        n=thousands,
        d=f"{choose.randint(0, 99)}{reports['decimal']}{choose.randint(0, 9)}",
        t=f"-{choose.randint(1, 40)}",
        y=choose.randint(1800, 2026),
        k=choose.randint(2, 29),
    )


NEAR, NEAR_CHARACTERS = 4, 8
"""So many words, or characters of a script without spaces, from a number stands what belongs to it."""


def passage(text: Corpus, choose: Random) -> str:
    """Some words of a paragraph that can be quoted: no mark stands alone at an end, no number is cut within
    (第二十|三条), and none near an edge has words on the other side of it, for what belongs to it may have
    three words ("pour cent de")."""
    near = NEAR_CHARACTERS if text.language in SPACELESS else NEAR
    while True:
        words = text.words(choose.choice(text.paragraphs))
        size = min(choose.choice((4, 6, 9, 14, 25, 60)), len(words))
        start = choose.randint(0, len(words) - size)
        end = start + size
        if not (_is_word(words[start]) and _is_word(words[end - 1])):
            continue
        if (start and _number_near(words, start, near)) or (
            end < len(words) and _number_near(words, end, near)
        ):
            continue
        if any(_parts_number(words, edge) for edge in (start, end)):
            continue
        if text.language == "ja" and "".join(words[end : end + 2]).startswith(_DENYING_ENDINGS):
            continue
        quoted = text.separator.join(words[start:end])
        return quoted.rstrip(".,;:!?،؛。，；：、।·") if choose.random() < 0.4 else quoted


# A Japanese verb or adjective may not be cut from the ending that denies it.
_DENYING_ENDINGS = ("な", "ず", "ぬ", "ま", "ん", "で", "は", "じゃ", "し")


def _is_word(word: str) -> bool:
    return any(map(str.isalnum, word))


_NUMERALS = frozenset("〇零一二三四五六七八九十百千万億亿兆萬两兩")


def _parts_number(words: list[str], edge: int) -> bool:
    """Whether an edge stands between two numerals that are characters."""
    return 0 < edge < len(words) and words[edge - 1] in _NUMERALS and words[edge] in _NUMERALS


def _number_near(words: list[str], edge: int, near: int) -> bool:
    """Whether any of the words around an edge has figures."""
    return any(mark.isdigit() for word in words[max(edge - near, 0) : edge + near] for mark in word)
