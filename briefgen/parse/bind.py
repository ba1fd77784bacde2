"""Binds quoted words to the citations they stand beside.

The four ways of the authoring format: a block quote that ends in a citation, quoted words before a
citation, quoted words after a narrative citation, and the quoted words of a locator.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefgen.languages import any_language
from briefgen.markdown.plain import plain_text
from briefgen.model.attributes import Attributes
from briefgen.model.citation import Citation, CitationItem, CitationMode
from briefgen.model.document import (
    Block,
    BlockQuote,
    Box,
    BracketedSpan,
    CitationNode,
    DefinitionList,
    Emphasis,
    FootnoteDefinition,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quoted,
    Strikethrough,
    Strong,
    Table,
)
from briefgen.model.quotation import Quotation, QuotationForm
from briefgen.parse.block_quotes import closing_citation, leading_passages, quoted_blocks
from briefgen.parse.words_of import words_of_blocks, words_of_inlines
from briefgen.sentences import SentenceMap


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the boxes around a block say: whose quotes are inside, and whether they must be unique; and the
    language of the text."""

    key: str = ""
    unique: bool = False
    language: str = ""


def bind_quotations(blocks: Sequence[Block], examined: str, language: str = "") -> tuple[Quotation, ...]:
    """All quotations of a text in its order; an unbound one has no keys, an own one is left out.

    `examined` is the key of the one work a brief is about, or empty: passages of corrections and claims
    that carry no citation belong to it. `language` is the BCP 47 tag of the text.
    """
    found = list(_in_blocks(blocks, _Scope(language=language), examined))
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, quotation.span.end)))


def _in_blocks(blocks: Sequence[Block], scope: _Scope, examined: str) -> Iterator[Quotation]:
    for block in blocks:
        match block:
            case BlockQuote():
                yield from _block_quote(block, scope)
            case Box():
                yield from _in_box(block, scope, examined)
            case Paragraph() | Heading():
                yield from _in_line(block.children, scope.language)
            case List():
                for item in block.items:
                    yield from _in_blocks(item.children, scope, examined)
            case FootnoteDefinition():
                yield from _in_blocks(block.children, scope, examined)
            case Table():
                for row in (block.head, *block.rows):
                    for cell in row:
                        yield from _in_line(cell.children, scope.language)
            case DefinitionList():
                for definition in block.definitions:
                    yield from _in_line(definition.term, scope.language)
                    for meaning in definition.meanings:
                        yield from _in_blocks(meaning, scope, examined)
            case _:
                pass


def _in_box(box: Box, scope: _Scope, examined: str) -> Iterator[Quotation]:
    of = box.attributes.value("of")
    yield from _in_line(box.title, scope.language)
    if box.kind == "translation":
        # Ours, and so bound to nothing, unless it says whose it is.
        if of:
            words = words_of_blocks(box.children)
            yield Quotation(words.text, QuotationForm.BLOCK, box.span, (of,), marks=words.marks)
        return
    inner = replace(scope, key=of or scope.key)
    if box.kind not in ("correction", "claim"):
        yield from _in_blocks(box.children, inner, examined)
        return
    leading = leading_passages(box)
    yield from _in_blocks(
        box.children[:leading], replace(scope, key=of or scope.key or examined, unique=True), examined
    )
    yield from _in_blocks(box.children[leading:], inner, examined)


def _block_quote(quote: BlockQuote, scope: _Scope) -> Iterator[Quotation]:
    citation = closing_citation(quote)
    blocks = quoted_blocks(quote)
    words = words_of_blocks(blocks)
    keys = _keys(citation) if citation else ((scope.key,) if scope.key else ())
    yield Quotation(
        text=words.text,
        form=QuotationForm.BLOCK,
        span=quote.span,
        keys=keys,
        citation=citation,
        marks=words.marks,
        emphasised=words.emphasised,
        emphasis_ours=citation is not None and _emphasis_ours(citation),
        unique=scope.unique,
        occurrence=words.occurrence,
        elision_ok=words.elision_ok,
        one_paragraph=len(blocks) == 1 and isinstance(blocks[0], Paragraph),
    )
    if citation:
        yield from _locator_quotations(citation, scope.language)


class _Word(NamedTuple):
    """A quotation or a citation in the flattened text of a paragraph, at offset `at`."""

    at: int
    node: Quoted | CitationNode
    attributes: tuple[Attributes, ...]


def _in_line(nodes: Sequence[Inline], language: str) -> Iterator[Quotation]:
    text, words = _flatten(nodes)
    sentences = SentenceMap(text, language)
    cites = [word for word in words if isinstance(word.node, CitationNode)]
    for word in words:
        if isinstance(word.node, CitationNode):
            yield from _locator_quotations(word.node.citation, language)
        elif not any("own" in attributes.classes for attributes in word.attributes):
            yield _inline_quotation(word, word.node, cites, sentences)


def _inline_quotation(
    word: _Word, quoted: Quoted, cites: Sequence[_Word], sentences: SentenceMap
) -> Quotation:
    words = words_of_inlines(quoted.children)
    outer = [attributes for attributes in word.attributes if attributes.pairs]
    occurrence = next((a.value("occurrence") for a in outer if a.get("occurrence")), "")
    elision_ok = next((a.value("elision_ok") for a in outer if a.get("elision_ok")), "")
    quotation = Quotation(
        text=words.text,
        form=QuotationForm.BEFORE,
        span=quoted.span,
        marks=words.marks,
        emphasised=words.emphasised,
        occurrence=int(occurrence) if occurrence.isdecimal() else words.occurrence,
        elision_ok=elision_ok or words.elision_ok,
        before=sentences.before(word.at),
    )
    following = next((cite for cite in cites if cite.at > word.at), None)
    if following is not None and sentences.start(following.at) > word.at:
        following = None
    preceding = next((cite for cite in reversed(cites) if cite.at < word.at), None)
    if preceding is not None and not (
        _citation(preceding).narrative and sentences.end(preceding.at) > word.at
    ):
        preceding = None
    # Between two narrative citations the words are the first one's: "@a says “…”, @b denies it".
    # And what a "[see @b]" follows is not quoted from there.
    if preceding and (following is None or _citation(following).narrative or not _keys(_citation(following))):
        return _bound(quotation, _citation(preceding), QuotationForm.AFTER)
    if following:
        return _bound(quotation, _citation(following), QuotationForm.BEFORE)
    return quotation


def _bound(quotation: Quotation, citation: Citation, form: QuotationForm) -> Quotation:
    return replace(
        quotation,
        form=form,
        keys=_keys(citation),
        citation=citation,
        emphasis_ours=_emphasis_ours(citation),
        beside_locator=any(item.quoted for item in citation.items),
    )


def _citation(word: _Word) -> Citation:
    assert isinstance(word.node, CitationNode)
    return word.node.citation


def _locator_quotations(citation: Citation, language: str) -> Iterator[Quotation]:
    """The quotations inside a citation: quoted locators; quoted words in prefixes and remarks are unbound."""
    for item in citation.items:
        yield from _in_line((*item.prefix, *item.remark), language)
        if item.quoted:
            yield Quotation(
                text=item.quoted.text,
                form=QuotationForm.LOCATOR,
                span=item.quoted.span,
                keys=(item.key,),
                citation=citation,
            )


def _keys(citation: Citation) -> tuple[str, ...]:
    """The works quoted words must stand in: all of the group that have no prefix such as “see”."""
    return tuple(dict.fromkeys(item.key for item in citation.items if _is_quoted_from(item)))


def _is_quoted_from(item: CitationItem) -> bool:
    return not item.prefix or item.mode is CitationMode.AUTHOR_IN_TEXT


def _emphasis_ours(citation: Citation) -> bool:
    said = " ".join(plain_text(item.suffix) for item in citation.items).lower()
    return any(phrase in said for phrase in any_language().emphasis_ours)


def _flatten(nodes: Iterable[Inline]) -> tuple[str, list[_Word]]:
    """The text of a paragraph with one stand-in character for each quotation and each citation."""
    pieces: list[str] = []
    words: list[_Word] = []
    length = 0

    def visit(inlines: Iterable[Inline], attributes: tuple[Attributes, ...]) -> None:
        nonlocal length
        for node in inlines:
            piece = ""
            match node:
                case Quoted():
                    words.append(_Word(length, node, attributes))
                    piece = SentenceMap.QUOTATION
                case CitationNode():
                    words.append(_Word(length, node, attributes))
                    narrative = node.citation.narrative
                    piece = SentenceMap.NARRATIVE if narrative else SentenceMap.CITATION
                case BracketedSpan():
                    visit(node.children, (*attributes, node.attributes))
                case Emphasis() | Strong() | Strikethrough() | Link():
                    visit(node.children, attributes)
                case _:
                    piece = plain_text((node,))
            pieces.append(piece)
            length += len(piece)

    visit(nodes, ())
    return "".join(pieces), words
