"""What stands in so much else that nobody could read it, nor the programs that show it."""

import re
from collections.abc import Iterable, Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markup.elements import VOID
from briefgen.model.block import HtmlBlock
from briefgen.model.inline import HtmlInline
from briefgen.parse.check import Check, Seen
from briefgen.text import Span

TAGS = 100
"""How many elements of raw HTML may be open."""
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


def _nesting(seen: Seen) -> Iterator[Diagnostic]:
    for place in (*seen.too_deep, *_open_tags(seen)):
        yield Diagnostic(
            rules.NESTED_TOO_DEEP,
            place,
            "what stands here stands in too much else",
            hint="take something out of what it stands in: nobody reads a list in the twentieth list",
        )


def _open_tags(seen: Seen) -> Iterator[Span]:
    """The places of raw HTML in which too many elements are open."""
    yield from _deep((block.span, block.text) for block in seen.of(HtmlBlock))
    for line in seen.lines:
        yield from _deep((node.span, node.value) for node in line.nodes if isinstance(node, HtmlInline))


def _deep(pieces: Iterable[tuple[Span, str]]) -> Iterator[Span]:
    """The first of some pieces of HTML in which too many elements are open."""
    depth = 0
    for span, text in pieces:
        for closes, name in _TAG.findall(text):
            if name.lower() not in VOID:
                depth = max(depth - 1, 0) if closes else depth + 1
            if depth > TAGS:
                yield span
                return


CHECK = Check(_nesting)
