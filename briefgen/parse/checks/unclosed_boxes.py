"""Boxes that never end."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.parse.check import Check, Seen


def _unclosed(seen: Seen) -> Iterator[Diagnostic]:
    for fence in seen.unclosed:
        yield Diagnostic(
            rules.BOX_UNCLOSED,
            fence,
            "this box is never closed",
            hint="end it with a line of three or more colons",
        )


CHECK = Check(_unclosed)
