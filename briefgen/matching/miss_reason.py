"""Naming what is wrong with a quotation that is almost in its capture."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from briefgen.matching.negations import negations_in
from briefgen.matching.word_diff import Alignment, Token
from briefgen.model.verdict import MissReason

_UNITS = frozenset("%‰°€$£¥")
# A quotation of which less agrees with the passage is another text.
_AGREEING = 0.5
# Without so many words at one place, a quotation that changes nothing else is a splice.
_SPLICED_WORDS = 3


def reason_of(rows: Sequence[Alignment], language: str = "") -> MissReason:
    """Why the quotation laid beside a passage is not that passage, by the first rule that holds.

    Numbers come before everything that words can do, negations before other words; only marks,
    case or accents may differ for the lighter reasons.
    """
    different = [row for row in rows if not row.same]
    ours = [token.key for row in different for token in row.quotation]
    theirs = [token.key for row in different for token in row.source]
    numbers_agree = _numbers(ours) == _numbers(theirs)
    # Of everything, so that words in another order are no mere punctuation.
    whole_of_ours = [token.key for row in rows for token in row.quotation]
    whole_of_theirs = [token.key for row in rows for token in row.source]
    if numbers_agree and _letters(whole_of_ours) == _letters(whole_of_theirs):
        return MissReason.PUNCTUATION
    if numbers_agree and _bare_letters(whole_of_ours) == _bare_letters(whole_of_theirs):
        return MissReason.CASE_OR_ACCENT
    if _agreement(rows) < _AGREEING:
        return MissReason.NOT_FOUND
    if not numbers_agree:
        return MissReason.NUMBER_CHANGED
    if _negations(ours, language) != _negations(theirs, language):
        return MissReason.NEGATION_CHANGED
    if not _letters(ours) and any(_words(row.source) >= _SPLICED_WORDS for row in different):
        return MissReason.SPLICED
    return MissReason.WORD_CHANGED


def _agreement(rows: Sequence[Alignment]) -> float:
    """How many of the quotation's letters and digits stand in the passage too, from 0 to 1."""
    same = sum(len(_letters(token.key for token in row.quotation)) for row in rows if row.same)
    all_of_them = sum(len(_letters(token.key for token in row.quotation)) for row in rows)
    return same / all_of_them if all_of_them else 1.0


def _numbers(keys: Iterable[str]) -> Counter[str]:
    return Counter(
        key for key in keys if key in _UNITS or any(mark.isnumeric() for mark in key if mark < "\u3000")
    )


def _letters(keys: Iterable[str]) -> str:
    """All letters, digits and marks on them, without spaces and punctuation."""
    return "".join(mark for mark in "".join(keys) if mark.isalnum() or unicodedata.category(mark)[0] == "M")


def _bare_letters(keys: Iterable[str]) -> str:
    """The letters without case and accents; never to be matched by, only to explain."""
    decomposed = unicodedata.normalize("NFD", _letters(keys).casefold())
    return "".join(mark for mark in decomposed if unicodedata.category(mark)[0] != "M")


def _negations(keys: Iterable[str], language: str) -> Counter[str]:
    return Counter(word.casefold() for word in negations_in(" ".join(keys), language))


def _words(tokens: Iterable[Token]) -> int:
    return sum(token.key[0].isalnum() for token in tokens)
