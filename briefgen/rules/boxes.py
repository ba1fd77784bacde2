"""Boxes, and the lines that open and close them."""

from briefgen.rules.rule import Rule, Severity

BOX_UNKNOWN = Rule(
    code="BG500",
    name="box-unknown",
    severity=Severity.ERROR,
    summary="a box is of a kind that does not exist",
)

BOX_UNCLOSED = Rule(
    code="BG501",
    name="box-unclosed",
    severity=Severity.ERROR,
    summary="a box is never closed",
)

FENCE_STRAY = Rule(
    code="BG502",
    name="fence-stray",
    severity=Severity.ERROR,
    summary="a line of colons opens and closes no box",
)

ATTRIBUTE_UNKNOWN = Rule(
    code="BG503",
    name="attribute-unknown",
    severity=Severity.ERROR,
    summary="an attribute means nothing in its place",
)
