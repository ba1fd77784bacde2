"""Citations where none may stand: in headings, in the text of links, in other citations."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.walk import walk_inlines
from briefgen.model.block import Heading
from briefgen.model.inline import Citation, Link
from briefgen.parse.check import Check, Seen


def citation_in_link(node: Citation) -> Diagnostic:
    """That a link's text holds a citation."""
    return Diagnostic(
        rules.CITATION_IN_LINK,
        node.span,
        "a link's text cannot hold a citation: its footnote would be a link in a link",
        hint="put the citation after the link, or write the @ as `\\@`",
    )


def _places(seen: Seen) -> Iterator[Diagnostic]:
    for link in seen.of(Link):
        yield from (
            citation_in_link(node) for node in walk_inlines(link.children) if isinstance(node, Citation)
        )
    for node in seen.of(Citation):
        yield from _in_citation(node)
    for line in seen.lines:
        if isinstance(line.block, Heading):
            yield from (_in_heading(node) for node in line.nodes if isinstance(node, Citation))


def _in_citation(node: Citation) -> Iterator[Diagnostic]:
    for item in node.items:
        for part in walk_inlines((*item.prefix, *item.suffix)):
            if isinstance(part, Citation):
                yield Diagnostic(
                    rules.CITATION_IN_CITATION,
                    part.span,
                    f"this citation stands inside the citation of `{item.key}`",
                    hint="separate works by a semicolon: `[@a, p. 3; see @b]`",
                )


def _in_heading(node: Citation) -> Diagnostic:
    return Diagnostic(
        rules.CITATION_IN_HEADING,
        node.span,
        "a heading cannot hold a citation: it is repeated in contents and search",
        hint="cite in the text below it",
    )


CHECK = Check(_places)
