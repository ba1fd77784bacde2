"""Small texts drawn from a brief."""

from collections.abc import Sequence

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import walk_blocks
from briefgen.model.document import Block, Box, Paragraph
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.wrong import without_citations


def key_points(brief: VerifiedBrief) -> Sequence[Block]:
    """The box of key points that a brief begins with, or nothing."""
    first = brief.resolved.blocks[:1]
    return [block for block in first if isinstance(block, Box) and block.kind == "keypoints"]


def description_of(brief: VerifiedBrief) -> str:
    """The author's description, else the first key point, as plain text."""
    if brief.front.description:
        return brief.front.description
    for block in walk_blocks(key_points(brief)):
        if isinstance(block, Paragraph):
            return " ".join(plain_text(without_citations(block.children)).split())
    return ""
