"""`briefgen check`."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import CompilingOptions, add_compiling_arguments
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, summary
from briefgen.terminal.speak import say

if TYPE_CHECKING:
    from briefgen.cache.kept_run import KeptRun
    from briefgen.cache.store import Loaded

PLACE = 30
SUMMARY = "check the briefs and write nothing"

add_arguments = add_compiling_arguments


def run(options: CompilingOptions) -> int:
    """Say what is wrong in the project, and how its quotations fared. Raises ProjectError, OSError."""
    from briefgen.cache.store import find_run, keep_run, load_project

    loaded = load_project(options.root)
    found = find_run(options.root, loaded) if options.cache else None
    if found is None:
        found = _compiled(options.root, loaded)
        if options.cache:
            keep_run(options.root, loaded, found)
    findings = found.findings
    show_findings(options.format, findings, found.counts, found.lock)
    if not findings:
        say(options.format, summary(findings))
    say(options.format, closing_line(found.counts, found.lock))
    return exit_code(findings, strict=options.strict)


def _compiled(root: PurePath, loaded: "Loaded") -> "KeptRun":
    from briefgen.pipeline import compile_briefs, kept_of

    return kept_of(compile_briefs(root, loaded))
