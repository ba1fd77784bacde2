"""Speaking: to whom, on which stream, in colour or not, and with which exit code at the end."""

import io
import os
import sys
from typing import TextIO

from briefgen.terminal.manners import Colour, manners
from briefgen.terminal.streams import HarmlessStream
from briefgen.terminal.visible import visible

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2
INTERRUPTED, READER_GONE = 130, 141
"""What a shell says of a program ended by Ctrl-C, and of one whose output nobody reads any more."""

FOR_PEOPLE = "text"
"""The one format that is for people; what is written in any other has standard output for itself."""

FOR_GITHUB = "github"
"""The one format whose lines are meant to act: on the runner of a workflow."""


def say(format_name: str, words: str) -> None:
    """Tell people how it went: on standard output, unless that belongs to a format for programs.

    Nothing where findings alone are asked for.
    """
    if manners().quiet:
        return
    (sys.stdout if format_name == FOR_PEOPLE else sys.stderr).write(words)


def say_why(words: str) -> None:
    """Say on standard error why something could not run."""
    sys.stderr.write(f"briefgen: {visible(words)}\n")


def write_data(text: str, *, commands: bool = False) -> None:
    """Write to standard output what a program reads; with `commands`, some lines are commands to GitHub."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as RFC 8259 has it for JSON, whatever the terminal speaks
    if isinstance(sys.stdout, HarmlessStream):
        sys.stdout.keeps_tabs = True
        sys.stdout.keeps_commands = commands
    sys.stdout.write(text)


def write_document(text: str) -> None:
    """Write to standard output what becomes a file: letter for letter, unless a terminal shows it."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream may be sent colours: as we are told, else if it is a terminal without NO_COLOR."""
    match manners().colour:
        case Colour.ALWAYS:
            if isinstance(stream, HarmlessStream):
                stream.keeps_colours = True
            return True
        case Colour.NEVER:
            return False
        case Colour.AUTO:
            return stream.isatty() and not os.environ.get("NO_COLOR")
