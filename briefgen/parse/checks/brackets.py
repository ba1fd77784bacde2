"""Plain brackets around a citation: they were meant to be its own, or to be those of a link."""

import re
from collections.abc import Iterator, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.walk import children_of
from briefgen.model.inline import Citation, Inline, Link, Text
from briefgen.parse.check import Check, Seen, SeenLine
from briefgen.parse.checks.citation_places import citation_in_link
from briefgen.text import Span

_BRACKET = re.compile(r"[\[\]]")


def _brackets(seen: Seen) -> Iterator[Diagnostic]:
    for line in seen.lines:
        for siblings in _runs(line):
            yield from _among(siblings)


def _runs(line: SeenLine) -> Iterator[tuple[Inline, ...]]:
    """The runs of siblings; not those in the text of a link, of which more is said elsewhere."""
    yield line.line
    for node in line.nodes:
        if not isinstance(node, Link) and (children := children_of(node)):
            yield children


def _among(siblings: Sequence[Inline]) -> Iterator[Diagnostic]:
    """A narrative citation inside plain brackets was meant to be a citation in brackets.

    Any other citation inside them keeps what looks like a link from being one.
    """
    if not any(isinstance(node, Text) and "[" in node.value for node in siblings):
        return
    opening: Span | None = None
    inside: Citation | None = None
    group: Citation | None = None
    for node in siblings:
        if isinstance(node, Citation) and opening:
            if node.narrative:
                inside = inside or node
            else:
                group = node
        if not isinstance(node, Text) or node.span.text.startswith("\\"):
            continue
        for bracket in _BRACKET.finditer(node.value):
            at = bracket.start()
            if bracket[0] == "[":
                opening = Span(node.span.file, node.span.start + at, node.span.start + at + 1)
                inside = group = None
            elif opening:
                if group and node.value[at + 1 : at + 2] in ("(", "["):
                    yield citation_in_link(group)
                if inside:
                    yield _not_a_citation(Span(opening.file, opening.start, node.span.start + at + 1), inside)
                opening = inside = group = None


def _not_a_citation(span: Span, inside: Citation) -> Diagnostic:
    key = inside.items[0].key
    return Diagnostic(
        rules.NOT_A_CITATION,
        span,
        f"this looks like a citation of `{key}` and is none",
        ("every part between semicolons needs a key, and no other bracket may follow directly",),
        f"write a semicolon in the text as `\\;`, several works as `[@{key}; @other]`, "
        f"and an @ that cites nothing as `\\@{key}`",
    )


CHECK = Check(_brackets)
