"""Where in a text addresses stand."""

from briefgen.markdown.walk import inlines_in, walk_blocks
from briefgen.model.block import Block, HtmlBlock
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
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.remembered import remembered


@remembered()
def with_addresses(blocks: tuple[Block, ...]) -> tuple[HtmlBlock | Link | Image | HtmlInline, ...]:
    """What of a text may have an address: raw HTML in blocks, and then what stands in lines."""
    found: list[HtmlBlock | Link | Image | HtmlInline] = []
    found += [block for block in walk_blocks(blocks) if isinstance(block, HtmlBlock)]
    for node in inlines_in(blocks):
        match node:
            case Link() | Image() | HtmlInline():
                found.append(node)
            case Text() | SoftBreak() | HardBreak() | Code() | FootnoteMark() | Citation() | Formula():
                pass  # no address
            case Emphasis() | Strong() | Strikethrough() | BracketedSpan() | Quoted():
                pass  # what is inside comes by itself
            case Superscript() | Subscript() | Highlighted():
                pass  # what is inside comes by itself
    return tuple(found)
