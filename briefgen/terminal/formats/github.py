"""Findings as annotations of a pull request: the workflow commands of GitHub Actions.

A workflow prints them to its log, and GitHub shows each beside its line. A page of theirs says how values are
escaped; what is more than a value ends at the first line end, so none gets through.
"""

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.terminal.formats._told import whole_message
from briefgen.terminal.outcome import Outcome
from briefgen.terminal.visible import visible

_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_VALUES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def written(outcome: Outcome) -> str:
    """``::error file=…,line=…::message`` for each finding, with its notes."""
    return "".join(f"{_annotation(finding)}\n" for finding in outcome.findings)


def _annotation(finding: Diagnostic) -> str:
    span = finding.span
    place: dict[str, object] = {"file": visible(span.path), "line": span.line}
    last = span.file.line_of(span.end)
    if last == span.line:  # columns are of one line
        place |= {"col": span.column, "endColumn": span.file.column_of(span.end)}
    else:
        place |= {"endLine": last}
    place |= {"title": f"{finding.rule.code} {finding.rule.name}"}
    values = ",".join(f"{key}={str(value).translate(_IN_VALUES)}" for key, value in place.items())
    return f"::{_COMMANDS[finding.severity]} {values}::{whole_message(finding).translate(_IN_MESSAGES)}"
