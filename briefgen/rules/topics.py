"""Topics and their addresses."""

from briefgen.rules.rule import Rule, Severity

TOPIC_TAKEN = Rule(
    code="BG167",
    name="topic-taken",
    severity=Severity.ERROR,
    summary="two topics give the same address",
)

TOPIC_EMPTY = Rule(
    code="BG168",
    name="topic-empty",
    severity=Severity.ERROR,
    summary="a topic leaves nothing for an address",
)
