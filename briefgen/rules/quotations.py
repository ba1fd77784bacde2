"""Quotations, looked up in their captures."""

from briefgen.rules.rule import Rule, Severity

QUOTATION_MISSED = Rule(
    code="BG301",
    name="quotation-not-in-capture",
    severity=Severity.ERROR,
    summary="quoted words are not in the capture of their work",
)

QUOTATION_UNBOUND = Rule(
    code="BG302",
    name="quotation-unbound",
    severity=Severity.WARNING,
    summary="quoted words are bound to no work",
)

QUOTATION_EMPTY = Rule(
    code="BG303",
    name="quotation-empty",
    severity=Severity.ERROR,
    summary="a quotation has no words",
)

EMPHASIS_UNMARKED = Rule(
    code="BG304",
    name="emphasis-unmarked",
    severity=Severity.ERROR,
    summary="emphasis in a quotation is not said to be ours",
)

PASSAGE_AMBIGUOUS = Rule(
    code="BG305",
    name="passage-ambiguous",
    severity=Severity.ERROR,
    summary="a passage under examination stands more than once in its work",
)

ELISION_OVER_NEGATION = Rule(
    code="BG306",
    name="elision-over-negation",
    severity=Severity.WARNING,
    summary="an omission leaves out a word that denies or limits, or a negation across sentences",
)

QUOTATION_CUT_SHORT = Rule(
    code="BG307",
    name="quotation-cut-short",
    severity=Severity.WARNING,
    summary="a quotation is cut right beside a word that limits or denies what it says",
)

QUOTATION_VERY_SHORT = Rule(
    code="BG308",
    name="quotation-very-short",
    severity=Severity.WARNING,
    summary="a quotation is so short that finding it in its work proves nothing",
)
