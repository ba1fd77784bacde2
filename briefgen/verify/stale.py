"""Saying that a quotation was verified in a capture that is not there any more."""

from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.capture import Capture
from briefgen.model.lock import LOCK_PATH, LockEntry
from briefgen.model.workspace import StaleQuotation


def report_stale(stale: StaleQuotation, captures: Sequence[Capture], report: Report) -> None:
    """Report a stale quotation where it stands; `captures` are those its work has now."""
    entry = stale.entry
    work = f"`{entry.work}`"
    then = (
        f"verified on {entry.verified}: {_named(entry.capture, entry.text_file)} ({LOCK_PATH}:{entry.line})"
    )
    if not captures:
        message = f"these words were verified in a capture of {work} that captures.yml does not have any more"
        notes: tuple[str, ...] = (then,)
        hint = f"bring its entry back or, to go on without a capture, delete line {entry.line} of {LOCK_PATH}"
    else:
        message = f"these words were verified in another capture of {work} than there is now"
        same = stale.check is not None
        notes = (
            then,
            *(f"the capture now: {_now(entry, capture)}" for capture in captures),
            f"the words {'stand' if same else 'do not stand'} in it",
        )
        hint = (
            "run `briefgen reverify` to see where, and with `--write` to accept"
            if same
            else "quote the new capture, or keep the old one: list both below the key in captures.yml"
        )
    report(Diagnostic(rules.QUOTATION_STALE, stale.quotation.span, message, notes, hint))


def _now(entry: LockEntry, capture: Capture) -> str:
    """A capture by its hash; by that of its text where only this is another."""
    return _named(capture.record.sha256, capture.text_sha256 or ("(no file)" if entry.text_file else ""))


def _named(capture: str, text_file: str) -> str:
    return f"sha256 {capture}" + (f", its text {text_file}" if text_file else "")
