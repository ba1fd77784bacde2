"""Marks in quotations that lead to no box."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import Box
from briefgen.parse.check import Check, FileKind, Seen
from briefgen.suggest import suggest


def _marks(seen: Seen) -> Iterator[Diagnostic]:
    ids = {box.attributes.identifier for box in seen.of(Box)}
    for mark in (mark for quotation in seen.quotations for mark in quotation.marks):
        if mark.target not in ids:
            near = suggest(mark.target, sorted(ids - {""}))
            yield Diagnostic(
                rules.MARK_WITHOUT_BOX,
                mark.span,
                f"no box of this brief has the id `{mark.target}`",
                hint=f"did you mean `#{near}`?" if near else "give the box the id, as in `{.correction #id}`",
            )


CHECK = Check(_marks, frozenset({FileKind.BRIEF}))
