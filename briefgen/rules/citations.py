"""Citations, and the keys in them."""

from briefgen.rules.rule import Rule, Severity

UNKNOWN_KEY = Rule(
    code="BG201",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="a citation key is not in the bibliography",
)

NOT_A_CITATION = Rule(
    code="BG202",
    name="not-a-citation",
    severity=Severity.ERROR,
    summary="something looks like a citation and is none",
)

CITATION_IN_HEADING = Rule(
    code="BG203",
    name="citation-in-heading",
    severity=Severity.ERROR,
    summary="a citation stands in a heading",
)

CITATION_IN_LINK = Rule(
    code="BG204",
    name="citation-in-link",
    severity=Severity.ERROR,
    summary="a citation stands in the text of a link",
)

CITATION_IN_CITATION = Rule(
    code="BG205",
    name="citation-in-citation",
    severity=Severity.ERROR,
    summary="a citation stands in the prefix or suffix of another",
)

UNKNOWN_TRANSLATION = Rule(
    code="BG206",
    name="unknown-translation",
    severity=Severity.ERROR,
    summary="translation_of names no brief, or one in the same language",
)
