"""Quotations that cannot be checked, and reasons that have to be given."""

from briefgen.rules.rule import Rule, Severity

QUOTATION_NOT_CHECKED = Rule(
    code="BG324",
    name="quotation-not-checked",
    severity=Severity.WARNING,
    summary="words are quoted from a work without a capture, and nothing says why",
)

CAPTURES_ABSENT = Rule(
    code="BG325",
    name="captures-absent",
    severity=Severity.WARNING,
    summary="briefs quote works, and there is no captures.yml",
)

REASON_EMPTY = Rule(
    code="BG326",
    name="reason-empty",
    severity=Severity.ERROR,
    summary="a reason that has to be given has no words",
)
