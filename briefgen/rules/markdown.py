"""The files of briefs and context boxes, and the Markdown in them."""

from briefgen.rules.rule import Rule, Severity

SLUG_TAKEN = Rule(
    code="BG150",
    name="slug-taken",
    severity=Severity.ERROR,
    summary="two files give the same address",
)

SLUG_EMPTY = Rule(
    code="BG151",
    name="slug-empty",
    severity=Severity.ERROR,
    summary="a file name leaves nothing for an address",
)

HTML_REFUSED = Rule(
    code="BG152",
    name="html-refused",
    severity=Severity.ERROR,
    summary="raw HTML that is not on the list of harmless tags",
)

FOOTNOTE_UNDEFINED = Rule(
    code="BG153",
    name="footnote-undefined",
    severity=Severity.ERROR,
    summary="a footnote mark has no footnote",
)

FOOTNOTE_UNUSED = Rule(
    code="BG154",
    name="footnote-unused",
    severity=Severity.ERROR,
    summary="no mark in the text leads to a footnote",
)

FOOTNOTE_TWICE = Rule(
    code="BG155",
    name="footnote-twice",
    severity=Severity.ERROR,
    summary="two footnotes have the same label",
)

ADDRESS_REFUSED = Rule(
    code="BG157",
    name="address-refused",
    severity=Severity.ERROR,
    summary="a link or an image leads to an address that runs code",
)

CONTEXT_MISPLACED = Rule(
    code="BG158",
    name="context-misplaced",
    severity=Severity.ERROR,
    summary="a file of sources/context/ is not named name.language.md",
)
