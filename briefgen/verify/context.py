"""Warnings about quotations that stand in their capture and may still mislead."""

import re

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.matching.context import after_quotation, is_very_short
from briefgen.model.capture import Capture
from briefgen.model.quotation import Quotation
from briefgen.model.verdict import Found
from briefgen.verify.places import around, place_in

_ENDS_IN_OMISSION = re.compile(r"(?:…|\.{3})[\])]?$")


def warn_of_context(quotation: Quotation, capture: Capture, found: Found, report: Report) -> None:
    """Report words that take back what is quoted, right behind it; and words too few to prove anything.

    An omission marked at the end of the quotation tells the reader that the sentence goes on, and few
    words that stand in the capture only once say where they are from.
    """
    start, end = found.ranges[-1]
    limit = after_quotation(capture.text, end, capture.language)
    if limit and not quotation.elision_ok and not _ENDS_IN_OMISSION.search(quotation.text.rstrip()):
        report(
            Diagnostic(
                rules.QUOTATION_CUT_SHORT,
                quotation.span,
                f"the quotation ends right before “{limit}”",
                (f"{place_in(capture, start)}: {around(capture.text, start, end)}",),
                'quote on, end with `[…]`, or say why the cut is fair: `["…"]{elision_ok="reason"}`',
            )
        )
    if found.occurrences > 1 and is_very_short(quotation.text):
        report(
            Diagnostic(
                rules.QUOTATION_VERY_SHORT,
                quotation.span,
                f"words as few as these stand more than once in the capture of `{capture.key}`",
                hint='quote more words; a word of your own is written `["…"]{.own}`',
            )
        )
