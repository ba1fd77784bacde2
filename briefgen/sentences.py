"""Where sentences begin and end: the one room that decides it, for briefs and captures, by language.

The rule is ours, the lists of abbreviations are data of the languages: a library for the whole (sentencex, as
compiled code) keeps fewer hard sentences whole, knows no stand-ins, and takes fifteen times as long.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from briefgen.languages import any_language, language_of

_CLOSERS = ")]\"'”’“»«›"
_ENDS = ".!?…؟۔।॥"
_IDEOGRAPHIC_ENDS = "。！？｡"
_LEAD = re.compile(r"[\s\"„“”»«‚‘’'(\[¿¡—–-]*")
_WORD_BEFORE_STOP = re.compile(r"[\w.·]+$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST_ABBREVIATION = 24
# Scripts whose words may be one letter long, and are no initials then.
_SYLLABLES = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3\U00020000-\U0003fffd]"
)
_GAP = re.compile(r"\s+")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a language says of the ends of its sentences."""

    candidate: re.Pattern[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    ordinals: bool


@cache
def _rules(tag: str) -> _Rules:
    """The rules of a language. Names and titles are written in their own language everywhere (M. Dupont, Sra.
    Ruiz), so abbreviations of other languages count, too, but for what is a common word in this one."""
    every = any_language()
    own = language_of(tag) or every
    words = own.whole_words | own.little_words | own.clause_words | own.sentence_starters
    foreign = every.abbreviations - words
    ends = _ENDS + "".join(sorted(own.sentence_ends if own is not every else ()))
    closers = re.escape(_CLOSERS)
    any_end = f"[{re.escape(ends)}]"
    candidate = re.compile(
        # What may end a sentence stands first: `re` looks for one of these quickly, and slowly for a choice.
        rf"[{re.escape(ends)}{_IDEOGRAPHIC_ENDS}\n](?:"
        # From the first of a run only, so that a long one is tried once.
        rf"(?<={any_end})(?<!{any_end}{any_end}){any_end}*+[{closers}]*+(?=\s)"
        rf"|(?<=[{_IDEOGRAPHIC_ENDS}])[」』）”’]*|(?<=\n)[ \t]*\n)"
    )
    # A word that only begins sentences in one language is a name in another (Turkish kim).
    starters = own.sentence_starters if own is not every else frozenset()
    return _Rules(candidate, own.abbreviations | foreign, starters, "dot" in own.ordinals)


_REACH = 400


class SentenceMap:
    """The sentences of a text, in which quotations and citations may be stand-in characters.

    A full stop ends a sentence when a capital, a digit, a quotation or a narrative citation follows, and
    no initial, abbreviation or ordinal number stands before it; behind one of these, too, when a word
    follows that only begins sentences. An empty line ends one always. `language` is a BCP 47 tag; with an
    empty one, or one without a file, the lists of all languages count. A wrong guess is never silent: an
    end too many leaves a quotation unbound, one too few binds it where it is not found.
    """

    QUOTATION: ClassVar[str] = "\ue000"
    CITATION: ClassVar[str] = "\ue001"
    NARRATIVE: ClassVar[str] = "\ue002"
    _stand_ins: ClassVar[str] = QUOTATION + CITATION + NARRATIVE

    def __init__(self, text: str, language: str = "") -> None:
        self._text = text
        self._rules = _rules(language)
        ends = self._rules.candidate.finditer(text)
        self._starts = [0, *(start for start in map(self._start_after, ends) if start)]

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

    def before(self, at: int) -> str:
        """The last words of its sentence before `at`; a quotation among them is its empty marks.

        Of a long sentence it is the last clause or two: a paragraph may be one sentence, full of quotations.
        """
        start = self._starts[bisect_right(self._starts, at) - 1]
        words = self._text[max(start, at - _REACH) : at]
        if at - start > _REACH:
            words = words.partition(" ")[2]
        return words.replace(self.QUOTATION, "“”").replace(self.CITATION, "").replace(self.NARRATIVE, "")

    def ends_within(self, start: int, end: int) -> list[int]:
        """Where in ``[start, end]`` a sentence has ended and another begins, behind its last mark."""
        return self._starts[max(1, bisect_left(self._starts, start)) : bisect_right(self._starts, end)]

    def _start_after(self, stop: re.Match[str]) -> int | None:
        mark = stop[0][0]
        if mark in _IDEOGRAPHIC_ENDS or mark == "\n":
            return stop.end()
        following = _LEAD.match(self._text, stop.end())
        after = following.end() if following else stop.end()
        char = self._text[after : after + 1]
        starts_one = (char.isalpha() and not char.islower()) or char.isdecimal() or char in self._stand_ins
        if not char or not starts_one:
            return None
        if stop[0].rstrip(_CLOSERS) == "." and self._abbreviated(stop.start(), after):
            return None
        return stop.end()

    def _abbreviated(self, stop: int, after: int) -> bool:
        """Whether the full stop at `stop` belongs to the word before it, with what stands at `after`."""
        near = self._text[max(0, stop - _LONGEST_ABBREVIATION) : stop]
        before = _WORD_BEFORE_STOP.search(near, near.rfind(" ") + 1)
        if before is None:
            return False
        word = before[0].lower()
        if word.isdecimal():
            if len(word) > 2 or self._begins_item(stop - len(word)):
                return len(word) <= 2
            belongs = self._rules.ordinals or self._is_abbreviation(after)
        else:
            initial = len(word) == 1 and not _SYLLABLES.match(word)
            belongs = initial or "." in word or word in self._rules.abbreviations
        return belongs and not self._only_begins_sentences(after)

    def _begins_item(self, at: int) -> bool:
        """Whether a number stands where a line or sentence begins: that of an item of a list."""
        before = self._text[max(0, at - 2) : at]
        return not before.strip() or before[-1] == "\n" or before[0] in _ENDS

    def _is_abbreviation(self, at: int) -> bool:
        word = _WORD.match(self._text, at)
        return (
            word is not None
            and word[0].lower() in self._rules.abbreviations
            and self._text[word.end() : word.end() + 1] == "."
        )

    def _only_begins_sentences(self, at: int) -> bool:
        word = _WORD.match(self._text, at)
        return (
            word is not None
            and word[0].lower().replace("’", "'") in self._rules.starters
            and len(word[0]) > 1
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """``[start, end)`` of a text; `begins` and `ends`: a sentence begins, or ends, there."""

    start: int
    end: int
    begins: bool
    ends: bool


def in_sentences(text: str, start: int, end: int, reach: int, language: str = "") -> Stretch:
    """``[start, end)`` widened to whole sentences, never over an empty line.

    Where the sentence goes on for more than `reach` characters it is cut there, between words.
    """
    low, high = max(0, start - reach), min(len(text), end + reach)
    above, below = text.rfind("\n\n", low, start), text.find("\n\n", end, high)
    begins, ends = low == 0 or above >= 0, high == len(text) or below >= 0
    low, high = above + 2 if above >= 0 else low, below if below >= 0 else high
    sentences = SentenceMap(text[low:high], language)
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
