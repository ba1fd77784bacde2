"""YAML, in front matter, `captures.yml` and settings alike."""

from briefgen.rules.rule import Rule, Severity

YAML_SYNTAX = Rule(
    code="BG110",
    name="yaml-syntax",
    severity=Severity.ERROR,
    summary="a text that should be YAML is not",
)

YAML_CHARACTER = Rule(
    code="BG111",
    name="yaml-character",
    severity=Severity.ERROR,
    summary="a value holds a character without a shape",
)

YAML_TAG = Rule(
    code="BG112",
    name="yaml-tag",
    severity=Severity.ERROR,
    summary="a value begins with a YAML tag",
)

YAML_ANCHOR = Rule(
    code="BG113",
    name="yaml-anchor",
    severity=Severity.ERROR,
    summary="a value is a YAML anchor or alias",
)

YAML_LOST_TEXT = Rule(
    code="BG114",
    name="yaml-lost-text",
    severity=Severity.ERROR,
    summary="YAML takes part of a value for a comment",
)

YAML_DUPLICATE_KEY = Rule(
    code="BG115",
    name="yaml-duplicate-key",
    severity=Severity.ERROR,
    summary="a key stands twice in one place",
)

YAML_UNKNOWN_KEY = Rule(
    code="BG116",
    name="yaml-unknown-key",
    severity=Severity.ERROR,
    summary="a key means nothing in its place",
)

YAML_MISSING_KEY = Rule(
    code="BG117",
    name="yaml-missing-key",
    severity=Severity.ERROR,
    summary="a required key is not there",
)

YAML_WRONG_TYPE = Rule(
    code="BG118",
    name="yaml-wrong-type",
    severity=Severity.ERROR,
    summary="a value is not of the expected type",
)

YAML_EMPTY_VALUE = Rule(
    code="BG119",
    name="yaml-empty-value",
    severity=Severity.ERROR,
    summary="a required value is empty",
)

YAML_REPEATED_ITEM = Rule(
    code="BG120",
    name="yaml-repeated-item",
    severity=Severity.ERROR,
    summary="a list names one thing twice",
)

MISSING_FRONT_MATTER = Rule(
    code="BG121",
    name="missing-front-matter",
    severity=Severity.ERROR,
    summary="a file does not begin with front matter",
)

UNCLOSED_FRONT_MATTER = Rule(
    code="BG122",
    name="unclosed-front-matter",
    severity=Severity.ERROR,
    summary="front matter has no end",
)
