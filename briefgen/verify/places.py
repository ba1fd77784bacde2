"""Places of captures, and their words, as messages show them."""

from briefgen.model.capture import Capture


def place_in(capture: Capture, offset: int) -> str:
    """Line and column in the capture's text, as an editor counts them."""
    before = capture.text[:offset]
    line = before.count("\n") + 1
    column = offset - (before.rfind("\n") + 1) + 1
    return f"{capture.record.text or capture.record.file}:{line}:{column}"


def around(text: str, start: int, end: int) -> str:
    """A passage with some words around it, on one line."""
    first = max(text.rfind(" ", 0, max(start - 40, 0)) + 1, 0)
    last = text.find(" ", min(end + 40, len(text)))
    last = len(text) if last < 0 else last
    return f"{'…' * (first > 0)}{on_one_line(text[first:last])}{'…' * (last < len(text))}"


def words_at(capture: Capture, stretch: tuple[int, int]) -> str:
    """The words of a stretch of the capture, on one line."""
    return on_one_line(capture.text[slice(*stretch)])


def on_one_line(text: str) -> str:
    """A text with every space, line end or run of them as one space."""
    return " ".join(text.split())
