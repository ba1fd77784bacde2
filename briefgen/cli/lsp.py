"""`briefgen lsp`."""

import argparse
import sys

from briefgen.cli._arguments import Options, day_of_run
from briefgen.failure import CannotRunError

PLACE = 6
SUMMARY = "tell an editor what is wrong, and help it, by the Language Server Protocol"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--stdio``, which editors give and which changes nothing."""
    parser.add_argument("--stdio", action="store_true", help="speak on standard input and output, as always")


def run(options: Options) -> int:
    """Answer an editor until it says that this is the end. Raises CannotRunError."""
    try:
        from briefgen.language_server.server import serve_editor
    except ModuleNotFoundError as error:
        raise CannotRunError(
            f"`{error.name}` is not installed: `pip install 'briefgen[lsp]'` has all that this needs"
        ) from None
    return serve_editor(sys.stdin.buffer, sys.stdout.buffer, options.asked_root, day_of_run)
