"""What `briefgen capture` and `briefgen import` are given."""

from briefgen.rules.rule import Rule, Severity

CAPTURE_DAMAGED = Rule(
    code="BG317",
    name="capture-damaged",
    severity=Severity.ERROR,
    summary="a document to be captured is damaged or cut off",
)

CAPTURE_ENCRYPTED = Rule(
    code="BG318",
    name="capture-encrypted",
    severity=Severity.ERROR,
    summary="a document to be captured is encrypted",
)

CAPTURE_WITHOUT_TEXT = Rule(
    code="BG319",
    name="capture-without-text",
    severity=Severity.ERROR,
    summary="a document to be captured holds no text",
)

CAPTURE_FORMAT = Rule(
    code="BG320",
    name="capture-format",
    severity=Severity.ERROR,
    summary="a document to be captured is of a kind that cannot be read",
)

CAPTURE_ENCODING = Rule(
    code="BG321",
    name="capture-encoding",
    severity=Severity.ERROR,
    summary="the encoding of a document to be captured is not known",
)

CAPTURE_PAGE_UNCLEAR = Rule(
    code="BG322",
    name="capture-page-unclear",
    severity=Severity.ERROR,
    summary="which page of a web archive is meant is not clear",
)

IMPORT_UNREADABLE = Rule(
    code="BG323",
    name="import-unreadable",
    severity=Severity.ERROR,
    summary="a file to be imported holds no annotations that we know",
)
