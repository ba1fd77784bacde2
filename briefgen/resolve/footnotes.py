"""Footnotes in order of first reference, with stable labels."""

from collections.abc import Iterator, Mapping, Sequence

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import Blocks, citations_in, parts_of, walk_blocks, walk_inlines
from briefgen.model.address import work_address
from briefgen.model.block import Block, FootnoteDefinition
from briefgen.model.citation import CitationMode
from briefgen.model.inline import Citation, CitationItem, FootnoteMark
from briefgen.model.layout import project
from briefgen.model.quotation import Quotation
from briefgen.model.workspace import (
    AuthorFootnote,
    CitationFootnote,
    Footnote,
    ResolvedCitation,
)

_Items = Mapping[Citation, tuple[CitationItem, ...]]
_Identity = tuple[tuple[str, bool, str, str], ...]


def number_footnotes(
    blocks: Sequence[Block], items: _Items, quotations: Sequence[Quotation]
) -> tuple[tuple[ResolvedCitation, ...], tuple[Footnote, ...]]:
    """Every citation with the label of its footnote, and the footnotes in order of first reference.

    A citation's footnote is labelled by its first key and a counter; identical groups to which no
    quotation is bound share one. A citation inside an author's footnote has none of its own.
    """
    definitions = {
        (block.span.path, block.label): block
        for block in walk_blocks(blocks)
        if isinstance(block, FootnoteDefinition)
    }
    quoting = {quotation.citation for quotation in quotations if quotation.citation}
    footnotes: dict[str, Footnote] = {}
    citations: dict[Citation, ResolvedCitation] = {}
    shared: dict[_Identity, str] = {}
    counters: dict[str, int] = {}
    for node in _references(blocks):
        if isinstance(node, FootnoteMark):
            definition = definitions.get((node.span.path, node.label))
            if definition is not None:
                label = author_label(definition)
                footnotes.setdefault(label, AuthorFootnote(label, definition))
            continue
        citation = node
        if citation in citations or not items[citation]:
            continue
        identity = _identity(citation)
        label = "" if citation in quoting else shared.get(identity, "")
        if not label:
            address = work_address(citation.items[0].key)
            counters[address] = counters.get(address, 0) + 1
            label = f"w-{address}-{counters[address]}"
            if citation not in quoting:
                shared[identity] = label
        citations[citation] = ResolvedCitation(citation, items[citation], label)
        footnotes.setdefault(label, CitationFootnote(label, citations[citation]))
    for definition in definitions.values():
        for citation in citations_in(definition.children):
            citations[citation] = ResolvedCitation(citation, items[citation], "")
    return tuple(citations.values()), tuple(footnotes.values())


def author_label(definition: FootnoteDefinition) -> str:
    """The label an author's footnote is published under; those of included boxes carry the box's name."""
    name = definition.span.path.rpartition("/")[2].removesuffix(".md")
    inside = f"{project.CONTEXTS.removeprefix(project.SOURCES)}/" in definition.span.path
    return (
        f"n-{work_address(name)}-{work_address(definition.label)}"
        if inside
        else f"n-{work_address(definition.label)}"
    )


def _references(blocks: Sequence[Block]) -> Iterator[Citation | FootnoteMark]:
    """Citations and footnote marks where readers meet them: footnotes' own text comes after all."""
    notes: list[FootnoteMark] = []

    def visit(run: Blocks, *, inside_note: bool) -> Iterator[Citation | FootnoteMark]:
        for block in run:
            inside = inside_note or isinstance(block, FootnoteDefinition)
            for part in parts_of(block):
                for node in walk_inlines(part.line):
                    if isinstance(node, FootnoteMark):
                        if inside:
                            notes.append(node)
                        else:
                            yield node
                    if isinstance(node, Citation) and not inside:
                        yield node
                yield from visit(part.blocks, inside_note=inside)

    yield from visit(tuple(blocks), inside_note=False)
    yield from notes


def _identity(citation: Citation) -> _Identity:
    return tuple(
        (
            item.key,
            item.mode is CitationMode.SUPPRESS_AUTHOR,
            plain_text(item.prefix),
            plain_text(item.suffix),
        )
        for item in citation.items
    )
