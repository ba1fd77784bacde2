"""What of a block quote are its quoted words, and what cites them."""

from dataclasses import replace

from briefgen.markdown.plain import plain_text
from briefgen.model.citation import Citation
from briefgen.model.document import Block, BlockQuote, Box, CitationNode, Inline, Paragraph, Text


def leading_passages(box: Box) -> int:
    """How many of a finding's first blocks are its passages: block quotes and their translations."""
    for index, child in enumerate(box.children):
        if not isinstance(child, BlockQuote) and not (isinstance(child, Box) and child.kind == "translation"):
            return index
    return len(box.children)


def closing_citation(quote: BlockQuote) -> Citation | None:
    """The citation that is the last inline of a block quote; a ``.`` or ``)`` may follow it."""
    last = quote.children[-1] if quote.children else None
    if not isinstance(last, Paragraph):
        return None
    for node in reversed(last.children):
        if isinstance(node, CitationNode):
            return node.citation
        if not (isinstance(node, Text) and not node.value.strip(" .)")):
            return None
    return None


def quoted_blocks(quote: BlockQuote) -> tuple[Block, ...]:
    """The blocks of a block quote without what is ours: an attribution, what follows its citation."""
    last = quote.children[-1] if quote.children else None
    if not isinstance(last, Paragraph):
        return quote.children
    if len(quote.children) > 1 and _is_attribution(last):
        return quote.children[:-1]
    if closing_citation(quote) is None:
        return quote.children
    end = max(index for index, node in enumerate(last.children) if isinstance(node, CitationNode))
    quoted, following = last.children[:end], plain_text(last.children[end + 1 :])
    if ")" in following:
        quoted = _without_parenthesis(quoted)
    return (*quote.children[:-1], replace(last, children=quoted))


def _without_parenthesis(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without the ``(`` that a citation stands in."""
    last = nodes[-1] if nodes else None
    if not isinstance(last, Text) or not last.value.rstrip().endswith("("):
        return nodes
    return (*nodes[:-1], replace(last, value=last.value.rstrip()[:-1]))


def _is_attribution(paragraph: Paragraph) -> bool:
    """Whether a quote's last paragraph begins with a dash, or is nothing but a citation."""
    text = plain_text(paragraph.children)
    return text.lstrip().startswith(("—", "–", "―", "--")) or not text.strip(" .()")
