"""Where sentences begin and end in the text of a paragraph."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar

_CLOSERS = ")]\"'”’“»«›"
_CANDIDATE = re.compile(rf"[.!?…؟۔।]+[{re.escape(_CLOSERS)}]*(?=\s)|[。！？][」』）”’]*")
_LEAD = re.compile(r"\s*[\"„“”»«‚‘(\[]*")
_BEFORE_STOP = re.compile(r"([\w.]+)\.$")
_ABBREVIATIONS = frozenset(
    "abb abs anm art bd bzw ca chap cf col dr ed eds etc evtl ff fig gen ggf hg hrsg inkl ing jr kap "
    "lt max min mr mrs ms no nos nr op para paras pp prof resp rn sec sen sog st tab usw vgl vol vols "
    "vs zit".split()
)
_GAP = re.compile(r"\s+")
_LONGEST_WORD = 40


class SentenceMap:
    """The sentences of a text in which quotations and citations are stand-in characters.

    A full stop ends a sentence when a capital, a digit, a quotation or a narrative citation follows, and
    no initial, common abbreviation or ordinal number stands before it. A wrong guess is never silent: an
    end too many leaves a quotation unbound, one too few binds it where it is not found.
    """

    QUOTATION: ClassVar[str] = "\ue000"
    CITATION: ClassVar[str] = "\ue001"
    NARRATIVE: ClassVar[str] = "\ue002"
    _stand_ins: ClassVar[str] = QUOTATION + CITATION + NARRATIVE

    def __init__(self, text: str, language: str = "") -> None:  # noqa: ARG002
        self._text = text
        self._starts = [0, *(start for start in map(self._start_after, _CANDIDATE.finditer(text)) if start)]

    def start(self, at: int) -> int:
        """Where the sentence of `at` begins; a citation after the stop belongs to the sentence before it."""
        index = bisect_right(self._starts, at) - 1
        while index > 0 and not self._text[self._starts[index] : at].strip():
            index -= 1
        return self._starts[index]

    def end(self, at: int) -> int:
        """Where the sentence of `at` ends."""
        index = bisect_right(self._starts, at)
        return self._starts[index] if index < len(self._starts) else len(self._text)

    def _start_after(self, stop: re.Match[str]) -> int | None:
        if stop[0][0] in "。！？":
            return stop.end()
        following = _LEAD.match(self._text, stop.end())
        after = following.end() if following else stop.end()
        char = self._text[after : after + 1]
        starts_one = (char.isalpha() and not char.islower()) or char.isdecimal() or char in self._stand_ins
        if not char or not starts_one:
            return None
        if stop[0].rstrip(_CLOSERS) == "." and self._abbreviated(stop.start()):
            return None
        return stop.end()

    def _abbreviated(self, stop: int) -> bool:
        before = _BEFORE_STOP.search(self._text[max(0, stop - 20) : stop + 1])
        if before is None:
            return False
        word = before[1].lower()
        return (
            len(word) == 1 or word in _ABBREVIATIONS or "." in word or (word.isdecimal() and len(word) <= 2)
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """``[start, end)`` of a text; `begins` and `ends`: a sentence begins, or ends, there."""

    start: int
    end: int
    begins: bool
    ends: bool


def in_sentences(text: str, start: int, end: int, reach: int) -> Stretch:
    """``[start, end)`` widened to whole sentences, never over an empty line.

    Where the sentence goes on for more than `reach` characters it is cut there, between words.
    """
    low, high = max(0, start - reach), min(len(text), end + reach)
    above, below = text.rfind("\n\n", low, start), text.find("\n\n", end, high)
    begins, ends = low == 0 or above >= 0, high == len(text) or below >= 0
    low, high = above + 2 if above >= 0 else low, below if below >= 0 else high
    sentences = SentenceMap(text[low:high])
    # Not `start` itself: right behind a full stop it would count as part of the sentence before.
    first, last = min(sentences.start(start - low + 1), start - low), sentences.end(end - low - 1)
    begins, ends = begins or first > 0, ends or last < high - low
    first = low + first if begins else _first_word(text, low, start)
    last = low + last if ends else _last_word(text, end, high)
    lead = len(text[first:start]) - len(text[first:start].lstrip())
    return Stretch(first + lead, end + len(text[end:last].rstrip()), begins, ends)


def _first_word(text: str, low: int, start: int) -> int:
    """Where the first whole word begins; `low` in scripts that set no spaces between words."""
    gap = _GAP.search(text, low, min(low + _LONGEST_WORD, start))
    return gap.end() if gap else low


def _last_word(text: str, end: int, high: int) -> int:
    """Where the last whole word ends."""
    gaps = list(_GAP.finditer(text, max(end, high - _LONGEST_WORD), high))
    return gaps[-1].start() if gaps else high
