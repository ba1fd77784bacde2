"""Markdown that the site's builder reads in its own way."""

from briefgen.rules.rule import Rule, Severity

READS_DIFFERENTLY = Rule(
    code="BG410",
    name="reads-differently",
    severity=Severity.ERROR,
    summary="the site's builder would show a text in another way than it is written",
)
