"""What on a page by hand is said to us, and no part of its text."""

import re
from collections.abc import Iterator

from briefgen.markdown.walk import Blocks, inlines_in, walk_blocks
from briefgen.model.block import CodeBlock
from briefgen.model.inline import BracketedSpan
from briefgen.text import Span, TextFile

_OURS = frozenset({"elision_ok", "occurrence"})


def marks_in(mark: re.Pattern[str], file: TextFile, blocks: Blocks) -> Iterator[Span]:
    """The places of a mark on a page, but for those in code."""
    found = [file.span(*one.span()) for one in mark.finditer(file.text)]
    code = [one.span for one in walk_blocks(blocks) if isinstance(one, CodeBlock)] if found else []
    return (one for one in found if not any(own.start <= one.start < own.end for own in code))


def our_spans(blocks: Blocks) -> Iterator[BracketedSpan]:
    """Words in brackets that say more of a quotation: ``["…"]{elision_ok="reason"}``."""
    for node in inlines_in(blocks):
        if isinstance(node, BracketedSpan) and any(pair.key in _OURS for pair in node.attributes.pairs):
            yield node
