"""Addresses that lead to words on a page: the text fragments of URLs (``#:~:text=``)."""

from collections.abc import Sequence
from urllib.parse import quote

from briefgen.excerpts import excerpt
from briefgen.model.capture import Capture

_WHOLE = 100
"""Up to so many characters words are given in full, else by how they begin and end."""
_END = 40
_NEIGHBOURS = 3


def at_the_words(address: str, capture: Capture, ranges: Sequence[tuple[int, int]]) -> str:
    """An address with a text fragment for each stretch of a capture.

    A browser that does not find the words, or knows no such fragments, opens the page at its top; no server
    is told of them. Nothing is in it that readers are not shown of the capture.
    """
    directives = "&".join(f"text={_directive(capture, start, end)}" for start, end in ranges)
    return f"{address}{'' if '#' in address else '#'}:~:{directives}"


def _directive(capture: Capture, start: int, end: int) -> str:
    """``[before-,]first[,last][,-behind]``: no part of it may reach over the end of a block of the page."""
    (shown,) = excerpt(capture, [(start, end)])
    words = capture.text[start:end]
    lines = [line for line in words.splitlines() if line.strip()]
    is_whole = len(lines) == 1 and len(words) <= _WHOLE
    first, last = (words, "") if is_whole else (_beginning(lines[0]), _ending(lines[-1]))
    parts = [_encoded(first), *([_encoded(last)] if last else [])]
    if capture.text.count(first.strip()) > 1:
        before = _last_line(capture.text[shown.start : start]).split()[-_NEIGHBOURS:]
        behind = _first_line(capture.text[end : shown.end]).split()[:_NEIGHBOURS]
        if before:
            parts.insert(0, f"{_encoded(' '.join(before))}-")
        elif behind:
            parts.append(f"-{_encoded(' '.join(behind))}")
    return ",".join(parts)


def _beginning(line: str) -> str:
    """The first words; all of them where no space parts them."""
    words = line.strip()
    cut = words.find(" ", _END)
    return words if cut < 0 else words[:cut]


def _ending(line: str) -> str:
    words = line.strip()
    cut = words.rfind(" ", 0, max(0, len(words) - _END))
    return words[cut + 1 :]


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _encoded(text: str) -> str:
    # A comma, a hyphen and an ampersand have a meaning of their own there; `quote` leaves the hyphen.
    return quote(" ".join(text.split()), safe="").replace("-", "%2D")
