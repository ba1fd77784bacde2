"""What is written: pages and social cards."""

from briefgen.rules.rule import Rule, Severity

FILE_IN_THE_WAY = Rule(
    code="BG400",
    name="file-in-the-way",
    severity=Severity.ERROR,
    summary="a hand-written file stands where a generated page belongs",
)

COLLIDING_PAGES = Rule(
    code="BG401",
    name="colliding-pages",
    severity=Severity.ERROR,
    summary="two generated pages have one address",
)

CARD_FONT_UNUSABLE = Rule(
    code="BG402",
    name="card-font-unusable",
    severity=Severity.ERROR,
    summary="a font for social cards is not there or is no font",
)

CARD_LETTERS_MISSING = Rule(
    code="BG403",
    name="card-letters-missing",
    severity=Severity.WARNING,
    summary="no font has the letters of a social card",
)
