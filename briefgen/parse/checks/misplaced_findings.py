"""Corrections and claims in a text that examines no work: a reusable context box."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import Box
from briefgen.model.box import BoxRole
from briefgen.parse.check import Check, FileKind, Seen


def _misplaced(seen: Seen) -> Iterator[Diagnostic]:
    for box in seen.of(Box):
        if box.kind.role is BoxRole.FINDS:
            yield Diagnostic(
                rules.FINDING_MISPLACED,
                box.span,
                f"a reusable context box holds no {box.kind}",
                hint="put it into the brief that examines the work",
            )


CHECK = Check(_misplaced, frozenset({FileKind.CONTEXT}))
