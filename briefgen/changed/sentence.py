"""The sentence that words of a capture stand in, without the lines that a page sets beside it."""

from dataclasses import dataclass

from briefgen.model.capture import Capture
from briefgen.sentences import in_sentences

_REACH = 300
"""As far as a sentence is shown to readers (`excerpts`), it is compared."""
_LONGEST = 48
"""So long is a line of its own at most: what counts, dates or advertises is shorter than a line of a text."""
_ENDS = tuple('.!?…。！？؟۔।॥"”’»)')


@dataclass(frozen=True, slots=True)
class Sentence:
    """``[start, end)`` of a capture's text; `begins` and `ends`: a sentence begins, or ends, there."""

    start: int
    end: int
    begins: bool
    ends: bool

    @property
    def within(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


def sentence_at(capture: Capture, words: tuple[int, int]) -> Sentence:
    """The sentence of some words, or as much of it as is shown around them.

    Short lines before it are none of it where it begins behind them with no small letter, nor lines behind
    its last mark.
    """
    text = capture.text
    shown = in_sentences(text, *words, _REACH, capture.language)
    start = _behind_lines(text, shown.start, words[0])
    end = _before_lines(text, words[1], shown.end)
    return Sentence(start, end, shown.begins or start > shown.start, shown.ends or end < shown.end)


def _behind_lines(text: str, start: int, words: int) -> int:
    at = start
    while 0 <= (line_end := text.find("\n", at, words)) - at <= _LONGEST:
        at = line_end + 1
        while at < words and text[at].isspace():
            at += 1
        if not text[at].islower():
            start = at
    return start


def _before_lines(text: str, words: int, end: int) -> int:
    at = words
    while (line_end := text.find("\n", at, end)) >= 0:
        if text[words - 1 : line_end].rstrip().endswith(_ENDS):
            rest = text[line_end + 1 : end].splitlines()
            if all(len(line) <= _LONGEST for line in rest):
                return words + len(text[words:line_end].rstrip())
        at = line_end + 1
    return end
