"""Boxes of key points that are not the first thing of a text."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import Box
from briefgen.model.box import BoxRole
from briefgen.parse.check import Check, Seen


def _late(seen: Seen) -> Iterator[Diagnostic]:
    for box in seen.of(Box):
        if box.kind.role is BoxRole.LEADS and box is not seen.blocks[0]:
            yield Diagnostic(
                rules.KEYPOINTS_LATE,
                box.span,
                "key points must be the first thing of a brief, and there is one box of them",
                hint="move the box to the top of the text",
            )


CHECK = Check(_late)
