"""Changes that were marked for an editor (CriticMarkup) and never settled."""

import re
from collections.abc import Iterator, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.brief import Status
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.parse.check import Check, Seen
from briefgen.text import Span

_CHANGE = re.compile(r"(?<!\\)(?:\\\\)*(\{(?:\+\+|--|~~|>>|==))")
_KINDS = {
    "{++": "an addition",
    "{--": "a deletion",
    "{~~": "a replacement",
    "{>>": "a comment",
    "{==": "a highlight",
}


def _changes(seen: Seen) -> Iterator[Diagnostic]:
    """CriticMarkup in front matter and in running text, never in code; a draft may have some."""
    if seen.front is not None and seen.front.status is Status.DRAFT:
        return
    if not any(mark in seen.file.text for mark in _KINDS):
        return
    if seen.front is not None:
        yield from _in_stretch(seen.front.span, ())
    for line in seen.lines:
        literal = [span for node in line.nodes if (span := _literal(node))]
        yield from _in_stretch(line.line[0].span.to(line.line[-1].span), literal)


def _literal(node: Inline) -> Span | None:
    """The place of what is shown as it is written."""
    match node:
        case Code() | HtmlInline() | Formula():
            return node.span
        case Text() | SoftBreak() | HardBreak() | Image() | Citation() | FootnoteMark():
            return None
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan() | Quoted():
            return None
        case Superscript() | Subscript() | Highlighted():
            return None


def _in_stretch(stretch: Span, literal: Sequence[Span]) -> Iterator[Diagnostic]:
    for change in _CHANGE.finditer(stretch.text):
        start = stretch.start + change.start(1)
        if any(span.start <= start < span.end for span in literal):
            continue
        yield Diagnostic(
            rules.CRITIC_MARKUP_LEFT,
            stretch.file.span(start, start + len(change[1])),
            f"{_KINDS[change[1]]} is marked here and not settled",
            hint=f"settle it, or set `status: draft`; where it is no mark, write `\\{change[1]}`",
        )


CHECK = Check(_changes)
