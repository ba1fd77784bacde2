"""Places of captures, and their words, as messages show them."""

from briefgen.model.capture import Capture
from briefgen.sentences import sentence_bounds

_LONGEST = 120


def place_in(capture: Capture, offset: int) -> str:
    """Line and column in the capture's text, as an editor counts them."""
    before = capture.text[:offset]
    line = before.count("\n") + 1
    column = offset - (before.rfind("\n") + 1) + 1
    return f"{capture.record.text or capture.record.file}:{line}:{column}"


def around(text: str, start: int, end: int) -> str:
    """A passage in its sentences, on one line; of very long ones only the words around it."""
    first, last = sentence_bounds(text, start, end)
    if start - first > _LONGEST:
        first = text.rfind(" ", 0, start - _LONGEST) + 1
    if last - end > _LONGEST:
        last = text.find(" ", end + _LONGEST)
        last = len(text) if last < 0 else last
    return f"{'…' * (first > 0)}{on_one_line(text[first:last])}{'…' * (last < len(text))}"


def words_at(capture: Capture, stretch: tuple[int, int]) -> str:
    """The words of a stretch of the capture, on one line."""
    return on_one_line(capture.text[slice(*stretch)])


def on_one_line(text: str) -> str:
    """A text with every space, line end or run of them as one space."""
    return " ".join(text.split())
