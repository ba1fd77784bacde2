"""Citations: places in a brief that point at works."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefgen.text import Span

if TYPE_CHECKING:  # a citation's prefix and suffix are inline text, and a citation is itself inline
    from briefgen.model.document import Inline


class CitationMode(StrEnum):
    """Pandoc's three modes; `AUTHOR_IN_TEXT` is the narrative citation."""

    NORMAL = "NormalCitation"
    AUTHOR_IN_TEXT = "AuthorInText"
    SUPPRESS_AUTHOR = "SuppressAuthor"


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in the work: a term of the locator vocabulary of CSL (``page``, ``chapter`` …) and a value."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class QuotedLocator:
    """The quoted words of ``[@key, p. 3, "the exact words"]``; `span` covers them without their marks."""

    text: str
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

    @property
    def narrative(self) -> bool:
        """Whether the first work is named in the running text."""
        return self.items[0].mode is CitationMode.AUTHOR_IN_TEXT
