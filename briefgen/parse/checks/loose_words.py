"""Words in quotation marks where nothing can be cited: titles, descriptions, errata, captions, short forms.

They are right when the text quotes them, too, where they are looked up. Otherwise they are said, once.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.plain import plain_text
from briefgen.markdown.quotes import pair_quotes
from briefgen.matching.fold import fold
from briefgen.model.block import AbbreviationDefinition
from briefgen.model.brief import FrontMatter
from briefgen.model.inline import Image, Link, Quoted, Text
from briefgen.own_words import own_words
from briefgen.parse.check import Check, Seen
from briefgen.text import Span, TextFile

_ENDS = ".,;:!?… "


class _Loose(NamedTuple):
    """A text without citations: what it is, its words as shown, what stands `around` it, and its place."""

    name: str
    text: str
    around: Span
    """Where its author may declare them his own."""
    span: Span


def _loose_words(seen: Seen) -> Iterator[Diagnostic]:
    """Words in quotation marks outside the running text that the text does not quote."""
    every = (*(_of_front(seen.front) if seen.front else ()), *_of_body(seen))
    said = [(loose, words) for loose in every for words in _quoted(loose.text)]
    if not said:
        return
    bound = "\n".join(_folded(quotation.text) for quotation in seen.quotations if quotation.keys)
    told: set[str] = set()
    for loose, words in said:
        folded = _folded(words)
        if not folded or folded in _own(loose.around) or folded in told or folded in bound:
            continue
        told.add(folded)
        yield Diagnostic(
            rules.QUOTATION_UNBOUND,
            loose.span,
            f"{loose.name} has words in quotation marks that the text does not quote: {words}",
            hint='quote and cite them in the text; if they are your own, write `["…"]{.own}`',
        )


def _of_front(front: FrontMatter) -> Iterator[_Loose]:
    whole = front.span
    yield _Loose("the title", front.title, whole, front.title_span)
    yield _Loose("the description", front.description, whole, front.description_span or whole)
    for erratum in front.errata:
        # What was printed before is no quotation of a work, and never carries ✓.
        yield _Loose("the erratum", erratum.now, whole, erratum.span)


def _of_body(seen: Seen) -> Iterator[_Loose]:
    lines = seen.lines if any(seen.of(Image)) or any(seen.of(Link)) else ()
    for node in (node for line in lines for node in line.nodes):
        if isinstance(node, Image):
            yield _Loose("the image's description", node.alt, node.span, node.span)
            yield _Loose("the image's title", node.title, node.span, node.span)
        if isinstance(node, Link):
            yield _Loose("the link's title", node.title, node.span, node.span)
    for block in seen.of(AbbreviationDefinition):
        yield _Loose("the long form", block.title, block.span, block.span)


def _own(span: Span) -> frozenset[str]:
    return frozenset(_folded(word) for text in own_words(span.text) for word in _quoted(text))


def _quoted(text: str) -> Iterator[str]:
    nodes = pair_quotes([Text(text, TextFile("", text).span(0, len(text)))], title=True)
    return (plain_text(node.children) for node in nodes if isinstance(node, Quoted))


def _folded(text: str) -> str:
    """The words without typography and capitals: a title begins with one, or sets all of its words so."""
    return fold(unicodedata.normalize("NFC", text)).text.strip(_ENDS).casefold()


CHECK = Check(_loose_words)
