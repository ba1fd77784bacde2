"""Binds quoted words to the citations that a reader would take them to belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefgen.markdown.block_quotes import (
    DASH,
    Notes,
    is_own,
    parts_of_quote,
    words_of_attribution,
)
from briefgen.markdown.citing import citing_notes, keys_of, only_citation, only_citations, owns_emphasis
from briefgen.markdown.plain import plain_text
from briefgen.markdown.quotes import paragraph_quotations
from briefgen.markdown.walk import citations_in
from briefgen.model.citation import Citation
from briefgen.model.document import (
    AbbreviationDefinition,
    Block,
    BlockQuote,
    Box,
    CodeBlock,
    Definition,
    DefinitionList,
    FootnoteDefinition,
    Heading,
    HtmlBlock,
    Inline,
    List,
    Paragraph,
    Quoted,
    Table,
    TableCell,
    ThematicBreak,
)
from briefgen.model.quotation import Attribution, Quotation, QuotationForm
from briefgen.parse.bind_line import bind_line, leading_citation, quoted_inside
from briefgen.parse.findings import leading_passages
from briefgen.parse.quoted_words import words_of_blocks
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Bound:
    """The quotations of a text in its order, an unbound one without keys; and its author's own words."""

    quotations: tuple[Quotation, ...]
    own: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Scope:
    """What stands around a block: whose quotes are inside, whether they must be unique, what cites them."""

    key: str = ""
    unique: bool = False
    lent: Citation | None = None


def bind_quotations(blocks: Sequence[Block], examined: str, language: str = "") -> Bound:
    """Bind the quoted words of a text.

    `examined` is the key of the one work a brief is about, or empty: passages of corrections and claims
    that carry no citation belong to it. `language` is the BCP 47 tag of the text.
    """
    binder = _Binder(examined, language, citing_notes(blocks))
    binder.run(blocks, _Scope())
    quotations = sorted(binder.quotations, key=lambda quotation: (quotation.span.start, quotation.span.end))
    return Bound(tuple(quotations), tuple(binder.own))


@dataclass(slots=True)
class _Binder:
    examined: str
    language: str
    notes: Notes
    quotations: list[Quotation] = field(default_factory=list)
    own: list[Span] = field(default_factory=list)
    in_note: bool = False

    def run(self, blocks: Sequence[Block], scope: _Scope) -> None:
        for index, block in enumerate(blocks):
            before = blocks[index - 1] if index else None
            behind = blocks[index + 1] if index + 1 < len(blocks) else None
            self._block(block, scope, only_citation(behind) or self._leading(before))
        for over in paragraph_quotations(blocks, self.language):
            bound = bind_line(over.line, self.notes, scope.lent, self.language)
            self.quotations += [one for one in bound.quotations if one.span == over.quoted.span]

    def _leading(self, block: Block | None) -> Citation | None:
        return leading_citation(block.children, self.language) if isinstance(block, Paragraph) else None

    def _block(self, block: Block, scope: _Scope, beside: Citation | None) -> None:
        """`beside` is the citation that the block before or behind lends to one that is a quotation."""
        match block:
            case BlockQuote():
                self._quote(block, replace(scope, lent=beside or scope.lent))
            case List():
                for item in block.items:
                    cites = any(citations_in(item.children))
                    self.run(item.children, replace(scope, lent=None if cites else beside or scope.lent))
            case Paragraph():
                self._line(block.children, scope.lent or (beside if _is_quotation(block.children) else None))
            case Heading():
                self._line(block.children, scope.lent)
            case Box():
                self._box(block, scope)
            case FootnoteDefinition():
                self.in_note = True
                self.run(block.children, replace(scope, lent=None))
                self.in_note = False
            case Table():
                for row in (block.head, *block.rows):
                    self._row(row)
            case DefinitionList():
                for definition in block.definitions:
                    self._definition(definition, scope)
            case CodeBlock() | HtmlBlock() | ThematicBreak() | AbbreviationDefinition():
                pass  # no quotation marks are read there

    def _line(self, line: Sequence[Inline], lent: Citation | None = None) -> None:
        bound = bind_line(line, self.notes, lent, self.language, in_note=self.in_note)
        self.quotations += bound.quotations
        self.own += bound.own

    def _row(self, row: Sequence[TableCell]) -> None:
        """Words in a row belong to the citations that one of its cells holds nothing but."""
        cited = next((cite for cell in row if (cite := only_citations(cell.children))), None)
        for cell in row:
            self._line(cell.children, cited)

    def _definition(self, definition: Definition, scope: _Scope) -> None:
        """A quoted term belongs to the citation in its definition."""
        cited = next((cite for meaning in definition.meanings for cite in citations_in(meaning)), None)
        self._line(definition.term, cited)
        for meaning in definition.meanings:
            self.run(meaning, scope)

    def _box(self, box: Box, scope: _Scope) -> None:
        of = box.attributes.value("of")
        self._line(box.title)
        if box.kind == "translation":
            # Ours, and so bound to nothing, unless it says whose it is.
            if of:
                words = words_of_blocks(box.children)
                self.quotations.append(
                    Quotation(
                        words.text,
                        QuotationForm.BLOCK,
                        box.span,
                        (of,),
                        marks=words.marks,
                        refused=words.refused,
                    )
                )
            return
        inner = _Scope(of or scope.key, scope.unique)
        if box.kind not in ("correction", "claim"):
            self.run(box.children, inner)
            return
        leading = leading_passages(box)
        self.run(box.children[:leading], _Scope(of or scope.key or self.examined, True))
        self.run(box.children[leading:], inner)

    def _quote(self, quote: BlockQuote, scope: _Scope) -> None:
        parts = parts_of_quote(quote, self.notes)
        citation = parts.citation or scope.lent
        if citation is None and not scope.key and is_own(quote):
            self.own.append(quote.span)
            return
        words = words_of_blocks(parts.quoted, in_note=self.in_note)
        self.quotations.append(
            Quotation(
                text=words.text,
                form=QuotationForm.BLOCK,
                span=quote.span,
                keys=keys_of(citation) if citation else ((scope.key,) if scope.key else ()),
                citation=citation,
                marks=words.marks,
                emphasised=words.emphasised,
                emphasis_ours=citation is not None and owns_emphasis(citation),
                unique=scope.unique,
                occurrence=words.occurrence,
                elision_ok=words.elision_ok,
                refused=words.refused,
                attribution=_attribution(parts.attribution, self.notes) if parts.attribution else None,
                one_paragraph=len(parts.quoted) == 1 and isinstance(parts.quoted[0], Paragraph),
            )
        )
        for cited in citations_in(quote.children):
            self.quotations += quoted_inside(cited, self.language)


def _attribution(paragraph: Paragraph, notes: Notes) -> Attribution:
    line = words_of_attribution(paragraph, notes)
    said = plain_text(line)
    dash = DASH.match(said)
    words = words_of_blocks((replace(paragraph, children=line),))
    return Attribution(said[dash.end() if dash else 0 :].strip(), words.text, words.refused, paragraph.span)


def _is_quotation(line: Sequence[Inline]) -> bool:
    """Whether a line is nothing but words in quotation marks."""
    outside = [node for node in line if not isinstance(node, Quoted)]
    return len(outside) < len(line) and not any(char.isalnum() for char in plain_text(outside))
