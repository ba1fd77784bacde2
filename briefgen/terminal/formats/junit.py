"""Findings as test results in JUnit's XML, which most servers for CI read (the schema of Jenkins' xUnit).

A file is a suite, a finding a case: an error one that failed, a warning or a note one that was skipped, since
neither fails anything by itself. Where nothing was found, one case says so.
"""

from collections import Counter
from itertools import groupby
from xml.etree import ElementTree

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.terminal.formats._told import whole_message
from briefgen.terminal.outcome import Outcome
from briefgen.terminal.visible import visible

_OUTCOMES = {Severity.ERROR: "failure", Severity.WARNING: "skipped", Severity.NOTE: "skipped"}


def written(outcome: Outcome) -> str:
    """One XML document."""
    suites = ElementTree.Element("testsuites", {"name": "briefgen", **_numbers(outcome.findings)})
    for path, findings in groupby(outcome.findings, key=lambda finding: finding.span.path):
        _add_suite(suites, visible(path), tuple(findings))
    if not outcome.findings:
        suite = ElementTree.SubElement(suites, "testsuite", _suite("briefgen", (), 1))
        ElementTree.SubElement(suite, "testcase", {"name": "no findings", "classname": "briefgen"})
        suites.set("tests", "1")
    ElementTree.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(suites, encoding="unicode")}\n'


def _add_suite(suites: ElementTree.Element, path: str, findings: tuple[Diagnostic, ...]) -> None:
    suite = ElementTree.SubElement(suites, "testsuite", _suite(path, findings, len(findings)))
    for finding in findings:
        name = f"{finding.rule.code} {finding.rule.name} {finding.span.line}:{finding.span.column}"
        case = ElementTree.SubElement(suite, "testcase", {"name": name, "classname": path})
        told = {"type": finding.rule.code, "message": visible(finding.message)}
        ElementTree.SubElement(
            case, _OUTCOMES[finding.severity], told
        ).text = f"{path}:{finding.span.line}:{finding.span.column}\n{whole_message(finding)}"


def _suite(name: str, findings: tuple[Diagnostic, ...], tests: int) -> dict[str, str]:
    skipped = sum(finding.severity is not Severity.ERROR for finding in findings)
    return {"name": name, **_numbers(findings), "tests": str(tests), "skipped": str(skipped)}


def _numbers(findings: tuple[Diagnostic, ...]) -> dict[str, str]:
    of = Counter(finding.severity for finding in findings)
    return {"tests": str(len(findings)), "failures": str(of[Severity.ERROR]), "errors": "0"}
