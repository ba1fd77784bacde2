"""The lock: what was verified, where and when."""

from briefgen.rules.rule import Rule, Severity

LOCK_UNREADABLE = Rule(
    code="BG330",
    name="lock-unreadable",
    severity=Severity.ERROR,
    summary="a line of verified.lock says nothing that can be used",
)

QUOTATION_STALE = Rule(
    code="BG331",
    name="quotation-stale",
    severity=Severity.ERROR,
    summary="quoted words were verified in a capture that was replaced",
)

LOCK_OUTDATED = Rule(
    code="BG332",
    name="lock-outdated",
    severity=Severity.ERROR,
    summary="`lock --check`: the lock does not agree with the briefs",
)
