"""Warnings about quotations that stand in their capture and may still mislead."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report, Rule
from briefgen.matching.boundaries import boundary_within
from briefgen.matching.context import after_quotation, before_quotation, governed_by_author, is_very_short
from briefgen.matching.lexicon import lexicon_of
from briefgen.model.capture import Capture
from briefgen.model.quotation import Quotation
from briefgen.model.verdict import ElisionKind, Found, Verdict
from briefgen.model.workspace import ResolvedQuotation
from briefgen.verify.beside import said_of_place
from briefgen.verify.capture_places import around, place_in, words_at

_DOTS = r"(?:[\[(]\s*)?(?:…|\.\s?\.\s?\.)(?:\s*[\])])?"
_BEGINS_IN_OMISSION = re.compile(rf"[\s\"'„“”«»‹›‚‘’「『]*{_DOTS}")
_ENDS_IN_OMISSION = re.compile(rf"{_DOTS}[\s.,;:!?\"'„“”«»‹›‚‘’」』]*$")
_REASON = '`["…"]{elision_ok="reason"}`'
# Words that stand in many places are judged at so many of them.
_PLACES = 50


def warn_of_context(
    resolved: ResolvedQuotation, capture: Capture, found: Found, report: Report
) -> tuple[str, ...]:
    """Report what may mislead about a quotation that was found: words that take back what is quoted, right
    before it or right behind it; what its omissions leave out or join; that it runs over what parts its
    capture; and words too few to prove anything.

    Where the author acknowledges with a reason what misleads, nothing of it is reported, and the names of
    the rules are the result.
    """
    quotation = resolved.quotation
    findings = [
        *_omissions(quotation, capture, found),
        *_cuts(resolved, capture, found),
        *_boundary(quotation, capture, found),
        *said_of_place(quotation, capture, found),
    ]
    if not quotation.elision_ok:
        for finding in findings:
            report(finding)
    if found.occurrences > 1 and is_very_short(quotation.text):
        report(
            Diagnostic(
                rules.QUOTATION_VERY_SHORT,
                quotation.span,
                f"words as few as these stand more than once in the capture of `{capture.key}`",
                hint='quote more words; a word of your own is written `["…"]{.own}`',
            )
        )
    return tuple(dict.fromkeys(one.rule.name for one in findings)) if quotation.elision_ok else ()


def _omissions(quotation: Quotation, capture: Capture, found: Found) -> Iterator[Diagnostic]:
    """What omissions leave out, or join, or that nothing can be said of them."""
    for warning in found.warnings:
        left_out = f"left out, {place_in(capture, warning.gap[0])}: {words_at(capture, warning.gap)}"
        told = _told(warning.kind, warning.word, capture)
        if told is not None:
            rule, message, hint = told
            yield Diagnostic(rule, quotation.span, message, (left_out,), hint)


def _told(kind: ElisionKind, word: str, capture: Capture) -> tuple[Rule, str, str] | None:
    fair = f"if the omission is fair, say why: {_REASON}"
    match kind:
        case ElisionKind.NEGATION | ElisionKind.DENIAL:
            return rules.ELISION_OVER_NEGATION, f"an omission leaves out “{word}”", fair
        case ElisionKind.JOINED:
            message = "an omission joins parts of two sentences"
            return rules.OMISSION_JOINS, message, f"quote each by itself, or whole sentences; {fair}"
        case ElisionKind.NOT_JUDGED:
            return _not_judged(capture)
        case ElisionKind.LONG_GAP:
            return None


def _not_judged(capture: Capture) -> tuple[Rule, str, str]:
    message = f"an omission is not judged in this language: `{capture.language}`"
    hint = f"see for yourself that it leaves out nothing that denies or limits, and say so: {_REASON}"
    return rules.OMISSION_NOT_JUDGED, message, hint


def _cuts(resolved: ResolvedQuotation, capture: Capture, found: Found) -> Iterator[Diagnostic]:
    """An omission marked at the end says that the sentence goes on: then only what denies counts."""
    quotation = resolved.quotation
    (start, end), (last, through) = found.ranges[0], found.ranges[-1]
    elided = found.verdict is Verdict.ELIDED
    opens = elided and _BEGINS_IN_OMISSION.match(quotation.text) is not None
    closes = elided and _ENDS_IN_OMISSION.search(quotation.text) is not None
    if (opens or closes) and len(found.ranges) == 1 and lexicon_of(capture.language) is None:
        rule, message, hint = _not_judged(capture)
        yield Diagnostic(rule, quotation.span, message, hint=hint)
    before = _before(capture, start, end, found)
    if before and not governed_by_author(quotation.before, resolved.language, capture.text[start:end]):
        message = f"the quotation begins right behind “{before}”"
        yield _cut(quotation, capture, (start, end), message, "quote from there")
    after = after_quotation(capture.text, through, capture.language, start=last, omission=closes)
    if after:
        message = f"the quotation ends right before “{after}”"
        way_out = "quote on" if closes else "quote on, end with `[…]`"
        yield _cut(quotation, capture, (last, through), message, way_out)


def _cut(
    quotation: Quotation, capture: Capture, place: tuple[int, int], message: str, way_out: str
) -> Diagnostic:
    passage = f"{place_in(capture, place[0])}: {around(capture, *place)}"
    hint = f"{way_out}, or say why the cut is fair: {_REASON}"
    return Diagnostic(rules.QUOTATION_CUT_SHORT, quotation.span, message, (passage,), hint)


def _before(capture: Capture, start: int, end: int, found: Found) -> str | None:
    """What denies or limits the quotation right before it, wherever it stands: words that stand somewhere
    without that may be quoted."""
    word = before_quotation(capture.text, start, end, capture.language)
    if word is None or found.occurrences < 2 or len(found.ranges) > 1:
        return word
    text, words = capture.text, capture.text[start:end]
    other = text.find(words)
    for _ in range(_PLACES):
        if other < 0:
            break
        if before_quotation(text, other, other + len(words), capture.language) is None:
            return None
        other = text.find(words, other + len(words))
    return word


def _boundary(quotation: Quotation, capture: Capture, found: Found) -> Iterator[Diagnostic]:
    if not quotation.one_paragraph:
        return
    for start, end in found.ranges:
        boundary = boundary_within(capture.text, start, end, capture.record.file)
        if boundary is not None:
            yield Diagnostic(
                rules.QUOTATION_OVER_BOUNDARY,
                quotation.span,
                f"the quotation runs over the end of a {boundary.of}",
                (f"{place_in(capture, start)}: {around(capture, start, end)}",),
                f"quote each by itself, or with `[…]` between them, or say why it is one text: {_REASON}",
            )
            return
