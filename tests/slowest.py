"""A plugin of pytest that tells, at the end, where the time went: `bash .ci/slowest`.

The twenty dearest steps, and the twenty files that cost most, in seconds of CPU: those of the process that
runs the tests, of what it started, and of Chromium, however busy the machine is with other things. `setup` is
what a test waited for: a site that is built for many is in the first one that asks.
"""

import os
import resource
from collections import Counter
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter

LISTED = 20
_TICKS = os.sysconf("SC_CLK_TCK")
_COST = pytest.StashKey[dict[str, float]]()


def _spent() -> float:
    """Seconds of CPU of this process and of all that it has started so far."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = resource.getrusage(resource.RUSAGE_SELF)
    still_running = sum(_running().values())
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime + still_running


def _running() -> dict[int, float]:
    """What the processes below this one have spent, each with those of its own that have ended."""
    parents: dict[int, int] = {}
    spent: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            said = (folder / "stat").read_text().rpartition(") ")[2].split()
            parents[int(folder.name)] = int(said[1])
            spent[int(folder.name)] = sum(map(int, said[11:15])) / _TICKS
    below = {os.getpid()}
    while more := {one for one, parent in parents.items() if parent in below} - below:
        below |= more
    return {one: spent[one] for one in below - {os.getpid()}}


def _counted(item: pytest.Item, when: str) -> Generator[None, object, object]:
    before = _spent()
    try:
        return (yield)
    finally:
        item.stash.setdefault(_COST, {})[when] = _spent() - before


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _counted(item, "setup"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _counted(item, "call"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _counted(item, "teardown"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    report.user_properties.append(("cpu", item.stash.get(_COST, {}).get(call.when, 0.0)))
    return report


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
        files[file] = files.get(file, 0) + _cost(report)
        tests[file] += report.when == "call"
    terminalreporter.section(f"dearest {LISTED} steps")
    for report in sorted(reports, key=lambda one: -_cost(one))[:LISTED]:
        terminalreporter.line(f"{_cost(report):7.1f} s  {report.when:8}  {report.nodeid}")
    terminalreporter.section(f"dearest {LISTED} files, of {len(files)}: {sum(files.values()):.0f} s in all")
    for file, seconds in sorted(files.items(), key=lambda one: -one[1])[:LISTED]:
        terminalreporter.line(f"{seconds:7.1f} s  {tests[file]:4} tests  {file}")


def _cost(report: pytest.TestReport) -> float:
    return sum(float(str(seconds)) for name, seconds in report.user_properties if name == "cpu")
