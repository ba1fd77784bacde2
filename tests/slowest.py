"""A plugin of pytest that tells, at the end, where the time went: `bash .ci/slowest`.

The twenty slowest steps, and the twenty files that took longest. `setup` is what a test waited for: a
site that is built for many is in the first one that asks.
"""

from collections import Counter

import pytest
from _pytest.terminal import TerminalReporter

LISTED = 20


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    reports = [
        report
        for group in terminalreporter.stats.values()
        for report in group
        if isinstance(report, pytest.TestReport)
    ]
    files: dict[str, float] = {}
    tests: Counter[str] = Counter()
    for report in reports:
        file = report.nodeid.partition("::")[0]
        files[file] = files.get(file, 0) + report.duration
        tests[file] += report.when == "call"
    terminalreporter.section(f"slowest {LISTED} steps")
    for report in sorted(reports, key=lambda one: -one.duration)[:LISTED]:
        terminalreporter.line(f"{report.duration:7.1f} s  {report.when:8}  {report.nodeid}")
    terminalreporter.section(f"slowest {LISTED} files, of {len(files)}: {sum(files.values()):.0f} s in all")
    for file, seconds in sorted(files.items(), key=lambda one: -one[1])[:LISTED]:
        terminalreporter.line(f"{seconds:7.1f} s  {tests[file]:4} tests  {file}")
