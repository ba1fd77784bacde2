"""Spans: what a stretch of a capture's text is, where that is more than the text of the work."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class SpanKind(StrEnum):
    """What a stretch is.

    `page`: a page, whose number is the label. `header`, `footer`: what stands above and below the text of a
    page, or of each page. `note-mark`: the mark of a note, or a word of editors like `[citation needed]`.
    `page-note`: notes at the foot of a page or a column, which the text runs past. `number`: of an item of a
    list. `quote-mark`: what a mail sets before the lines of another. `control`, `navigation`: of a page's
    buttons and menus. `struck`: shown as deleted. `capitals`: shown in capitals, and not written so.
    `heading`. `comments`: what readers of a page wrote. `recognised`: an invisible text that a program laid
    over a picture.
    """

    PAGE = "page"
    HEADER = "header"
    FOOTER = "footer"
    NOTE_MARK = "note-mark"
    PAGE_NOTE = "page-note"
    NUMBER = "number"
    CONTROL = "control"
    NAVIGATION = "navigation"
    STRUCK = "struck"
    CAPITALS = "capitals"
    QUOTE_MARK = "quote-mark"
    HEADING = "heading"
    COMMENTS = "comments"
    RECOGNISED = "recognised"


PASSED_OVER = frozenset(
    {
        SpanKind.HEADER,
        SpanKind.FOOTER,
        SpanKind.NOTE_MARK,
        SpanKind.PAGE_NOTE,
        SpanKind.NUMBER,
        SpanKind.QUOTE_MARK,
        SpanKind.CONTROL,
        SpanKind.NAVIGATION,
        SpanKind.STRUCK,
    }
)
"""What stands between the words of a text, and does not belong to it."""


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch ``[start, end)`` of a text, in code points."""

    kind: SpanKind
    start: int
    end: int
    label: str = ""


def moved(spans: Iterable[TextSpan], by: int) -> tuple[TextSpan, ...]:
    """The spans of a text that stands so far behind the beginning of another."""
    return tuple(replace(one, start=one.start + by, end=one.end + by) for one in spans)


def flow(text: str, spans: tuple[TextSpan, ...]) -> str:
    """The text with all that it runs past made invisible, each code point at the place where it was."""
    pieces: list[str] = []
    done = 0
    for start, end, capitals in _covered(spans):
        start = max(start, done)
        if start >= end:
            continue
        pieces.append(text[done:start])
        stretch = text[start:end]
        pieces.append(_capitals(stretch) if capitals else _unseen(stretch, text[end : end + 1]))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _covered(spans: tuple[TextSpan, ...]) -> list[tuple[int, int, bool]]:
    """What is passed over, and what is shown in capitals outside of that, in order."""
    passed = sorted((one.start, one.end) for one in spans if one.kind in PASSED_OVER)
    merged: list[tuple[int, int]] = []
    for start, end in passed:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    covered = [(start, end, False) for start, end in merged]
    for one in spans:
        if one.kind is SpanKind.CAPITALS:
            start = one.start
            for first, last in merged:
                if last <= start or first >= one.end:
                    continue
                covered.append((start, first, True))
                start = last
            covered.append((start, one.end, True))
    return sorted(covered)


def _capitals(stretch: str) -> str:
    capitals = stretch.upper()
    return capitals if len(capitals) == len(stretch) else stretch


def _unseen(stretch: str, behind: str) -> str:
    """As many spaces, or marks of no width where the words go on at once; a line end stays one."""
    if behind and not behind.isspace():
        glue = stretch[-1:].isspace() or stretch[:1].isspace()
        if not glue:
            return UNSEEN * len(stretch)
    first = "\n" if stretch.startswith("\n") else " "
    return first + " " * (len(stretch) - 1)


UNSEEN = "\u2060"
"""What no typography shows: the fold drops it."""
