"""`briefgen lock`."""

import argparse
from typing import TYPE_CHECKING

from briefgen.cli._arguments import FindingsOptions, add_date, add_findings_arguments
from briefgen.model.layout import project
from briefgen.terminal.counts import closing_line
from briefgen.terminal.formats import show_findings
from briefgen.terminal.outcome import exit_code, has_error
from briefgen.terminal.speak import say
from briefgen.terminal.visible import counted

if TYPE_CHECKING:
    from briefgen.model.counts import LockState

PLACE = 40
SUMMARY = f"look every quotation up anew and note in {project.LOCK} what was found, and what is published"


class _Options(FindingsOptions):
    date: str
    renew: bool
    check: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of findings, ``--date``, and either ``--renew`` or ``--check``."""
    add_findings_arguments(parser)
    add_date(parser)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--renew", action="store_true", help="date anew what is locked already, too")
    either.add_argument(
        "--check", action="store_true", help="write nothing, fail where the lock is not up to date"
    )


def run(options: _Options) -> int:
    """Write the locks anew or, with ``--check``, fail where that would change it.

    Raises ProjectError, OSError.
    """
    from briefgen.pipeline import lock_quotations
    from briefgen.write import write_lock

    told = lock_quotations(options.root, options.date, renew=options.renew, check=options.check)
    findings, locking = told.findings, told.value
    done = "nothing was locked\n"
    state = locking.state
    if options.check:
        done = "" if has_error(findings) else "the lock agrees with the briefs\n"
    elif not has_error(findings):
        changed = write_lock(options.root, locking.text)
        done = _words_for(state, changed=changed)
        if write_lock(options.root, locking.published, project.PUBLISHED):
            done += f"{project.PUBLISHED}: written\n"
        state = state.renewed()
    show_findings(options.format, findings, locking.counts, state)
    say(options.format, done)
    say(options.format, closing_line(locking.counts, state))
    return exit_code(findings, strict=options.strict)


def _words_for(state: "LockState", *, changed: bool) -> str:
    what = "written" if changed else "unchanged"
    gone = f", {state.gone} dropped that are no longer quoted" if state.gone else ""
    quotations = counted(state.locked + state.new, "quotation")
    return f"{project.LOCK}: {what}, {quotations}, {state.new} of them new{gone}\n"
