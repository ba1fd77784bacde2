"""The formats that findings are written in: each file is one, and its name a choice of ``--format``.

It has a function `written`, from an Outcome to the whole output. `text` is for people, every other one for
programs.
"""

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from briefgen.diagnostics import Diagnostic
from briefgen.found import modules_in
from briefgen.terminal.causes import told_once
from briefgen.terminal.outcome import Outcome
from briefgen.terminal.speak import FOR_GITHUB, FOR_PEOPLE, wants_colour, write_data

if TYPE_CHECKING:
    from briefgen.model.counts import Counts, LockState


class Format(Protocol):
    """What a file of this folder has."""

    def written(self, outcome: Outcome) -> str:
        """All that is written to standard output; empty where there is nothing to say."""


def format_names() -> tuple[str, ...]:
    """Every format: the one for people first, which is what people get who ask for none."""
    return (FOR_PEOPLE, *(name for name in modules_in(__path__) if name != FOR_PEOPLE))


def show_findings(
    format_name: str, findings: Iterable[Diagnostic], counts: "Counts", lock: "LockState"
) -> None:
    """Write the findings to standard output in one of the formats."""
    found = cast("Format", import_module(f"{__name__}.{modules_in(__path__)[format_name]}"))
    text = found.written(Outcome(told_once(findings), counts, lock, colour=wants_colour(sys.stdout)))
    if format_name == FOR_PEOPLE:
        sys.stdout.write(text)
    else:
        write_data(text, commands=format_name == FOR_GITHUB)
