"""Quotation marks without a partner, and those in raw HTML."""

from briefgen.rules.rule import Rule, Severity

MARK_STRAY = Rule(
    code="BG344",
    name="mark-stray",
    severity=Severity.WARNING,
    summary="a quotation mark has no partner",
)

MARK_UNCLOSED = Rule(
    code="BG345",
    name="mark-unclosed",
    severity=Severity.ERROR,
    summary="a quotation mark without a partner opens words before a citation",
)

HTML_QUOTATION = Rule(
    code="BG346",
    name="html-quotation",
    severity=Severity.ERROR,
    summary="raw HTML holds a citation, or quoted words that have one",
)
