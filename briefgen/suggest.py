"""“Did you mean”: the known word that a mistyped one was probably meant to be."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain

_LONGEST = 80  # comparing is quadratic in the length; longer than this is no mistyped word
_NEAR = 0.6
"""How much of two words is the same where one may be meant by the other, as difflib counts it."""
_MOST_COMPARED = 100_000


class Suggestions:
    """Suggestions for one text, as long as they are cheap: a text full of mistypings gets the first."""

    def __init__(self) -> None:
        self._left = _MOST_COMPARED

    def near(self, word: str, *known: Collection[str]) -> str | None:
        """As `suggest`, among the words of all of `known`; None, too, once too many were compared."""
        if self._left <= 0:
            return None
        self._left -= sum(map(len, known))
        return suggest(word, chain(*known))


def suggest(word: str, known: Iterable[str]) -> str | None:
    """The word of `known` nearest to `word`, or None when none is near.

    Upper and lower case count as the same; of equally near words the result does not depend on the
    order of `known`.
    """
    return None if len(word) > _LONGEST else _known(frozenset(known)).nearest(word.casefold())


class _Known:
    """Words by their letters: those that two words share bound how near they are, and are counted at once.

    Each letter has a bit for its first place in a word, one for its second, and so on, so that the bits that
    two words have in common are the letters that can be matched.
    """

    def __init__(self, words: frozenset[str]) -> None:
        self._words = {word.casefold(): word for word in sorted(words, reverse=True)}
        each = dict.fromkeys(place for folded in self._words for place in _places(folded))
        self._bits = {place: 1 << number for number, place in enumerate(each)}
        self._letters = [(folded, len(folded), self._of(folded)) for folded in self._words]

    def _of(self, folded: str) -> int:
        return sum(self._bits.get(place, 0) for place in _places(folded))

    def nearest(self, folded: str) -> str | None:
        """The word that is nearest, if one is near; of equally near ones the last in order."""
        length, letters = len(folded), self._of(folded)
        most = [
            (2 * (letters & others).bit_count() / (length + long), other)
            for other, long, others in self._letters
            if long
        ]
        matcher = SequenceMatcher(b=folded)
        best = (_NEAR, "")
        for possible, other in sorted((one for one in most if one[0] >= _NEAR), reverse=True):
            if possible < best[0]:
                break
            matcher.set_seq1(other)
            best = max(best, (matcher.ratio(), other))
        return self._words.get(best[1]) if best[1] else None


def _places(folded: str) -> Iterator[tuple[str, int]]:
    """Each letter with how often it stood in the word before."""
    return ((letter, nth) for letter, count in Counter(folded).items() for nth in range(count))


@lru_cache(maxsize=16)
def _known(words: frozenset[str]) -> _Known:
    return _Known(words)
