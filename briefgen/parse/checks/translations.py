"""Translations that stand behind no quotation."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import Block, BlockQuote, Box
from briefgen.model.box import BoxRole
from briefgen.parse.check import Check, Seen


def _misplaced(seen: Seen) -> Iterator[Diagnostic]:
    bound = {quotation.span for quotation in seen.quotations if quotation.keys}
    for run in seen.runs:
        previous: Block | None = None
        for block in run.blocks:
            follows_quote = isinstance(previous, BlockQuote) and previous.span in bound
            if isinstance(block, Box) and block.kind.role is BoxRole.TRANSLATES and not follows_quote:
                yield Diagnostic(
                    rules.TRANSLATION_MISPLACED,
                    block.span,
                    "a translation stands directly after a block quote that is bound to a work",
                    hint="put it after the quote, and end the quote with its citation",
                )
            previous = block


CHECK = Check(_misplaced)
