"""`briefgen schema`."""

import argparse

from briefgen.cli._arguments import Options
from briefgen.disk.schemas import schema_names, schema_text
from briefgen.terminal.speak import CLEAN, write_document

PLACE = 235
SUMMARY = "print the JSON Schema of what authors write, for editors that check YAML"


class _Options(Options):
    name: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the name."""
    parser.add_argument("name", choices=schema_names(), help="what the schema is of")


def run(options: _Options) -> int:
    """Print one schema."""
    write_document(schema_text(options.name))
    return CLEAN
