"""Quotation marks without a partner, and those in raw HTML."""

from briefgen.rules.rule import Rule, Severity, body

MARK_STRAY = Rule(
    code="BG344",
    name="mark-stray",
    severity=Severity.WARNING,
    summary="a quotation mark has no partner",
    means="A quotation mark has no partner, and opens no words before a citation. Inches and seconds are written ″, which is no quotation mark.",
    why="Where quoted words begin, or end, is not clear to readers, and words that stand between no two marks are not looked up.",
    flagged=(body("The Herald writes that the bridge closes on Monday” [@herald2025bridge].\n"),),
    fixed=(body("The Herald writes that the bridge “closes on Monday” [@herald2025bridge].\n"),),
)

MARK_UNCLOSED = Rule(
    code="BG345",
    name="mark-unclosed",
    severity=Severity.ERROR,
    summary="a quotation mark without a partner opens words before a citation",
    means="A quotation mark opens words before a citation, and nothing closes them.",
    why="Readers take them for quoted, and nobody looks them up: without the closing mark a misquotation would pass.",
    flagged=(body("The Herald writes that the bridge “closes on Sunday [@herald2025bridge].\n"),),
    fixed=(body("The Herald writes that the bridge “closes on Monday” [@herald2025bridge].\n"),),
)

HTML_QUOTATION = Rule(
    code="BG346",
    name="html-quotation",
    severity=Severity.ERROR,
    summary="raw HTML holds a citation, or quoted words that have one",
    means="Raw HTML holds a citation, or quoted words that have one beside it. Write it as Markdown, `<blockquote>` as a block quote.",
    why="Raw HTML is published as it stands, and nothing in it is looked up: readers would see a quotation like any other, and `@key` where its source should stand.",
    flagged=(body("<blockquote>the old bridge closes on Monday [@herald2025bridge]</blockquote>\n"),),
    fixed=(body("> the old bridge closes on Monday [@herald2025bridge]\n"),),
)
