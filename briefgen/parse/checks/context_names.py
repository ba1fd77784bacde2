"""Names of reusable context boxes that do not say their language."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.address import context_name
from briefgen.parse.check import Check, FileKind, Seen


def _name(seen: Seen) -> Iterator[Diagnostic]:
    name, _ = context_name(seen.file.path)
    if not name:
        yield Diagnostic(
            rules.CONTEXT_MISPLACED,
            seen.file.span(0, 0),
            "a reusable context box says its language in its name",
            ("expected `context/<name>.<language>.md`, as in `treaty.en.md`",),
        )


CHECK = Check(_name, frozenset({FileKind.CONTEXT}))
