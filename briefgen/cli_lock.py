"""The commands about the lock: `lock` and `reverify`. Part of the command line."""

import sys

from briefgen import rules
from briefgen.accounts import (
    closing_line,
    in_order,
    locking_words,
    stale_json,
    stale_summary,
    stale_text,
)
from briefgen.cli_words import (
    CLEAN,
    FINDINGS,
    Options,
    exit_code,
    has_error,
    say,
    show_findings,
    wants_colour,
    write_json,
)
from briefgen.diagnostics import Diagnostic
from briefgen.model.lock import LOCK_PATH
from briefgen.pipeline import lock_quotations, reverify_quotations
from briefgen.reporters import full
from briefgen.write import write_lock


def lock(options: Options) -> int:
    """Write the lock anew or, with ``--check``, fail where that would change it.

    Raises ProjectError, OSError.
    """
    findings: list[Diagnostic] = []
    locking = lock_quotations(
        options.root, options.date, findings.append, renew=options.renew, check=options.check
    )
    done = "nothing was locked\n"
    state = locking.state
    if options.check:
        done = "" if has_error(findings) else "the lock agrees with the briefs\n"
    elif not has_error(findings):
        changed = write_lock(options.root, locking.text)
        done = locking_words(state, changed=changed, path=LOCK_PATH)
        state = state.renewed()
    show_findings(options, findings, locking.counts, state)
    say(options, done)
    say(options, closing_line(locking.counts, state))
    return exit_code(options, findings)


def reverify(options: Options) -> int:
    """Look stale quotations up; exit code 0 means that none is stale when this is done.

    Raises ProjectError, OSError.
    """
    findings: list[Diagnostic] = []
    done = reverify_quotations(options.root, options.date, findings.append)
    unread = [finding for finding in findings if _is_in_the_way(finding)]
    if has_error(unread):  # what is stale cannot be known
        show_findings(options, unread, done.counts, done.lock)
        say(options, "nothing was accepted\n")
        return FINDINGS
    found = any(one.check is not None for one in done.stale)
    if options.write and found:
        write_lock(options.root, done.text)
    if options.format == "json":
        write_json(stale_json(done.stale, accepted=options.write))
    else:
        sys.stdout.write(stale_text(done.stale, accepted=options.write))
        missed = {one.quotation.span for one in in_order(done.stale) if one.check is None}
        sys.stdout.write(
            full((one for one in findings if one.span in missed), colour=wants_colour(sys.stdout))
        )
    say(options, stale_summary(done.stale, accepted=options.write))
    settled = all(one.check is not None for one in done.stale) and (options.write or not done.stale)
    return CLEAN if settled else FINDINGS


def _is_in_the_way(finding: Diagnostic) -> bool:
    lists = (LOCK_PATH, "sources/captures.yml")
    return finding.rule is rules.FILE_MISNAMED or finding.span.path in lists
