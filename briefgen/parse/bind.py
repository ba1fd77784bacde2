"""Binds quoted words to the citations that a reader would take them to belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from briefgen.markdown.block_quotes import (
    DASH,
    Notes,
    is_own,
    parts_of_quote,
    without_outer_marks,
    words_of_attribution,
)
from briefgen.markdown.citing import (
    cites_of,
    citing_notes,
    keys_of,
    only_citations,
    owns_emphasis,
    signing_citation,
)
from briefgen.markdown.plain import plain_text
from briefgen.markdown.quotes import SINGLE, paragraph_quotations
from briefgen.markdown.walk import children_of, citations_in, walk_inlines
from briefgen.model.block import (
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
    List,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from briefgen.model.box import BoxRole
from briefgen.model.inline import Citation, Inline, Quoted
from briefgen.model.quotation import Attribution, Quotation, QuotationForm
from briefgen.parse.bind_line import bind_line, leading_citation, quoted_inside
from briefgen.parse.findings import leading_passages
from briefgen.parse.quoted_words import words_of_blocks
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Bound:
    """The quotations of a text in its order, an unbound one without keys; and its author's own words.

    `too_deep` are words in so many pairs of marks that nobody looked for quotations in them.
    """

    quotations: tuple[Quotation, ...]
    own: tuple[Span, ...]
    too_deep: tuple[Span, ...] = ()


class _Between(NamedTuple):
    """The blocks around one: either may lend it the citation for what it quotes."""

    before: Block | None
    behind: Block | None

    @staticmethod
    def of(blocks: Sequence[Block], first: int, last: int) -> "_Between":
        """What stands around some blocks among their siblings."""
        before = blocks[first - 1] if first else None
        return _Between(before, blocks[last + 1] if last + 1 < len(blocks) else None)


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
    return Bound(tuple(quotations), tuple(binder.own), tuple(binder.too_deep))


@dataclass(slots=True)
class _Binder:
    examined: str
    language: str
    notes: Notes
    quotations: list[Quotation] = field(default_factory=list)
    own: list[Span] = field(default_factory=list)
    too_deep: list[Span] = field(default_factory=list)
    in_note: bool = False

    def run(self, blocks: Sequence[Block], scope: _Scope) -> None:
        for index, block in enumerate(blocks):
            self._block(block, scope, _Between.of(blocks, index, index))
        for over in paragraph_quotations(blocks, self.language):
            lent = scope.lent or self._lent_to(over.line, _Between.of(blocks, over.first, over.last))
            bound = bind_line(over.line, self.notes, lent, self.language)
            self.quotations += [one for one in bound.quotations if one.span == over.quoted.span]

    def _lent_to(self, line: Sequence[Inline], between: _Between) -> Citation | None:
        """The citation that is lent to a line that is a quotation."""
        return self._beside(between) if _opens_with_quotation(line) else None

    def _beside(self, between: _Between) -> Citation | None:
        """The citation that the block behind or before lends to a quotation between them."""
        if signed := signing_citation(between.behind):
            return signed
        before = between.before
        if not isinstance(before, Paragraph):
            return None
        # What signs the quotation above it leads to none below.
        signs = signing_citation(before) and not plain_text(before.children).rstrip().endswith((":", "："))
        return None if signs else leading_citation(before.children, self.notes, self.language)

    def _block(self, block: Block, scope: _Scope, between: _Between) -> None:
        match block:
            case BlockQuote():
                self._quote(block, replace(scope, lent=self._beside(between) or scope.lent))
            case List():
                lent = self._beside(between) or scope.lent
                for item in block.items:
                    cites = any(citations_in(item.children))
                    self.run(item.children, replace(scope, lent=None if cites else lent))
            case Paragraph():
                self._line(block.children, scope.lent or self._lent_to(block.children, between))
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
        # Single marks around a whole line quote where something cites them, and are nothing otherwise.
        if lent or cites_of(line, self.notes) or not _is_quotation(line):
            self.quotations += bound.quotations
        else:
            self.quotations += [one for one in bound.quotations if one.span.text[:1] not in SINGLE]
        self.own += bound.own
        self.too_deep += bound.too_deep

    def _row(self, row: Sequence[TableCell]) -> None:
        """Words in a row belong to the citations that a cell holds nothing but, or else to its only one."""
        cited = next((cite for cell in row if (cite := only_citations(cell.children, self.notes))), None)
        if cited is None:
            lending = [cell.children for cell in row if not _has_quoted(cell.children)]
            cites = [cite for line in lending for cite in cites_of(line, self.notes)]
            cited = cites[0] if len(cites) == 1 else None
        for cell in row:
            self._line(cell.children, cited)

    def _definition(self, definition: Definition, scope: _Scope) -> None:
        """A quoted term belongs to the citation in its definition, and a definition to a term that is one."""
        cited = next((cite for meaning in definition.meanings for cite in citations_in(meaning)), None)
        self._line(definition.term, cited)
        term = only_citations(definition.term, self.notes)
        for meaning in definition.meanings:
            self.run(meaning, replace(scope, lent=term) if term and not any(citations_in(meaning)) else scope)

    def _box(self, box: Box, scope: _Scope) -> None:
        of = box.attributes.value("of")
        self._line(box.title)
        if box.kind.role is BoxRole.TRANSLATES:
            # Ours, and so bound to nothing, unless it says whose it is, or what it quotes is cited in it.
            outside, self.quotations = self.quotations, []
            self.run(box.children, _Scope())
            cited = [replace(one, beside_locator=True) for one in self.quotations if one.keys]
            self.quotations = outside + cited
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
        if box.kind.role is not BoxRole.FINDS:
            self.run(box.children, inner)
            return
        leading = leading_passages(box)
        self.run(box.children[:leading], _Scope(of or scope.key or self.examined, True))
        self.run(box.children[leading:], inner)

    def _quote(self, quote: BlockQuote, scope: _Scope) -> None:
        parts = parts_of_quote(quote, self.notes)
        citation = parts.citation or scope.lent or _narrated(parts.quoted)
        if citation is None and not scope.key and is_own(quote):
            self.own.append(quote.span)
            self.run([child for child in quote.children if not isinstance(child, Paragraph)], scope)
            return
        words = words_of_blocks(parts.quoted, in_note=self.in_note)
        quotation = Quotation(
            text=words.text,
            form=QuotationForm.BLOCK,
            span=quote.span,
            keys=keys_of(citation, parts.beside) if citation else ((scope.key,) if scope.key else ()),
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
        if (unwrapped := without_outer_marks(parts.quoted)) is not parts.quoted:
            inside = words_of_blocks(unwrapped, in_note=self.in_note)
            bare = replace(quotation, text=inside.text, marks=inside.marks, unwrapped=True)
            quotation = replace(quotation, bare=bare)
        self.quotations.append(quotation)
        for cited in citations_in(quote.children):
            self.quotations += quoted_inside(cited, self.language)


def _attribution(paragraph: Paragraph, notes: Notes) -> Attribution:
    line = words_of_attribution(paragraph, notes)
    said = plain_text(line)
    dash = DASH.match(said)
    words = words_of_blocks((replace(paragraph, children=line),))
    return Attribution(said[dash.end() if dash else 0 :].strip(), words.text, words.refused, paragraph.span)


def _narrated(blocks: Sequence[Block]) -> Citation | None:
    """The last citation within quoted words that prints a name, for which they are refused."""
    return next((one for one in reversed(list(citations_in(blocks))) if one.narrative), None)


def _is_quotation(line: Sequence[Inline]) -> bool:
    """Whether a line is nothing but words in quotation marks."""
    outside = [node for node in line if not isinstance(node, Quoted)]
    return len(outside) < len(line) and not any(char.isalnum() for char in plain_text(outside))


def _has_quoted(line: Sequence[Inline]) -> bool:
    return any(isinstance(node, Quoted) for node in walk_inlines(line))


def _opens_with_quotation(line: Sequence[Inline]) -> bool:
    """Whether a line begins with words in quotation marks; emphasis may stand around them."""
    first = next((node for node in line if plain_text((node,)).strip()), None)
    if first is None or isinstance(first, Quoted):
        return first is not None
    return _opens_with_quotation(children_of(first))
