"""Changes that were marked for an editor (CriticMarkup) and never settled."""

import re
from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.walk import lines_of, walk_blocks, walk_inlines
from briefgen.model.document import Block, Code, HtmlInline
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
    for block in walk_blocks(blocks):
        for line in lines_of(block):
            if line:
                literal = [node.span for node in walk_inlines(line) if isinstance(node, Code | HtmlInline)]
                _check(line[0].span.to(line[-1].span), literal, report)


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
