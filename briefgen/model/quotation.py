"""Quotations: words an author says stand in a work, letter for letter."""

from dataclasses import dataclass
from enum import StrEnum

from briefgen.model.inline import Citation
from briefgen.text import Span


class QuotationForm(StrEnum):
    """How a quotation is bound to a work."""

    BLOCK = "block"
    BEFORE = "before"
    AFTER = "after"
    LOCATOR = "locator"


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words ``[start, end)`` of a quotation's text, tied to the box with the id `target`."""

    start: int
    end: int
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that may not stand inside a quotation: `what` it is, in words, and where."""

    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """The last paragraph of a block quote where it may be ours: it begins with a dash, and cites.

    Whether it is ours the entry of the work decides; if not, it is quoted like everything before it.
    `text` is its words without the dash and the citation, `quoted` what it reads as when it is quoted.
    """

    text: str
    quoted: str
    refused: tuple[Refusal, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words and the works they are bound to.

    `text` is what the reader sees between the quotation marks (brackets of omissions and insertions
    included); `span` covers the words in the source and says which node of the tree they are.
    `keys` are the citation keys the words must stand in, empty for an unbound quotation. `unique` words
    may stand only once in the work; `occurrence` counts from 1. `beside_locator`: its citation quotes
    the work in the locator, so that these words are a translation when the languages differ. `refused` may
    not stand in a quotation that is bound. `before` is what the author says before the words, in the same
    sentence.
    `one_paragraph`: it is set as one. `bare` is the same block quote without the quotation marks around the
    whole of it, which the work may lack; `unwrapped` says that it is that one.
    """

    text: str
    form: QuotationForm
    span: Span
    keys: tuple[str, ...] = ()
    citation: Citation | None = None
    marks: tuple[Mark, ...] = ()
    emphasised: bool = False
    emphasis_ours: bool = False
    unique: bool = False
    occurrence: int | None = None
    elision_ok: str = ""
    beside_locator: bool = False
    refused: tuple[Refusal, ...] = ()
    attribution: Attribution | None = None
    before: str = ""
    one_paragraph: bool = True
    bare: "Quotation | None" = None
    unwrapped: bool = False
