"""Addresses that lead to words on a page: the text fragments of URLs (``#:~:text=``)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from briefgen.excerpts import excerpt
from briefgen.model.capture import Capture
from briefgen.model.spans import UNSEEN

_WHOLE = 100
_MOST_BEFORE = 400
"""Up to so many characters words are given in full, else by how they begin and end."""
_END = 40
_BEFORE = re.compile(r"(?:\w\S*[^\S\n]+){1,3}\Z")
_BEHIND = re.compile(r"\S*(?:[^\S\n]+\S*\w){1,3}")


def text_directives(capture: Capture, ranges: Sequence[tuple[int, int]]) -> str:
    """What a text fragment says of stretches of a capture: ``text=…&text=…``.

    It holds nothing that readers are not shown of the capture, and nothing that would lead to another place
    with the same words: then it is empty.
    """
    found = (_directive(capture, start, end) for start, end in ranges)
    return "&".join(f"text={directive}" for directive in found if directive)


def at_the_words(address: str, directives: str) -> str:
    """An address with a text fragment.

    A browser that does not find the words, or knows no such fragments, opens the page at its top; no server
    is told of them.
    """
    return f"{address}{'' if '#' in address else '#'}:~:{directives}" if directives else address


def _directive(capture: Capture, start: int, end: int) -> str:
    """``[before-,]first[,last][,-behind]``: no part of it may reach over the end of a block of the page."""
    capture = capture.showing([(start, end)])
    text, (shown,) = capture.text, excerpt(capture, [(start, end)])
    lines = [line.strip() for line in text[start:end].splitlines() if line.strip()]
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= _WHOLE:
        first, whole = lines[0], _encoded(lines[0])
    else:
        first = _beginning(lines[0])
        whole = f"{_encoded(first)},{_encoded(_ending(lines[-1]))}"
    if _stands_once(first, text):
        return whole
    before = _BEFORE.search(_just_before(text, shown.start, start))
    if before and _stands_once(before[0] + first, text):
        return f"{_encoded(before[0])}-,{whole}"
    behind = _BEHIND.match(text[end : shown.end])
    if behind and _stands_once(text[start:end] + behind[0], text):
        return f"{whole},-{_encoded(behind[0])}"
    return ""


def _just_before(text: str, first: int, start: int) -> str:
    """The words before a place, and no more of them than are looked at."""
    window = text[max(first, start - _MOST_BEFORE) : start]
    if start - first <= _MOST_BEFORE:
        return window
    return "".join(re.split(r"(\s)", window, maxsplit=1)[1:])  # without the word that is cut


def _beginning(line: str) -> str:
    """The first words; all of them where no space parts them."""
    cut = line.find(" ", _END)
    return line if cut < 0 else line[:cut]


def _ending(line: str) -> str:
    cut = line.rfind(" ", 0, max(0, len(line) - _END))
    return line[cut + 1 :]


def _stands_once(words: str, text: str) -> bool:
    """Whether a browser, which passes over case, finds the words in one place only."""
    return _lower(text).count(_lower(words)) == 1


@lru_cache(maxsize=16)
def _lower(text: str) -> str:
    return text.lower()


def _encoded(text: str) -> str:
    # A comma, a hyphen and an ampersand have a meaning of their own there; `quote` leaves the hyphen.
    return quote(" ".join(text.replace(UNSEEN, "").split()), safe="").replace("-", "%2D")
