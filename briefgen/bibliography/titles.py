"""Titles as they are printed: with their subtitles, and in the quotation marks of each language."""

import re

from briefgen.bibliography.marks import without_marks
from briefgen.bibliography.wording import Words

_INNER = re.compile(r"“([^“”„]*)”|„([^“”„]*)[“”]|«\s?([^«»]*?)\s?»|»([^«»]*)«|\"([^\"]*)\"")
_SINGLE = re.compile(r"‘([^‘’]*)’(?!\w)")


def with_subtitle(title: str, subtitle: str) -> str:
    """Title and subtitle, joined by a colon unless the title ends in a mark of its own."""
    if not subtitle:
        return title
    return f"{title} {subtitle}" if title.endswith(tuple(".?!…:–")) else f"{title}: {subtitle}"


def is_bracketed(title: str) -> bool:
    """Whether a title is a description: one pair of square brackets around the whole."""
    depth = 0
    for position, character in enumerate(title):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth <= 0:
            return character == "]" and position == len(title) - 1
    return False


def quoted(title: str, words: Words) -> str:
    """The title in quotation marks, those in it turned into inner ones; a bracketed description as it is."""
    if is_bracketed(without_marks(title)):
        return title
    opening, closing, inner_opening, inner_closing = words.quotes
    text = _INNER.sub(lambda found: f"{inner_opening}{found[found.lastindex or 0]}{inner_closing}", title)
    if inner_opening != "‘":
        text = _SINGLE.sub(lambda found: f"{inner_opening}{found[1]}{inner_closing}", text)
    return f"{opening}{text}{closing}"
