"""The blocks of a parsed text: CommonMark and what authors of briefs may write beyond it.

Every node knows the span of the source it came from.
"""

from dataclasses import dataclass

from briefgen.model.attributes import Attributes
from briefgen.model.box import BoxKind
from briefgen.model.inline import Inline
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` 1 to 6; `attributes` are those at its end: ``## Words {#id}``."""

    level: int
    children: tuple[Inline, ...]
    span: Span
    attributes: Attributes | None = None

    @property
    def identifier(self) -> str:
        """The id that its author gave it; empty without one."""
        return self.attributes.identifier if self.attributes else ""


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

    kind: BoxKind
    attributes: Attributes
    title: tuple[Inline, ...]
    children: "tuple[Block, ...]"
    span: Span
    as_of: str = ""

    def __hash__(self) -> int:
        return hash(self.span)  # boxes are looked up, and hold half a text


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
