"""“Did you mean”: the known word that a mistyped one was probably meant to be."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from itertools import chain

_LONGEST = 80  # comparing is quadratic in the length; longer than this is no mistyped word


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
    if len(word) > _LONGEST:
        return None
    by_fold = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None
