"""Documents that are named on the command line: read, or refused with a finding."""

import sys
from collections.abc import Sequence
from pathlib import PurePath

from briefgen.diagnostics import Diagnostic
from briefgen.disk.reading import read, read_stream
from briefgen.terminal.formats.text import full
from briefgen.terminal.speak import FINDINGS, wants_colour

STANDARD_INPUT = "-"


def read_document(root: PurePath, name: str) -> bytes:
    """The bytes of a file, or of standard input, up to the project's limit of a capture. Raises OSError."""
    from briefgen.load import size_limits

    limit = size_limits(root).capture
    if name == STANDARD_INPUT:
        return read_stream(sys.stdin.buffer, limit, PurePath("standard input"))
    return read(PurePath(name), limit, linked=True)


def refused(findings: Sequence[Diagnostic]) -> int:
    """Say what is wrong with a document; returns the exit code."""
    sys.stdout.write(full(findings, colour=wants_colour(sys.stdout)))
    return FINDINGS
