"""Where in a text addresses stand."""

from dataclasses import dataclass
from enum import Enum

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
from briefgen.text import Span


class Kind(Enum):
    """What has an address."""

    LINK = "link"
    IMAGE = "image"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Place:
    """Something with an address, or raw HTML, which may have several; `alt` describes an image."""

    kind: Kind
    text: str
    span: Span
    alt: str = ""


def with_addresses(blocks: tuple[Block, ...]) -> tuple[Place, ...]:
    """What of a text may have an address: raw HTML in blocks, and then what stands in lines."""
    found = [
        Place(Kind.HTML, one.text, one.span) for one in walk_blocks(blocks) if isinstance(one, HtmlBlock)
    ]
    for node in inlines_in(blocks):
        match node:
            case Link():
                found.append(Place(Kind.LINK, node.target, node.span))
            case Image():
                found.append(Place(Kind.IMAGE, node.target, node.span, node.alt))
            case HtmlInline():
                found.append(Place(Kind.HTML, node.value, node.span))
            case Text() | SoftBreak() | HardBreak() | Code() | FootnoteMark() | Citation() | Formula():
                pass  # no address
            case Emphasis() | Strong() | Strikethrough() | BracketedSpan() | Quoted():
                pass  # what is inside comes by itself
            case Superscript() | Subscript() | Highlighted():
                pass  # what is inside comes by itself
    return tuple(found)
