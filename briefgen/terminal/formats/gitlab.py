"""Findings as a code quality report of GitLab: shown in a merge request, beside what it changes."""

from briefgen.diagnostics import Severity
from briefgen.terminal.formats._told import whole_message, with_fingerprints
from briefgen.terminal.outcome import Outcome
from briefgen.terminal.visible import json_text

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def written(outcome: Outcome) -> str:
    """A list of objects, one a finding; its fingerprint stays when lines move."""
    return json_text(
        [
            {
                "description": whole_message(finding),
                "check_name": f"{finding.rule.code} {finding.rule.name}",
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": finding.span.path,
                    "positions": {
                        "begin": {"line": finding.span.line, "column": finding.span.column},
                        "end": {
                            "line": finding.span.file.line_of(finding.span.end),
                            "column": finding.span.file.column_of(finding.span.end),
                        },
                    },
                },
            }
            for finding, fingerprint in with_fingerprints(outcome.findings)
        ]
    )
