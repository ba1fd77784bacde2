"""Where a word, or a form of it, stands in a text: for what is said not to stand there."""

import re
from collections.abc import Iterator

from briefgen.matching.scripts import CONTINUOUS
from briefgen.stated.names import folded

_WORD = re.compile(r"[^\W_]+")
_COUNTED = re.compile(rf"[{CONTINUOUS}]|[^\W_{CONTINUOUS}]+(?:[-'’.,][^\W_{CONTINUOUS}]+)*")
"""A word; of a script that sets no spaces between them, a character."""
_CONTINUOUS = re.compile(f"[{CONTINUOUS}]")
_SHORT, _LONG = 4, 6
_ENDINGS = re.compile(r"e?s|e?n|es|er|em|e|s")
_LONGEST_ENDING = 3


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _COUNTED.finditer(text))


def forms_in(words: str, text: str) -> Iterator[tuple[int, int]]:
    """The places in a text where some words stand in a row, each in one of its forms.

    A form of a word has its stem and another ending; that of a short one is told by few endings, as *ward*
    is no form of *war*. Capitals and accents do not count.
    """
    if _CONTINUOUS.search(words):
        yield from (found.span() for found in re.finditer(re.escape(words), text, re.IGNORECASE))
        return
    wanted = [folded(word[0]) for word in _WORD.finditer(words)]
    if not wanted:
        return
    there = list(_WORD.finditer(text))
    known: dict[str, tuple[bool, ...]] = {}

    def fits(at: int, number: int) -> bool:
        written = there[at][0]
        if written not in known:
            key = folded(written)
            known[written] = tuple(_is_form(key, word) for word in wanted)
        return known[written][number]

    for at in range(len(there) - len(wanted) + 1):
        if all(fits(at + number, number) for number in range(len(wanted))):
            yield there[at].start(), there[at + len(wanted) - 1].end()


def _is_form(word: str, of: str) -> bool:
    if word == of:
        return True
    if len(of) <= _SHORT:
        return word.startswith(of) and _ENDINGS.fullmatch(word[len(of) :]) is not None
    if word.startswith(of) or (len(of) >= _LONG and word.endswith(of)):
        return True  # a longer form, a compound
    stem = of[: max(_SHORT, len(of) - (_LONGEST_ENDING if len(of) > _LONG else 1))]
    return word.startswith(stem) and -2 <= len(word) - len(of) <= _LONGEST_ENDING
