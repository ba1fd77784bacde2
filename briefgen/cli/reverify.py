"""`briefgen reverify`."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.cli._arguments import FindingsOptions, add_account_arguments, add_date
from briefgen.diagnostics import Diagnostic
from briefgen.model.layout import project
from briefgen.terminal.formats import show_findings
from briefgen.terminal.formats.text import full
from briefgen.terminal.outcome import has_error
from briefgen.terminal.speak import CLEAN, FINDINGS, say, wants_colour, write_data
from briefgen.terminal.visible import counted, json_text, visible

if TYPE_CHECKING:
    from briefgen.model.capture import Captures
    from briefgen.model.verdict import Verdict
    from briefgen.model.workspace import StaleQuotation

PLACE = 50
SUMMARY = "look quotations up whose capture was replaced"

_WIDEST = 90


class _Options(FindingsOptions):
    date: str
    write: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of an account, ``--date`` and ``--write``."""
    add_account_arguments(parser)
    add_date(parser)
    parser.add_argument("--write", action="store_true", help="accept what stands in the new capture")


def run(options: _Options) -> int:
    """Look stale quotations up; exit code 0 means that none is stale when this is done.

    Raises ProjectError, OSError.
    """
    from briefgen.pipeline import reverify_quotations
    from briefgen.write import write_lock

    told = reverify_quotations(options.root, options.date)
    findings, done = told.findings, told.value
    unread = [finding for finding in findings if _is_in_the_way(finding)]
    if has_error(unread):  # what is stale cannot be known
        show_findings(options.format, unread, done.counts, done.lock)
        say(options.format, "nothing was accepted\n")
        return FINDINGS
    found = any(one.check is not None for one in done.stale)
    if options.write and found:
        write_lock(options.root, done.text)
    stale = _in_order(done.stale)
    if options.format == "json":
        write_data(json_text([_as_object(one, done.captures, options.write) for one in stale]))
    else:
        sys.stdout.write("".join(_block(one, done.captures, options.write) for one in stale))
        missed = {one.quotation.span for one in stale if one.check is None}
        sys.stdout.write(
            full((one for one in findings if one.span in missed), colour=wants_colour(sys.stdout))
        )
    say(options.format, _summary(stale, accepted=options.write))
    settled = all(one.check is not None for one in stale) and (options.write or not stale)
    return CLEAN if settled else FINDINGS


def _is_in_the_way(finding: Diagnostic) -> bool:
    lists = (project.LOCK, project.CAPTURES)
    return finding.rule is rules.FILE_MISNAMED or finding.span.path in lists


def _in_order(stale: "Iterable[StaleQuotation]") -> "list[StaleQuotation]":
    """By place."""
    return sorted(stale, key=lambda one: (one.quotation.span.path, one.quotation.span.start, one.entry.work))


def _block(one: "StaleQuotation", captures: "Captures", accepted: bool) -> str:
    """Where a stale quotation stood verified, and where it stands in the new capture."""
    from briefgen.verify.capture_places import around, place_in

    entry, span = one.entry, one.quotation.span
    words = entry.words if len(entry.words) <= _WIDEST else f"{entry.words[:_WIDEST]}…"
    then = f"{entry.verdict} in `{visible(entry.work)}`"
    lines = [
        f"{visible(span.path)}:{span.line}:{span.column}: “{visible(words)}”",
        f"    was  {then}, capture {entry.capture[:12]}, {entry.verified}",
    ]
    if one.check is None or one.check.capture is None:
        lines.append("    now  not there: never accepted")
    else:
        capture, (start, end) = captures.numbered(one.check.key, one.check.capture), one.check.ranges[0]
        now = f"{one.check.verdict} in {place_in(capture, start)}, capture {capture.record.sha256[:12]}"
        lines.append(f"    now  {visible(now)}{': accepted' if accepted else ''}")
        lines.append(f"         {visible(around(capture, start, end))}")
    return "".join(f"{line}\n" for line in lines) + "\n"


def _summary(stale: "Sequence[StaleQuotation]", *, accepted: bool) -> str:
    """How it went, as one line."""
    if not stale:
        return "no quotation is stale\n"
    found = sum(one.check is not None for one in stale)
    missed = len(stale) - found
    parts = []
    if found:
        parts.append(f"{found} {'accepted' if accepted else 'can be accepted with `--write`'}")
    if missed:
        parts.append(f"{missed} cannot be accepted: the words must be mended, or the old capture kept")
    return f"{counted(len(stale), 'stale quotation')}: {'; '.join(parts)}\n"


def _as_object(one: "StaleQuotation", captures: "Captures", accepted: bool) -> dict[str, object]:
    entry, span, check = one.entry, one.quotation.span, one.check
    now = None
    if check is not None and check.capture is not None and check.verdict is not None:
        capture = captures.numbered(check.key, check.capture)
        now = _stand(check.verdict, check.ranges, capture.record.sha256)
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "brief": entry.brief,
        "work": entry.work,
        "words": entry.words,
        "verified": entry.verified,
        "then": _stand(entry.verdict, entry.ranges, entry.capture),
        "now": now,
        "accepted": accepted and now is not None,
    }


def _stand(verdict: "Verdict", ranges: tuple[tuple[int, int], ...], capture: str) -> dict[str, object]:
    return {"verdict": verdict.value, "at": [list(pair) for pair in ranges], "capture": capture}
