"""`briefgen rename`."""

import argparse

from briefgen.cli._arguments import Options
from briefgen.terminal.speak import CLEAN, FOR_PEOPLE, say
from briefgen.terminal.visible import visible

PLACE = 4
SUMMARY = "give a brief another address; the old one leads there"


class _Options(Options):
    slug: str
    new: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add both slugs."""
    parser.add_argument("slug", metavar="SLUG", help="its address now: its file's name without .md")
    parser.add_argument("new", metavar="NEW", help="its address from now on")


def run(options: _Options) -> int:
    """Rename a brief, and what leads to it. Raises CannotRunError, OSError."""
    from briefgen.authoring.rename import rename_brief

    done = rename_brief(options.root, options.slug, options.new)
    lines = [visible(done.path)]
    lines += [f"    {visible(path)}: leads there now" for path in done.changed]
    if done.has_alias:
        lines.append(f"    `aliases` has `{visible(options.slug)}`: the old address leads there, too")
    say(FOR_PEOPLE, "".join(f"{line}\n" for line in lines))
    return CLEAN
