"""Boxes of key points that are not the first thing of a text."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import Block, Box
from briefgen.model.box import BoxRole
from briefgen.parse.check import Check, Seen
from briefgen.parse.checks.second_title import is_second_title


def _late(seen: Seen) -> Iterator[Diagnostic]:
    for box in seen.of(Box):
        if box.kind.role is BoxRole.LEADS and box is not _first(seen):
            yield Diagnostic(
                rules.KEYPOINTS_LATE,
                box.span,
                "key points must be the first thing of a brief, and there is one box of them",
                hint="move the box to the top of the text",
            )


def _first(seen: Seen) -> Block | None:
    """What leads the text, but for a second title, of which more is said elsewhere."""
    after = 1 if is_second_title(seen.blocks, seen.front) else 0
    return seen.blocks[after] if after < len(seen.blocks) else None


CHECK = Check(_late)
