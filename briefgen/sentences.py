"""Where sentences begin and end in the text of a paragraph."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import ClassVar

_CANDIDATE = re.compile(r"[.!?…]+[)\]]*(?=\s)|[。！？]")
_LEAD = re.compile(r"\s*[\"„“”»«‚‘(\[]*")
_BEFORE_STOP = re.compile(r"([\w.]+)\.$")
_ABBREVIATIONS = frozenset(
    "abb abs anm art bd bzw ca chap cf col dr ed eds etc evtl ff fig gen ggf hg hrsg inkl ing jr kap "
    "lt max min mr mrs ms no nos nr op para paras pp prof resp rn sec sen sog st tab usw vgl vol vols "
    "vs zit".split()
)


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

    def __init__(self, text: str) -> None:
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
        if stop[0] in "。！？":
            return stop.end()
        following = _LEAD.match(self._text, stop.end())
        after = following.end() if following else stop.end()
        char = self._text[after : after + 1]
        starts_one = (char.isalpha() and not char.islower()) or char.isdecimal() or char in self._stand_ins
        if not char or not starts_one:
            return None
        if stop[0].startswith(".") and len(stop[0].rstrip(")]")) == 1 and self._abbreviated(stop.start()):
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


@lru_cache(maxsize=2)
def _sentences_of(paragraph: str) -> SentenceMap:
    """Kept from one passage to the next: the text of a long document may be a single paragraph."""
    return SentenceMap(paragraph)


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """``[start, end)`` widened to whole sentences, never over an empty line."""
    first = text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0
    last = text.find("\n\n", end)
    paragraph = text[first : len(text) if last < 0 else last]
    sentences = _sentences_of(paragraph)
    begin, stop = sentences.start(start - first), sentences.end(max(end - first - 1, 0))
    lead = len(paragraph[begin:stop]) - len(paragraph[begin:stop].lstrip())
    return first + begin + lead, first + begin + len(paragraph[begin:stop].rstrip())
