"""The ids of a brief's paragraphs: made of how they begin, so that they stay when others are added."""

import hashlib
from collections.abc import Collection, Iterable, Mapping

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import walk_blocks
from briefgen.model.block import Block, Paragraph
from briefgen.model.layout import anchors
from briefgen.text import Span

_WORDS = 8
_DIGITS = 6


def paragraph_ids(blocks: Iterable[Block], taken: Collection[str]) -> Mapping[Span, str]:
    """The id of each paragraph by its place; none of those that are `taken`."""
    ids: dict[Span, str] = {}
    used = set(taken)
    numbers: dict[str, int] = {}
    for block in walk_blocks(blocks):
        if not isinstance(block, Paragraph):
            continue
        beginning = " ".join(plain_text(block.children).split(maxsplit=_WORDS)[:_WORDS]).casefold()
        if not beginning:
            continue
        digest = hashlib.sha256(beginning.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        number = numbers.get(digest, 1)
        while (name := anchors.paragraph(digest, number)) in used:
            number += 1
        numbers[digest] = number
        used.add(name)
        ids[block.span] = name
    return ids
