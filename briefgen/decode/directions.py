"""What is said of characters of an author's file that turn round the direction of what is read."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.directions import called, has_any, turning
from briefgen.text import Span, TextFile

_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def turned_in(file: TextFile, *, settings: bool = False) -> Iterator[Diagnostic]:
    """A finding for each such character that stands in a file; a pair stands in one paragraph.

    What is in the `settings` of a site's builder cannot be left out when it is shown, and is refused.
    """
    if not has_any(file.text):
        return
    for paragraph in _PARAGRAPH.finditer(file.text):
        for at in turning(paragraph[0]):
            place = paragraph.start() + at
            yield _turned_round(file.text[place], file.span(place, place + 1), settings)


def turned_by_reference(value: str, place: Span, *, settings: bool = False) -> Iterator[Diagnostic]:
    """A finding for each such character of a value that its place spells out: `\\u202e`, `&#x202e;`."""
    if faults := turning(value):
        written = place.text
        hidden = dict.fromkeys(value[at] for at in faults if value[at] not in written)
        yield from (_turned_round(character, place, settings) for character in hidden)


def _turned_round(character: str, place: Span, settings: bool) -> Diagnostic:
    return Diagnostic(
        rules.SETTING_TURNED if settings else rules.DIRECTION_TURNED,
        place,
        f"{called(character)} turns round what is read",
        () if settings else ("titles, names and other lines are shown without it",),
        "take it out: words of another script need no such sign",
    )
