"""How a citation points at a work."""

from dataclasses import dataclass
from enum import StrEnum

from briefgen.text import Span


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
