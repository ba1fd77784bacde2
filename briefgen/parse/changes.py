"""Changes that were marked for an editor (CriticMarkup) and never settled."""

import re
from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.walk import lines_in, walk_inlines
from briefgen.model.block import Block
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    HardBreak,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
)
from briefgen.text import Span

_CHANGE = re.compile(r"(?<!\\)(?:\\\\)*(\{(?:\+\+|--|~~|>>|==))")
_KINDS = {
    "{++": "an addition",
    "{--": "a deletion",
    "{~~": "a replacement",
    "{>>": "a comment",
    "{==": "a highlight",
}


def check_changes(front: Span | None, blocks: Sequence[Block], report: Report) -> None:
    """Report CriticMarkup in front matter and in running text; never in code."""
    if front is not None:
        _check(front, (), report)
    for _, line in lines_in(blocks):
        literal = [span for node in walk_inlines(line) if (span := _literal(node))]
        _check(line[0].span.to(line[-1].span), literal, report)


def _literal(node: Inline) -> Span | None:
    """The place of what is shown as it is written."""
    match node:
        case Code() | HtmlInline():
            return node.span
        case Text() | SoftBreak() | HardBreak() | Image() | Citation() | FootnoteMark():
            return None
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan() | Quoted():
            return None


def _check(stretch: Span, literal: Sequence[Span], report: Report) -> None:
    for change in _CHANGE.finditer(stretch.text):
        start = stretch.start + change.start(1)
        if any(span.start <= start < span.end for span in literal):
            continue
        report(
            Diagnostic(
                rules.CRITIC_MARKUP_LEFT,
                stretch.file.span(start, start + len(change[1])),
                f"{_KINDS[change[1]]} is marked here and not settled",
                hint=f"settle it, or set `status: draft`; where it is no mark, write `\\{change[1]}`",
            )
        )
