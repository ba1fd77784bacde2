"""What is said of characters of an author's file that turn round the direction of what is read."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.directions import called, turning
from briefgen.text import Span, TextFile

_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def turned_in(file: TextFile) -> Iterator[Diagnostic]:
    """A finding for each such character that stands in a file; a pair stands in one paragraph."""
    if file.text.isascii():
        return
    for paragraph in _PARAGRAPH.finditer(file.text):
        for at in turning(paragraph[0]):
            place = paragraph.start() + at
            yield _turned_round(paragraph[0][at], file.span(place, place + 1))


def turned_by_reference(value: str, place: Span) -> Iterator[Diagnostic]:
    """A finding for each such character of a value that its place spells out: `\\u202e`, `&#x202e;`."""
    written = place.text
    hidden = dict.fromkeys(value[at] for at in turning(value) if value[at] not in written)
    yield from (_turned_round(character, place) for character in hidden)


def _turned_round(character: str, place: Span) -> Diagnostic:
    return Diagnostic(
        rules.DIRECTION_TURNED,
        place,
        f"{called(character)} turns round what is read",
        ("titles, names and other lines are shown without it",),
        "take it out: words of another script need no such sign",
    )
