"""How much of a report is examined: its sentences, in their order, as a strip."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefgen.catalogue import Words
from briefgen.model.capture import Capture
from briefgen.model.layout import classes
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.charts.svg import drawing, element, percent
from briefgen.render.escape import escape_html
from briefgen.sentences import SentenceMap
from briefgen.summed import summed

_HEIGHT = 16
_MOST_DRAWN = 400
"""More strokes than a page is wide cannot be told apart."""
_GAP = 0.4


def examined_strip(capture: Capture, briefs: Iterable[VerifiedBrief], words: Words) -> str:
    """How many sentences of a capture the findings of briefs are about, and which; empty without any."""
    sentences = _sentences(capture)
    starts = [start for start, _ in sentences]
    met = {bisect_right(starts, at) - 1 for at in _places(capture, briefs, sentences)}
    if not met:
        return ""
    said = words.reader.sentences_examined.format(examined=len(met), all=len(sentences))
    if len(sentences) > _MOST_DRAWN:
        return f'<p class="{classes.STRIP}">{escape_html(said)}</p>'
    whole = sum(end - start for start, end in sentences)
    shapes, at = [], 0
    middle = _HEIGHT // 2
    for number, (start, end) in enumerate(sentences):
        name = classes.BAR_EXAMINED if number in met else classes.BAR_PASSED_OVER
        first, last = percent(at, whole), percent(max(at + end - start - _GAP * whole / 100, at), whole)
        shapes.append(element("line", x1=first, x2=last, y1=middle, y2=middle, class_=name))
        at += end - start
    drawn = drawing(_HEIGHT, said, "", "".join(shapes))
    caption = element("figcaption", escape_html(said))
    name = f"{classes.CHART} {classes.STRIP}"
    return f'<figure class="{name}" data-search-exclude>\n{drawn}\n{caption}\n</figure>'


def _sentences(capture: Capture) -> list[tuple[int, int]]:
    """The sentences of a capture that have a letter or a digit."""
    text = capture.text
    starts = [0, *SentenceMap(text, capture.language).ends_within(0, len(text))]
    pairs = zip(starts, [*starts[1:], len(text)], strict=True)
    return [(start, end) for start, end in pairs if any(char.isalnum() for char in text[start:end])]


def _places(
    capture: Capture, briefs: Iterable[VerifiedBrief], sentences: Iterable[tuple[int, int]]
) -> Iterator[int]:
    """A place in each sentence that a passage of a finding stands in."""
    bounds = list(sentences)
    for brief in briefs:
        for key, number, ranges in examined_in(brief):
            if (key, number) == (capture.key, capture.number):
                for first, last in ranges:
                    yield from (start for start, end in bounds if start < last and first < end)


@summed
def examined_in(brief: VerifiedBrief) -> tuple[tuple[str, int | None, tuple[tuple[int, int], ...]], ...]:
    """Where the passages of a brief's findings stand: the work's key, its capture's number, the places."""
    passages = {passage.quote.span for finding in brief.resolved.findings for passage in finding.passages}
    return tuple(
        (check.key, check.capture, check.ranges)
        for quotation in brief.quotations
        if quotation.quotation.span in passages
        for check in quotation.checks
    )
