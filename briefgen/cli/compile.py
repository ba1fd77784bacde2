"""`briefgen compile`, which is the first half of `briefgen build`."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import FindingsOptions, add_findings_arguments
from briefgen.diagnostics import Diagnostic
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, has_error
from briefgen.terminal.speak import say

if TYPE_CHECKING:
    from briefgen.pipeline import Compilation
    from briefgen.write import Written

PLACE = 10
SUMMARY = "check the briefs and write them to docs/"

add_arguments = add_findings_arguments


def run(options: FindingsOptions) -> int:
    """Write the pages if there is no error. Raises ProjectError, OSError."""
    findings, compilation = compile_and_write(options.root, options.format)
    say(options.format, closing_line(compilation.counts, compilation.lock))
    return exit_code(findings, strict=options.strict)


def compile_and_write(
    root: PurePath, format_name: str, *, drafts: bool = False
) -> "tuple[Sequence[Diagnostic], Compilation]":
    """Compile, show the findings, and write the pages if there is no error. Raises ProjectError, OSError."""
    from briefgen.pipeline import Asked, compile_briefs
    from briefgen.write import NO_CARDS, draw_cards, write_pages, write_theme

    told = compile_briefs(root, Asked(drafts))
    findings, compilation = told.findings, told.value
    written = None
    if not has_error(findings):
        write_theme(root, has_cards=not compilation.misses_cards)
        pictures = draw_cards(root, compilation.cards)
        written = write_pages(root, compilation.pages, pictures)
    show_findings(format_name, findings, compilation.counts, compilation.lock)
    say(format_name, _words_for(written) if written else "nothing was written\n")
    if written and compilation.misses_cards:
        say(format_name, NO_CARDS)
    return findings, compilation


def _words_for(written: "Written") -> str:
    return (
        f"docs/: {len(written.changed)} written, {len(written.removed)} removed, "
        f"{len(written.unchanged)} unchanged\n"
    )
