"""Captures, and the files that hold them."""

from briefgen.rules.rule import Rule, Severity

CAPTURE_MISSING = Rule(
    code="BG310",
    name="capture-missing",
    severity=Severity.ERROR,
    summary="the file of a capture is not in seeds/",
)

CAPTURE_ALTERED = Rule(
    code="BG311",
    name="capture-altered",
    severity=Severity.ERROR,
    summary="a capture is not the file its hash was taken of",
)

CAPTURE_OUTSIDE = Rule(
    code="BG312",
    name="capture-outside",
    severity=Severity.ERROR,
    summary="the file of a capture does not lie in seeds/",
)

CAPTURE_NOT_TEXT = Rule(
    code="BG313",
    name="capture-not-text",
    severity=Severity.ERROR,
    summary="a capture cannot be read as UTF-8 text",
)

CAPTURE_UNKNOWN_WORK = Rule(
    code="BG314",
    name="capture-of-unknown-work",
    severity=Severity.ERROR,
    summary="captures.yml names a work that is not in the bibliography",
)

CAPTURE_TEXT_ALTERED = Rule(
    code="BG316",
    name="capture-text-altered",
    severity=Severity.ERROR,
    summary="the text of a capture is not the one that was extracted from it",
)
