"""`briefgen check`."""

from briefgen.cli._arguments import FindingsOptions, add_findings_arguments
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, summary
from briefgen.terminal.speak import say

PLACE = 30
SUMMARY = "check the briefs and write nothing"

add_arguments = add_findings_arguments


def run(options: FindingsOptions) -> int:
    """Say what is wrong in the project, and how its quotations fared. Raises ProjectError, OSError."""
    from briefgen.pipeline import compile_briefs

    told = compile_briefs(options.root)
    findings, compilation = told.findings, told.value
    show_findings(options.format, findings, compilation.counts, compilation.lock)
    if not findings:
        say(options.format, summary(findings))
    say(options.format, closing_line(compilation.counts, compilation.lock))
    return exit_code(findings, strict=options.strict)
