"""A stretch of a text as words in one typography, each with its place in the text."""

from dataclasses import dataclass

from briefgen.matching.fold import fold
from briefgen.matching.word_diff import tokens_of


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark: what is compared, its place in the text, and in the folded stretch."""

    key: str
    start: int
    end: int
    at: int

    @property
    def is_spoken(self) -> bool:
        """Whether it is more than a mark."""
        return any(char.isalnum() for char in self.key)


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a stretch of a text, and the stretch as it is folded."""

    words: tuple[Word, ...]
    folded: str

    @property
    def keys(self) -> tuple[str, ...]:
        """What is compared of each."""
        return tuple(word.key for word in self.words)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Which words stand in ``[start, end)`` of the text: the first, and the one behind the last."""
        inside = [at for at, word in enumerate(self.words) if word.start < end and start < word.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def worded(text: str, start: int, end: int, language: str) -> Worded:
    """The words of ``text[start:end]``."""
    folded = fold(text[start:end], language)
    words = []
    for token in tokens_of(folded.text):
        first, last = folded.source_range(token.start, token.start + len(token.key))
        words.append(Word(token.key, start + first, start + last, token.start))
    return Worded(tuple(words), folded.text)
