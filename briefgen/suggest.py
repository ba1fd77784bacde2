"""“Did you mean”: the known word that a mistyped one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 80  # comparing is quadratic in the length; longer than this is no mistyped word


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
