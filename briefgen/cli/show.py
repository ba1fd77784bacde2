"""`briefgen show`."""

import argparse
import sys

from briefgen.cli._arguments import FindingsOptions, add_strict
from briefgen.terminal.formats.text import full
from briefgen.terminal.outcome import exit_code
from briefgen.terminal.speak import wants_colour, write_data

PLACE = 70
SUMMARY = "print what one stage hands to the next"


class _Options(FindingsOptions):
    after: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--strict``, ``--after`` and ``--format``."""
    from briefgen.pipeline import STAGES

    add_strict(parser)
    parser.add_argument("--after", choices=STAGES, required=True, metavar="STAGE", help=", ".join(STAGES))
    parser.add_argument("--format", choices=("json",), default="json", help="json, the only one so far")


def run(options: _Options) -> int:
    """Print the value after a stage, and the findings beside it. Raises ProjectError, OSError."""
    from briefgen.pipeline import run_until
    from briefgen.terminal.dump import dump

    told = run_until(options.after, options.root)
    write_data(dump(told.value))
    sys.stderr.write(full(told.findings, colour=wants_colour(sys.stderr)))
    return exit_code(told.findings, strict=options.strict)
