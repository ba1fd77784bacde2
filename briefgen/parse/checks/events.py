"""Events without a date or without words, and those in the words of a source."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.bibliography.dates import read_date
from briefgen.decode.forms import shown
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.plain import block_text, plain_text, without_citations
from briefgen.markdown.walk import walk_blocks
from briefgen.model.attributes import Attributes
from briefgen.model.block import Box
from briefgen.model.box import BoxKind, BoxRole
from briefgen.model.event import names_event
from briefgen.model.inline import BracketedSpan
from briefgen.parse.check import Check, Seen
from briefgen.text import Span, has_words

_EXPECTED = "expected a date, as in `2024-06-19`, `2024-06`, `2024`, `2024~` (about) or `2024-06/2024-11`"


def _events(seen: Seen) -> Iterator[Diagnostic]:
    theirs = set(_words_of_sources(seen))
    for node in seen.of(BracketedSpan):
        if names_event(node.attributes):
            said = plain_text(without_citations(node.children))
            yield from _event(node.attributes, node.span, said)
            if node.span in theirs:
                yield _misplaced(node.span)
    for box in seen.of(Box):
        if box.kind is BoxKind.EVENT:
            yield from _event(box.attributes, box.span, f"{plain_text(box.title)} {block_text(box)}")


def _words_of_sources(seen: Seen) -> Iterator[Span]:
    """Where words in brackets stand in a block quote, or in its translation."""
    for line in seen.lines:
        if line.in_quote:
            yield from (node.span for node in line.nodes if isinstance(node, BracketedSpan))
    translations = [box for box in seen.of(Box) if box.kind.role is BoxRole.TRANSLATES]
    inside = {block.span for box in translations for block in walk_blocks(box.children)}
    for line in seen.lines:
        if line.block.span in inside:
            yield from (node.span for node in line.nodes if isinstance(node, BracketedSpan))


def _event(attributes: Attributes, span: Span, said: str) -> Iterator[Diagnostic]:
    date = attributes.get("date")
    if date is None:
        message = "this event has no date"
        yield Diagnostic(rules.EVENT_UNDATED, attributes.span, message, (_EXPECTED,))
    elif read_date(date.value) is None:
        message = f"{shown(date.value)} is no date"
        yield Diagnostic(rules.EVENT_UNDATED, date.span, message, (_EXPECTED,))
    if not has_words(attributes.value("title") or said):
        yield Diagnostic(
            rules.EVENT_EMPTY,
            span,
            "this event has no words",
            hint='put them into the brackets, or write `title="…"` behind the date',
        )


def _misplaced(span: Span) -> Diagnostic:
    return Diagnostic(
        rules.EVENT_MISPLACED,
        span,
        "words of a source are no event of this brief",
        hint="mark it where your own text says what happened",
    )


CHECK = Check(_events)
