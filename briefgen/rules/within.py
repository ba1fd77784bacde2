"""What stands in a quotation, what it leaves out and what it runs over."""

from briefgen.rules.rule import Rule, Severity

QUOTATION_UNREADABLE = Rule(
    code="BG340",
    name="quotation-unreadable",
    severity=Severity.ERROR,
    summary="a quotation holds what would be shown otherwise than it is looked up",
)

OMISSION_JOINS = Rule(
    code="BG341",
    name="omission-joins-parts",
    severity=Severity.WARNING,
    summary="an omission joins parts of two sentences",
)

OMISSION_NOT_JUDGED = Rule(
    code="BG342",
    name="omission-not-judged",
    severity=Severity.WARNING,
    summary="an omission is not judged in the language of its capture",
)

QUOTATION_OVER_BOUNDARY = Rule(
    code="BG343",
    name="quotation-over-boundary",
    severity=Severity.WARNING,
    summary="a quotation set as one paragraph runs over a heading, a cell or a paragraph of its capture",
)
