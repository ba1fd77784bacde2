"""The plain text of inline nodes."""

from collections.abc import Iterable

from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    HardBreak,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
)


def plain_text(nodes: Iterable[Inline]) -> str:
    """What a reader reads: no citations, no footnote marks, a space for a line end."""
    return "".join(_plain(node) for node in nodes)


def _plain(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.value
        case SoftBreak() | HardBreak():
            return " "
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan():
            return plain_text(node.children)
        case Quoted():
            return node.opening + plain_text(node.children) + node.closing
        case Image():
            return node.alt
        case Citation() | FootnoteMark() | HtmlInline():
            return ""
