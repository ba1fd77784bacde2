"""Words that stand in a capture beside its sentences: in the head of a page, in a menu, struck out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.capture import Capture
from briefgen.model.quotation import Quotation
from briefgen.model.spans import SpanKind, TextSpan
from briefgen.model.verdict import Found, Missed, MissReason
from briefgen.verify.capture_places import around, place_in

_NAMED: Mapping[SpanKind, str] = {
    SpanKind.HEADER: "the head of a page",
    SpanKind.FOOTER: "the foot of a page",
    SpanKind.CONTROL: "a button of the page",
    SpanKind.NAVIGATION: "a menu of the page",
    SpanKind.COMMENTS: "comments that readers of the page wrote",
}
"""What is said of words that stand there; marks of notes, notes and numbers of lists may be quoted."""


def judged_beside(capture: Capture, beside: Found | Missed, missed: Missed) -> Found | Missed:
    """What comes of looking in the whole text, where the words are not in what its sentences are.

    Words that are struck out are found by themselves; with others the work does not say them.
    """
    if isinstance(beside, Missed):
        return missed
    struck = _of(capture, frozenset({SpanKind.STRUCK}), beside.ranges)
    for start, end in beside.ranges:
        for one in struck:
            if one.start < end and start < one.end and not (one.start <= start and end <= one.end):
                return Missed(MissReason.STRUCK, beside.ranges)
    return replace(beside, in_whole=True)


def said_of_place(quotation: Quotation, capture: Capture, found: Found) -> Iterator[Diagnostic]:
    """What readers should know of the place that a quotation is from."""
    if not capture.spans:
        return
    place = (
        f"{place_in(capture, found.ranges[0][0])}: {around(capture.showing(found.ranges), *found.ranges[0])}"
    )
    if found.in_whole and _of(capture, frozenset({SpanKind.STRUCK}), found.ranges):
        message = f"these words are struck out in the capture of `{capture.key}`"
        hint = 'if that is what you say of them, write why you quote them: `["…"]{elision_ok="reason"}`'
        yield Diagnostic(rules.QUOTATION_STRUCK, quotation.span, message, (place,), hint)
    kinds = frozenset(_NAMED) if found.in_whole else frozenset({SpanKind.COMMENTS})
    named = dict.fromkeys(_NAMED[one.kind] for one in _of(capture, kinds, found.ranges))
    if named:
        message = f"these words stand in {' and '.join(named)}"
        hint = 'if you mean them, say why: `["…"]{elision_ok="reason"}`'
        yield Diagnostic(rules.QUOTATION_BESIDE_TEXT, quotation.span, message, (place,), hint)


def _of(
    capture: Capture, kinds: frozenset[SpanKind], ranges: Sequence[tuple[int, int]]
) -> tuple[TextSpan, ...]:
    """The spans of some kinds that stretches have a part in."""
    return tuple(
        one
        for one in capture.spans
        if one.kind in kinds and any(one.start < end and start < one.end for start, end in ranges)
    )
