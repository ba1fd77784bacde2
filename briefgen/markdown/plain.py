"""The plain text of nodes."""

from collections.abc import Iterable, Sequence

from briefgen.model.block import BlockQuote, Box, Paragraph
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)


def plain_text(nodes: Iterable[Inline]) -> str:
    """What a reader reads: no citations, no footnote marks, a space for a line end."""
    return "".join([_plain(node) for node in nodes])


def _plain(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.value
        case SoftBreak() | HardBreak():
            return " "
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan():
            return plain_text(node.children)
        case Superscript() | Subscript() | Highlighted():
            return plain_text(node.children)
        case Formula():
            return node.tex
        case Quoted():
            return node.opening + plain_text(node.children) + node.closing
        case Image():
            return node.alt
        case Citation() | FootnoteMark() | HtmlInline():
            return ""


def block_text(block: BlockQuote | Box) -> str:
    """The plain text of the paragraphs of a quote or a box."""
    return " ".join(plain_text(child.children) for child in block.children if isinstance(child, Paragraph))


def without_citations(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """A statement without its footnote marks, and without the space that stood before them."""
    kept: list[Inline] = []
    for node in nodes:
        if isinstance(node, Citation) and not node.narrative:
            while kept and isinstance(kept[-1], SoftBreak):
                kept.pop()
            if kept and isinstance(last := kept[-1], Text):
                kept[-1] = Text(last.value.rstrip(), last.span)
            continue
        kept.append(node)
    return tuple(kept)
