"""Passages of a capture that have the words which somebody has begun to quote."""

import re
from collections.abc import Iterator

from briefgen.intake.annotations.scaffold import escaped
from briefgen.matching.fold import fold
from briefgen.matching.haystack import Haystack
from briefgen.model.capture import Capture
from briefgen.model.spans import UNSEEN
from briefgen.sentences import in_sentences

_MOST = 30
_LONGEST = 600
_WIDEST = 90
_FEWEST = 3
"""So many letters say enough to be looked for."""
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"\\(.)")
_INNER = {"“": ("‘", "’"), '"': ("‘", "’"), "„": ("‚", "‘"), "«": ("‹", "›"), "»": ("›", "‹")}
_DOUBLE = re.compile('[“”„«»"]')


def passages(capture: Capture, haystack: Haystack, typed: str, mark: str) -> Iterator[tuple[str, str]]:
    """What may be quoted: the words as they are to stand in the text, behind a quotation mark, and shorter
    to be shown. Each begins with the words typed, upper and lower case aside, and goes to the end of its
    sentence."""
    asked = _SPACE.sub(" ", _MARKUP.sub(r"\1", typed)).lstrip()
    if len(asked.strip()) < _FEWEST:
        return
    needle = fold(asked, capture.language).text
    seen: set[str] = set()
    for start, end in _places(haystack, needle):
        stretch = in_sentences(capture.text, start, end, _LONGEST, capture.language)
        words = " ".join(capture.text[start : stretch.end].replace(UNSEEN, "").split())
        text = escaped(_within(words, mark, capture.language))
        if words not in seen:
            seen.add(words)
            yield text, words if len(words) <= _WIDEST else f"{words[:_WIDEST].rpartition(' ')[0]} …"


def _places(haystack: Haystack, needle: str) -> Iterator[tuple[int, int]]:
    """Where the words stand whole, those in the case that was typed first."""
    text, count = haystack.folded.text, 0
    exact = list(_found(text, needle))
    lowered = text.lower()
    others = _found(lowered, needle.lower()) if len(lowered) == len(text) else ()
    for at in dict.fromkeys((*exact, *others)):
        if at and text[at - 1].isalnum() and text[at].isalnum():
            continue
        yield haystack.source_range(at, at + len(needle.rstrip()))
        count += 1
        if count == _MOST:
            return


def _found(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _within(words: str, mark: str, language: str) -> str:
    """Words with the marks that they have themselves made those of a quotation within one."""
    if mark not in _INNER or not _DOUBLE.search(words):
        return words
    opening, closing = _INNER[mark]
    inner = _DOUBLE.sub(lambda found: opening if _opens(words, found.start(), found[0]) else closing, words)
    return inner if fold(inner, language).text == fold(words, language).text else words


def _opens(words: str, at: int, mark: str) -> bool:
    before = words[at - 1] if at else " "
    return mark == "„" or before.isspace() or before in "([{—–"
