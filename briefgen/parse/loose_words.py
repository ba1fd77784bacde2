"""Words in quotation marks where nothing can be cited: titles, descriptions, errata, captions, short forms.

They are right when the text quotes them, too, where they are looked up. Otherwise they are said, once.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.plain import plain_text
from briefgen.markdown.quotes import pair_quotes
from briefgen.markdown.walk import inlines_in, walk_blocks
from briefgen.matching.fold import fold
from briefgen.model.block import AbbreviationDefinition, Block
from briefgen.model.brief import FrontMatter
from briefgen.model.inline import Image, Link, Quoted, Text
from briefgen.model.quotation import Quotation
from briefgen.own_words import own_words
from briefgen.text import Span, TextFile

_ENDS = ".,;:!?… "


class _Loose(NamedTuple):
    """A text without citations: what it is, its words as shown, those declared own, and its place."""

    name: str
    text: str
    own: tuple[str, ...]
    span: Span


def check_loose_words(
    front: FrontMatter | None, blocks: Sequence[Block], quotations: Sequence[Quotation], report: Report
) -> None:
    """Report words in quotation marks outside the running text that the text does not quote."""
    bound = [_folded(quotation.text) for quotation in quotations if quotation.keys]
    told: set[str] = set()
    for loose in (*(_of_front(front) if front else ()), *_of_blocks(blocks)):
        own = {_folded(word) for text in loose.own for word in _quoted(text)}
        for words in _quoted(loose.text):
            folded = _folded(words)
            if not folded or folded in own or folded in told or any(folded in text for text in bound):
                continue
            told.add(folded)
            report(
                Diagnostic(
                    rules.QUOTATION_UNBOUND,
                    loose.span,
                    f"{loose.name} has words in quotation marks that the text does not quote: {words}",
                    hint='quote and cite them in the text; if they are your own, write `["…"]{.own}`',
                )
            )


def _of_front(front: FrontMatter) -> Iterator[_Loose]:
    own = own_words(front.span.text)
    yield _Loose("the title", front.title, own, front.title_span)
    yield _Loose("the description", front.description, own, front.description_span or front.span)
    for erratum in front.errata:
        # What was printed before is no quotation of a work, and never carries ✓.
        yield _Loose("the erratum", erratum.now, own, erratum.span)


def _of_blocks(blocks: Sequence[Block]) -> Iterator[_Loose]:
    for node in inlines_in(blocks):
        if isinstance(node, Image):
            yield _Loose("the image's description", node.alt, own_words(node.span.text), node.span)
            yield _Loose("the image's title", node.title, own_words(node.span.text), node.span)
        if isinstance(node, Link):
            yield _Loose("the link's title", node.title, own_words(node.span.text), node.span)
    for block in walk_blocks(blocks):
        if isinstance(block, AbbreviationDefinition):
            yield _Loose("the long form", block.title, own_words(block.span.text), block.span)


def _quoted(text: str) -> Iterator[str]:
    nodes = pair_quotes([Text(text, TextFile("", text).span(0, len(text)))])
    return (plain_text(node.children) for node in nodes if isinstance(node, Quoted))


def _folded(text: str) -> str:
    """The words without typography and capitals: a title begins with one, or sets all of its words so."""
    return fold(unicodedata.normalize("NFC", text)).text.strip(_ENDS).casefold()
