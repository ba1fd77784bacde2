"""Where sentences end."""

import re

# A full stop behind one of these, behind a single letter ("z. B.", "J. Smith") or behind a number of
# one or two digits ("4. Juni") ends nothing. Too few ends only make an omission look graver.
_ABBREVIATIONS = frozenset(
    """abs abt art bd bsp bspw bzw ca dr dt etc evtl geb gen ggf hl hrsg inkl jh jr kap max min mio mrd mr
    mrs ms nr no op prof resp rev sen sog sr st str tel usw vgl vs vol zit zt г гг им млн млрд тыс ул др пр
    руб см стр обл грн тис рр""".split()
)
# What follows shows whether the sentence goes on: "Nein!", sagte er. An ellipsis is no end.
_FULL_STOP = re.compile(r"(?<!\.)[.!?؟۔][!?]*[\"')\]]*(?:\s+|$)(?![\W_]*[a-zß-öø-ÿа-яё-џґ])|[。！？]")


def sentence_ends_in(folded_text: str, start: int, end: int) -> bool:
    """Whether a sentence ends within ``[start, end)`` of a folded text."""
    return any(
        not _belongs_to_word(folded_text, mark.start())
        for mark in _FULL_STOP.finditer(folded_text, start)
        if mark.start() < end
    )


def _belongs_to_word(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` marks an abbreviation, an initial or an ordinal number."""
    if text[stop] != ".":
        return False
    start = stop
    while start > 0 and text[start - 1].isalnum() and stop - start <= 8:
        start -= 1
    word = text[start:stop]
    if word.isdecimal():
        return len(word) <= 2
    return len(word) == 1 or word.casefold() in _ABBREVIATIONS
