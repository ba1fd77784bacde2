"""The tree of a parsed Markdown text: CommonMark and what authors of briefs may write beyond it.

Every node knows the span of the source it came from. Text is what a reader sees: escapes and character
references are already resolved.
"""

from dataclasses import dataclass

from briefgen.model.attributes import Attributes
from briefgen.model.citation import Citation
from briefgen.text import Span

# ------------------------------------------------------------------------------------ inline nodes


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text. `span` may be longer than `value` where the source has escapes or references."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class SoftBreak:
    """A line end inside a paragraph that means no more than a space."""

    span: Span


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A line break the author asked for."""

    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """A code span."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised text."""

    children: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly emphasised text."""

    children: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Strikethrough:
    """Struck text."""

    children: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `target` as markdown-it normalised it, `title` empty where none is given."""

    children: "tuple[Inline, ...]"
    target: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """An image; `alt` is its description as plain text."""

    alt: str
    target: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class HtmlInline:
    """A piece of raw HTML inside a paragraph: one tag or one comment."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class BracketedSpan:
    """Pandoc's ``[text]{.class key=value}``."""

    children: "tuple[Inline, ...]"
    attributes: Attributes
    span: Span


@dataclass(frozen=True, slots=True)
class CitationNode:
    """The place of a citation in the text."""

    citation: Citation

    @property
    def span(self) -> Span:
        """The citation's span."""
        return self.citation.span


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """``[^label]`` in the text."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """An outermost pair of quotation marks and what stands between them.

    `opening` and `closing` are the marks as written. `span` includes them.
    """

    opening: str
    children: "tuple[Inline, ...]"
    closing: str
    span: Span


Inline = (
    Text
    | SoftBreak
    | HardBreak
    | Code
    | Emphasis
    | Strong
    | Strikethrough
    | Link
    | Image
    | HtmlInline
    | BracketedSpan
    | CitationNode
    | FootnoteMark
    | Quoted
)


# ------------------------------------------------------------------------------------- block nodes


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` 1 to 6."""

    level: int
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; `checked` is None unless it is a task."""

    children: "tuple[Block, ...]"
    checked: bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class List:
    """A list; `start` is the first number of an ordered list, None for a bullet list."""

    items: tuple[ListItem, ...]
    start: int | None
    tight: bool
    span: Span


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A block quote."""

    children: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced or indented code block; `info` is the text after the fence."""

    text: str
    info: str
    span: Span


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block of raw HTML."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A line between two parts."""

    span: Span


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `alignments` are ``left``, ``right``, ``center`` or empty, one a column."""

    alignments: tuple[str, ...]
    head: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Definition:
    """One term of a definition list and its definitions."""

    term: tuple[Inline, ...]
    meanings: "tuple[tuple[Block, ...], ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """A definition list; `tight` when no blank line separates its parts."""

    definitions: tuple[Definition, ...]
    tight: bool
    span: Span


@dataclass(frozen=True, slots=True)
class AbbreviationDefinition:
    """``*[label]: title``: what the author's short form `label` stands for, wherever it occurs."""

    label: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class FootnoteDefinition:
    """``[^label]: …``, where the author wrote it."""

    label: str
    children: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Box:
    """A fenced div. `span` is the opening fence, the place findings about the box point at.

    `title` is the heading that was the first block inside, or the ``title=`` attribute, or empty.
    `as_of` is set on a box taken from a file of `sources/context/`: the date its text speaks of.
    """

    kind: str
    attributes: Attributes
    title: tuple[Inline, ...]
    children: "tuple[Block, ...]"
    span: Span
    as_of: str = ""


Block = (
    Paragraph
    | Heading
    | List
    | BlockQuote
    | CodeBlock
    | HtmlBlock
    | ThematicBreak
    | Table
    | DefinitionList
    | FootnoteDefinition
    | AbbreviationDefinition
    | Box
)
