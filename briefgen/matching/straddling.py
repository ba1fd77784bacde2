"""What a cut parts that belongs together: a phrase that denies, a number and its limit."""

import re
from collections.abc import Sequence

from briefgen.matching.lexicon import Lexicon, Token, WordKind

# So many words of a phrase may stand on the far side of a cut.
_LONGEST_TAIL = 3
_FIGURES = re.compile(r"[^\w\s]{0,2}\d")


def straddling(lead: Sequence[Token], quoted: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The phrase that denies or limits and stands half before a quotation, its little words in it: anything
    | but clear, refused | to sign."""
    if not lead or not quoted or lexicon.spaceless is not None:
        return None
    at = len(lead)
    tokens = [*lead[-2 * _LONGEST_TAIL :], *quoted[:_LONGEST_TAIL]]
    cut = min(at, 2 * _LONGEST_TAIL)
    for one in lexicon.listed(tokens):
        if one.kind is WordKind.AFFIRMATION or not one.start < cut < one.end:
            continue
        inside = tokens[cut : one.end]
        language = lexicon.language
        little = lexicon.little_words | language.clause_words | frozenset(language.limits_after)
        if all(token.key in little for token in inside) and len(quoted) > len(inside):
            return one.words
    return None


def limit_of_number(lead: str, quoted: str, lexicon: Lexicon) -> str | None:
    """What limits the number that a quotation begins with, right before it: at least | 3 per cent."""
    if not _FIGURES.match(quoted):
        return None
    limits = sorted(lexicon.language.limits_of_numbers, key=lambda words: (-len(words), words))
    return next((words for words in limits if re.search(rf"(?<!\w){re.escape(words)}$", lead)), None)
