"""How the command line speaks to people and programs. Part of the command line."""

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from briefgen.accounts import counts_object
from briefgen.coverage import Counts
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.display import visible
from briefgen.reporters import as_json, full
from briefgen.verify.lock import LockState

CLEAN, FINDINGS = 0, 1


class Options(argparse.Namespace):
    """The arguments of all commands."""

    command: "Callable[[Options], int]"
    root: Path
    strict: bool
    format: str
    after: str
    date: str
    renew: bool
    check: bool
    write: bool
    offline: bool


def has_error(findings: list[Diagnostic]) -> bool:
    """Whether one of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def exit_code(options: Options, findings: list[Diagnostic]) -> int:
    """What a run with these findings ends with; with ``--strict`` a warning counts, too."""
    return FINDINGS if has_error(findings) or (options.strict and findings) else CLEAN


def show_findings(options: Options, findings: list[Diagnostic], counts: Counts, lock: LockState) -> None:
    """Write the findings to standard output, as text or as JSON with what was counted."""
    if options.format == "json":
        write_json(as_json(findings, counts_object(counts, lock)))
    else:
        sys.stdout.write(full(findings, colour=wants_colour(sys.stdout)))


def write_json(text: str) -> None:
    """Write JSON to standard output."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # RFC 8259, whatever the terminal speaks
    sys.stdout.write(text)


def say(options: Options, words: str) -> None:
    """Tell people how it went: on standard output, unless that belongs to the JSON."""
    (sys.stderr if options.format == "json" else sys.stdout).write(words)


def say_why(words: str) -> None:
    """Say on standard error why something could not run."""
    sys.stderr.write(f"briefgen: {visible(words)}\n")


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that may be sent colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
