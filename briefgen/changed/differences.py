"""What was changed from one passage to another, and whether it is more than what stands around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.changed.align import aligned
from briefgen.changed.worded import Word, Worded, worded

_MARK_OF_NOTE = re.compile(r"\[\s*(?:\d{1,3}|[a-z])\s*\]")
_ENDS = tuple('.!?…:。！？؟۔।॥"”’»)')
_TELLING = frozenset("?!？！؟")
_FEW = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both passages have, as the new one writes them, or that were put in the place of others.

    The space behind them is among them.
    """

    same: str = ""
    old: str = ""
    new: str = ""


class Beside:
    """Two passages of two texts, word by word."""

    def __init__(self, old: str, new: str, ours: Worded, theirs: Worded) -> None:
        self._old, self._new = old, new
        self._ours, self._theirs = ours.words, theirs.words
        self._codes = aligned(ours.keys, theirs.keys)

    def changes(self, quoted: tuple[int, int]) -> Iterator[bool]:
        """Of each change of substance, whether it is within `quoted`, words of the old passage.

        There all changes are, but for marks of notes.
        """
        first, last = quoted
        for same, a, b, c, d in self._codes:
            if same or self._is_typography(a, b, c, d):
                continue
            touches = (a < last and first < b) if a < b else first < a < last
            if touches or not self._is_beside(a, b, c, d):
                yield touches

    def place(self, quoted: tuple[int, int]) -> tuple[int, int] | None:
        """Where in the new text `quoted`, words of the old passage, stand, or what is in their place."""
        first, last = quoted
        places = [
            (c + first - a if same and first > a else c, d - (b - last) if same and last < b else d)
            for same, a, b, c, d in self._codes
            if a < last and first < b
        ]
        starts, ends = [start for start, _ in places], [end for _, end in places]
        if not places or min(starts) >= max(ends):
            return None
        return self._theirs[min(starts)].start, self._theirs[max(ends) - 1].end

    def share(self) -> float:
        """How much of the old passage stands in the new one, by its words."""
        all_words = sum(word.is_spoken for word in self._ours)
        kept = sum(word.is_spoken for same, a, b, _, _ in self._codes if same for word in self._ours[a:b])
        return kept / all_words if all_words else 0.0

    def pieces(self) -> Iterator[Piece]:
        """All of both, as they are written."""
        for same, a, b, c, d in self._codes:
            old = _with_space(self._old, self._ours, a, b)
            new = _with_space(self._new, self._theirs, c, d)
            if same or self._is_typography(a, b, c, d):
                yield Piece(same=new)
            else:
                yield Piece(old=old, new=new)

    def _is_typography(self, a: int, b: int, c: int, d: int) -> bool:
        """Whether all that differs is the mark of a note, or a word that a line end divides."""
        old, new = self._written(a, b), self._theirs_written(c, d)
        if all(not text.strip() or _MARK_OF_NOTE.fullmatch(text.strip()) for text in (old, new)):
            return True
        at_line_end = "\n" in old or "\n" in new
        return at_line_end and _unbroken(old) == _unbroken(new)

    def _is_beside(self, a: int, b: int, c: int, d: int) -> bool:
        """Whether a change is beside the sentence: of a line of its own, or of marks that say little."""
        old, new = self._written(a, b), self._theirs_written(c, d)
        if not any(char.isalnum() or char in _TELLING for char in old + new):
            return True
        return self._is_line(a, b, c, d)

    def _is_line(self, a: int, b: int, c: int, d: int) -> bool:
        """Whether a short line stands between two others that are one sentence without it."""
        if (a < b) == (c < d):
            return False
        text, words, first, last = (self._old, self._ours, a, b) if a < b else (self._new, self._theirs, c, d)
        if not first or last == len(words):
            return False
        before = text[words[first - 1].end : words[first].start]
        behind = text[words[last - 1].end : words[last].start]
        line = text[words[first].start : words[last - 1].end]
        return "\n" in before and "\n" in behind and len(line.split()) <= _FEW and not line.endswith(_ENDS)

    def _written(self, a: int, b: int) -> str:
        return self._old[self._ours[a].start : self._ours[b - 1].end] if a < b else ""

    def _theirs_written(self, c: int, d: int) -> str:
        return self._new[self._theirs[c].start : self._theirs[d - 1].end] if c < d else ""


def beside(
    old: str, new: str, ours: tuple[int, int], theirs: tuple[int, int], languages: tuple[str, str]
) -> Beside:
    """A passage of the old text beside one of the new one; `languages` are those of the texts."""
    return Beside(old, new, worded(old, *ours, languages[0]), worded(new, *theirs, languages[1]))


def _with_space(text: str, words: Sequence[Word], first: int, last: int) -> str:
    if first >= last:
        return ""
    return text[words[first].start : words[last].start if last < len(words) else words[last - 1].end]


def _unbroken(text: str) -> str:
    return "".join(char for char in text if not (char.isspace() or char in "-\u2010\u00ad"))
