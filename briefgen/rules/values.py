"""What a key says, once YAML has been read."""

from briefgen.rules.rule import Rule, Severity

UNKNOWN_CHOICE = Rule(
    code="BG123",
    name="unknown-choice",
    severity=Severity.ERROR,
    summary="a value is none of the possible ones",
)

NOT_A_DATE = Rule(
    code="BG124",
    name="not-a-date",
    severity=Severity.ERROR,
    summary="a date is not a day of the calendar in ISO 8601",
)

NOT_A_LANGUAGE = Rule(
    code="BG125",
    name="not-a-language",
    severity=Severity.ERROR,
    summary="a language is not a BCP 47 tag",
)

NOT_A_SHA256 = Rule(
    code="BG126",
    name="not-a-sha256",
    severity=Severity.ERROR,
    summary="a hash is not a SHA-256",
)

NOT_AN_ADDRESS = Rule(
    code="BG127",
    name="not-an-address",
    severity=Severity.ERROR,
    summary="a web or mail address is not complete",
)

NOT_A_PATH = Rule(
    code="BG128",
    name="not-a-path",
    severity=Severity.ERROR,
    summary="a path does not stay inside the project",
)

NOT_AN_ID = Rule(
    code="BG129",
    name="not-an-id",
    severity=Severity.ERROR,
    summary="an id cannot be the id of a place",
)

DATE_TOO_EARLY = Rule(
    code="BG130",
    name="date-too-early",
    severity=Severity.ERROR,
    summary="a brief changed before it was published",
)
