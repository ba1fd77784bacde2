"""Findings as JSON: one object with its version, the findings, and what was counted."""

from collections.abc import Iterable, Mapping

from briefgen.diagnostics import Diagnostic
from briefgen.terminal.counts import counts_object
from briefgen.terminal.outcome import Outcome, in_order
from briefgen.terminal.visible import json_text

VERSION = 1
"""Of the form of the JSON: it changes when a key goes away or means something else, not when one is added."""


def written(outcome: Outcome) -> str:
    """The findings of a run, and its counts."""
    return as_json(outcome.findings, counts_object(outcome.counts, outcome.lock))


def as_json(findings: Iterable[Diagnostic], counts: Mapping[str, object]) -> str:
    """The findings as a list of objects in one JSON object, with its version and `counts`.

    Lines and columns count from 1, ends are exclusive.
    """
    told = [_as_object(finding) for finding in in_order(findings)]
    return json_text({"version": VERSION, "findings": told, "counts": dict(counts)})


def _as_object(finding: Diagnostic) -> dict[str, object]:
    span = finding.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.file.line_of(span.end),
        "end_column": span.file.column_of(span.end),
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "notes": list(finding.notes),
        "hint": finding.hint,
        "draft": finding.of_draft,
    }
