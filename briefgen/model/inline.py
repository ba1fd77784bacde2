"""What stands in a line of a parsed text: CommonMark and what authors of briefs may write beyond it.

Every node knows the span of the source it came from. Text is what a reader sees: escapes and character
references are already resolved.
"""

from dataclasses import dataclass

from briefgen.model.attributes import Attributes
from briefgen.model.citation import CitationMode, Locator, QuotedLocator
from briefgen.text import Span


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
class CitationItem:
    """One work of a citation group.

    `prefix` and `suffix` are the inline text before and after the key, trimmed; `suffix` is the whole
    of it, `locator`, `quoted` and `remark` are what it was read as. `key_span` covers the key alone.
    """

    key: str
    key_span: Span
    mode: CitationMode
    prefix: "tuple[Inline, ...]"
    suffix: "tuple[Inline, ...]"
    locator: Locator | None
    quoted: QuotedLocator | None
    remark: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation group: one pair of brackets, or one narrative citation with its brackets."""

    items: tuple[CitationItem, ...]
    span: Span

    def __hash__(self) -> int:
        # Citations are looked up by the thousand, and hardly two of them stand at one place.
        return hash((self.span.start, self.span.end))

    @property
    def narrative(self) -> bool:
        """Whether the first work is named in the running text."""
        return self.items[0].mode is CitationMode.AUTHOR_IN_TEXT


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


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised text: ``10^5^``."""

    children: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered text: ``H~2~O``."""

    children: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Highlighted:
    """Marked text: ``==words==``."""

    children: "tuple[Inline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Formula:
    """Mathematics as TeX has it, letter for letter: ``$a_1$``, or set apart: ``$$a_1$$``."""

    tex: str
    display: bool
    span: Span


Inline = (
    Text
    | SoftBreak
    | HardBreak
    | Code
    | Emphasis
    | Strong
    | Strikethrough
    | Superscript
    | Subscript
    | Highlighted
    | Formula
    | Link
    | Image
    | HtmlInline
    | BracketedSpan
    | Citation
    | FootnoteMark
    | Quoted
)
