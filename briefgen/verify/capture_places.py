"""Places of captures, and their words, as messages show them."""

from briefgen.model.capture import Capture
from briefgen.model.spans import UNSEEN
from briefgen.sentences import in_sentences

_LONGEST = 120


def place_in(capture: Capture, offset: int) -> str:
    """Line and column in the capture's text, as an editor counts them."""
    before = capture.text[:offset]
    line = before.count("\n") + 1
    column = offset - (before.rfind("\n") + 1) + 1
    return f"{capture.record.text or capture.record.file}:{line}:{column}"


def around(capture: Capture, start: int, end: int) -> str:
    """A passage in its sentences, on one line; of very long ones only the words around it."""
    text = capture.text
    shown = in_sentences(text, start, end, _LONGEST, capture.language)
    passage = on_one_line(text[shown.start : shown.end])
    return f"{'…' * (not shown.begins)}{passage}{'…' * (not shown.ends)}"


def words_at(capture: Capture, stretch: tuple[int, int]) -> str:
    """The words of a stretch of the capture, on one line."""
    return on_one_line(capture.text[slice(*stretch)])


def on_one_line(text: str) -> str:
    """A text with every space, line end or run of them as one space."""
    return " ".join(text.replace(UNSEEN, "").split())
