"""The text of a brief that is its author's: all but what stands in block quotes."""

from collections.abc import Iterator, Sequence

from briefgen.markdown.walk import runs_of
from briefgen.model.block import Block, BlockQuote


def runs_outside_quotes(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Every run of sibling blocks that does not stand in a block quote, these first.

    What stands in one is looked up as a whole, its marks included, or reported as a whole.
    """
    yield blocks
    for block in blocks:
        if not isinstance(block, BlockQuote):
            for run in runs_of(block):
                yield from runs_outside_quotes(run)
