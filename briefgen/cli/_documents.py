"""Documents that are named on the command line: read, or refused with a finding."""

import sys
from collections.abc import Sequence
from pathlib import PurePath

from briefgen.diagnostics import Diagnostic
from briefgen.disk.reading import read
from briefgen.terminal.formats.text import full
from briefgen.terminal.speak import FINDINGS, wants_colour

STANDARD_INPUT = "-"


def read_document(name: str) -> bytes:
    """The bytes of a file, or of standard input. Raises OSError."""
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else read(PurePath(name))


def refused(findings: Sequence[Diagnostic]) -> int:
    """Say what is wrong with a document; returns the exit code."""
    sys.stdout.write(full(findings, colour=wants_colour(sys.stdout)))
    return FINDINGS
