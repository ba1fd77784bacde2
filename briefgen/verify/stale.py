"""Saying that a quotation was verified in a capture that is not there any more."""

from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.capture import Capture
from briefgen.model.layout import project
from briefgen.model.workspace import StaleQuotation


def report_stale(stale: StaleQuotation, captures: Sequence[Capture], report: Report) -> None:
    """Report a stale quotation where it stands; `captures` are those its work has now."""
    entry = stale.entry
    place = f"{project.LOCK}:{entry.line}"
    then = f"verified on {entry.verified}: {_named(entry.capture, entry.text_file)} ({place})"
    now = (f"the capture now: {_named(one.record.sha256, one.text_sha256)}" for one in captures)
    if not captures:
        message = f"these words were verified in a capture of `{entry.work}` that captures.yml no longer has"
        found: tuple[str, ...] = ()
        hint = f"bring its entry back or, to go on without a capture, delete {place}"
    elif stale.check is None:
        message = f"these words were verified in another capture of `{entry.work}` than there is now"
        found = ("there they do not pass: see what else is found here",)
        hint = "quote the new capture, or keep the old one too: list both below the key in captures.yml"
    else:
        message = f"these words were verified in another capture of `{entry.work}` than there is now"
        found = ("there they stand, too",)
        hint = "run `briefgen reverify` to see where, and with `--write` to accept"
    report(Diagnostic(rules.QUOTATION_STALE, stale.quotation.span, message, (then, *now, *found), hint))


def _named(capture: str, text_file: str) -> str:
    return f"sha256 {capture}" + (f", its text {text_file}" if text_file else "")
