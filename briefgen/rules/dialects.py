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
