"""A quoted passage as readers see it: its words marked in their sentences, as the capture has them."""

import re
from collections.abc import Iterator, Sequence

from briefgen.excerpts import excerpt, merged
from briefgen.model.capture import Capture
from briefgen.model.spans import UNSEEN
from briefgen.render.escape import escape_text
from briefgen.sentences import Stretch

_SPACE = re.compile(r"\s+")
_LEFT_OUT = r"\[…\]"


def has_context(capture: Capture, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether readers are shown more of the capture than the quoted words."""
    capture = capture.showing(ranges)
    shown = "".join(capture.text[stretch.start : stretch.end] for stretch in excerpt(capture, ranges))
    return _letters(shown) > _letters("".join(capture.text[start:end] for start, end in ranges))


def passage_markdown(capture: Capture, ranges: Sequence[tuple[int, int]]) -> str:
    """The passage on one line; ``[…]`` where a sentence goes on, or something between is left out."""
    capture = capture.showing(ranges)
    stretches = excerpt(capture, ranges)
    pieces = []
    for index, stretch in enumerate(stretches):
        if index or not stretch.begins:
            pieces.append(f"{_LEFT_OUT} ")
        pieces += _marked(capture.text, stretch, ranges)
        pieces.append(" " if index + 1 < len(stretches) else "" if stretch.ends else f" {_LEFT_OUT}")
    return "".join(pieces)


def _marked(text: str, stretch: Stretch, ranges: Sequence[tuple[int, int]]) -> Iterator[str]:
    position = stretch.start
    for start, end in merged(ranges):
        if stretch.start <= start and end <= stretch.end:
            yield _run(text[position:start], line_start=position == stretch.start)
            yield f"<mark>{_run(text[start:end])}</mark>"
            position = end
    yield _run(text[position : stretch.end])


def _run(text: str, *, line_start: bool = False) -> str:
    return escape_text(_SPACE.sub(" ", text.replace(UNSEEN, "")), line_start=line_start)


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
