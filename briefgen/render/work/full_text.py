"""The whole text of a capture that may be published, the quoted passages marked in it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.model.capture import Capture
from briefgen.model.layout import anchors, classes
from briefgen.model.spans import UNSEEN
from briefgen.render.escape import escape_attribute, escape_run
from briefgen.render.work.quoted_passages import QuotedPassage

_GAP = re.compile(r"\n[ \t]*\n\s*")


def full_text(capture: Capture, passages: Sequence[QuotedPassage]) -> str:
    """The text as HTML, paragraph by paragraph; marked words lead to their passage."""
    capture = capture.showing(pair for passage in passages for pair in passage.ranges)
    edges = sorted({offset for passage in passages for pair in passage.ranges for offset in pair})
    inside = "\n".join(
        f"<p>{''.join(_marked(capture, paragraph, edges, passages))}</p>"
        for paragraph in _paragraphs(capture.text)
    )
    lang = escape_attribute(capture.language)
    return f'<div class="{classes.FULL_TEXT}" lang="{lang}" dir="auto">\n{inside}\n</div>'


def in_full_text(passage: QuotedPassage) -> str:
    """The id of the place where a passage begins in the full text."""
    return anchors.in_full_text(passage.identifier)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs stand, without the space around them: parted by lines with nothing but spaces."""
    gaps = [gap.span() for gap in _GAP.finditer(text)]
    for start, end in zip(
        (0, *(end for _, end in gaps)), (*(start for start, _ in gaps), len(text)), strict=True
    ):
        piece = text[start:end]
        first, last = end - len(piece.lstrip()), start + len(piece.rstrip())
        if first < last:
            yield first, last


def _marked(
    capture: Capture, paragraph: tuple[int, int], edges: Sequence[int], passages: Sequence[QuotedPassage]
) -> Iterator[str]:
    """The words of a paragraph, in pieces that belong to the same passages."""
    first, last = paragraph
    cuts = [first, *(edge for edge in edges if first < edge < last), last]
    for start, end in pairwise(cuts):
        for passage in passages:
            if passage.ranges[0][0] == start:
                yield f'<span id="{in_full_text(passage)}"></span>'
        words = escape_run(capture.text[start:end].replace(UNSEEN, ""))
        around = [passage for passage in passages if _covers(passage, start, end)]
        if around:
            narrowest = min(around, key=lambda passage: sum(end - start for start, end in passage.ranges))
            words = f'<a href="#{narrowest.identifier}"><mark>{words}</mark></a>'
        yield words


def _covers(passage: QuotedPassage, start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in passage.ranges)
