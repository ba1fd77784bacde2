"""What one box says of another: inclusion, marks and ids."""

from briefgen.rules.rule import Rule, Severity

INCLUDE_UNKNOWN = Rule(
    code="BG512",
    name="include-unknown",
    severity=Severity.ERROR,
    summary="an included context box does not exist in this language",
)

INCLUDE_NOT_EMPTY = Rule(
    code="BG513",
    name="include-not-empty",
    severity=Severity.ERROR,
    summary="a box that includes another has text of its own",
)

MARK_WITHOUT_BOX = Rule(
    code="BG514",
    name="mark-without-box",
    severity=Severity.ERROR,
    summary="a mark in a quotation leads to no box of the brief",
)

ID_TAKEN = Rule(
    code="BG515",
    name="id-taken",
    severity=Severity.ERROR,
    summary="two boxes of a brief have the same id",
)

ID_UNFIT = Rule(
    code="BG516",
    name="id-unfit",
    severity=Severity.ERROR,
    summary="the id of a box cannot stand in an address",
)
