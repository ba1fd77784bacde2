"""Findings as SARIF 2.1.0 (OASIS): GitHub's code scanning and many editors read it."""

from urllib.parse import quote

from briefgen import __version__
from briefgen.diagnostics import Diagnostic
from briefgen.disk.packaged import manual_address
from briefgen.rules.explain import explanation
from briefgen.rules.manual import address_of
from briefgen.rules.rule import Rule
from briefgen.terminal.formats._told import whole_message, with_fingerprints
from briefgen.terminal.outcome import Outcome
from briefgen.terminal.visible import json_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def written(outcome: Outcome) -> str:
    """One log with one run; lines and columns count from 1, in code points, and ends are exclusive."""
    rules = sorted({finding.rule for finding in outcome.findings}, key=lambda rule: rule.code)
    numbers = {rule: number for number, rule in enumerate(rules)}
    manual = manual_address()
    run = {
        "tool": {
            "driver": {
                "name": "briefgen",
                "version": __version__,
                "rules": [_rule(rule, manual) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, numbers[finding.rule], fingerprint)
            for finding, fingerprint in with_fingerprints(outcome.findings)
        ],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, manual: str) -> dict[str, object]:
    link = {"helpUri": f"{manual}{address_of(rule)}"} if manual else {}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.means} {rule.why}"},
        "help": {"text": explanation(rule)},
        **link,
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Diagnostic, number: int, fingerprint: str) -> dict[str, object]:
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": number,
        "level": finding.severity.value,
        "message": {"text": whole_message(finding)},
        "locations": [{"physicalLocation": _place(finding)}],
        "partialFingerprints": {"briefgen/v1": fingerprint},
    }


def _place(finding: Diagnostic) -> dict[str, object]:
    span = finding.span
    return {
        "artifactLocation": {"uri": quote(span.path), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.file.line_of(span.end),
            "endColumn": span.file.column_of(span.end),
        },
    }
