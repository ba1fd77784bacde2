"""Markdown that the site's builder reads in its own way."""

from briefgen.rules.rule import Rule, Severity, body

READS_DIFFERENTLY = Rule(
    code="BG410",
    name="reads-differently",
    severity=Severity.ERROR,
    summary="the site's builder would show a text in another way than it is written",
    means="The site’s builder reads another dialect of Markdown than CommonMark, so every text is read both ways, and this one comes out differently: the finding shows how it is written and how it would be shown. Mostly it is raw HTML, very deep nesting, a table without a row, or a numbered list inside another block that does not begin with 1.",
    why="Readers would be shown something else than what you wrote and what was checked.",
    flagged=(body("- From the minutes:\n\n  3. The bridge is closed.\n"),),
    fixed=(body("From the minutes:\n\n3. The bridge is closed.\n"),),
)

LIST_INDENT = Rule(
    code="BG411",
    name="list-indent",
    severity=Severity.WARNING,
    summary="an indent makes a list into something else",
    means="In CommonMark a block is in an item if it is indented as far as the item’s text: by two spaces below `- `, by three below `1. `. Indented less, it ends the list; indented by four more than the text above it, it goes on with that text, or is code. The finding says how far to indent.",
    why="Other programs are more lenient, so that a list looks right in an editor and is shown to readers as one long line, as code, or in pieces that count from 1 again.",
    flagged=(body("1. The bridge is closed.\n  - There is no ferry.\n2. The school is open.\n"),),
    fixed=(body("1. The bridge is closed.\n   - There is no ferry.\n2. The school is open.\n"),),
)

MARKER_UNREAD = Rule(
    code="BG412",
    name="marker-unread",
    severity=Severity.WARNING,
    summary="signs at the beginning of a line are no Markdown, and would be shown",
    means="A line begins as a heading, an item, a footnote or a line of verse does elsewhere, and is running text here: `##Words` without a space, or with a no-break one; `a.` or `•` before items; `[1] words` as a note; `| words` as verse or as a table without the line below its head. Or a block of code has no end. The finding says what to write.",
    why="Readers would be shown the signs, and a list or verse as one long line.",
    flagged=(body("##The ferry\n\nThere is none.\n"),),
    fixed=(body("## The ferry\n\nThere is none.\n"),),
)
