"""What was changed in the whole of a text, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.changed.align import aligned
from briefgen.matching.fold import fold
from briefgen.model.capture import Capture
from briefgen.sentences import SentenceMap

_ENDS = tuple('.!?…:。！？؟۔।॥"”’»)')
_FIGURE = re.compile(r"\d")
_FEW = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of the old text and what is in their place in the new one; one of them may be empty."""

    old: tuple[int, int]
    new: tuple[int, int]


def whole_changes(old: Capture, new: Capture) -> Iterator[Passage]:
    """The passages of two texts that differ, in order, but for lines that only count or date."""
    ours, theirs = _sentences(old), _sentences(new)
    codes = aligned([key for key, _, _ in ours], [key for key, _, _ in theirs])
    for same, a, b, c, d in codes:
        if not same:
            here = (ours[a][1], ours[b - 1][2]) if a < b else (0, 0)
            there = (theirs[c][1], theirs[d - 1][2]) if c < d else (0, 0)
            if not _counts(old.text[slice(*here)], new.text[slice(*there)]):
                yield Passage(here, there)


def _sentences(capture: Capture) -> list[tuple[str, int, int]]:
    """The sentences of a capture that have a letter or a digit, as they are compared; where they stand."""
    text = capture.text
    ends = SentenceMap(text, capture.language).ends_within(0, len(text))
    found = []
    for start, end in zip((0, *ends), (*ends, len(text)), strict=True):
        piece = text[start:end]
        if any(char.isalnum() for char in piece):
            first = end - len(piece.lstrip())
            folded = " ".join(fold(piece, capture.language).text.split())
            found.append((folded, first, start + len(piece.rstrip())))
    return found


def _counts(old: str, new: str) -> bool:
    """Whether a short line that counts or dates something is all that was put in the place of another."""
    return all(
        len(text.split()) <= _FEW and _FIGURE.search(text) is not None and not text.endswith(_ENDS)
        for text in (old, new)
    )
