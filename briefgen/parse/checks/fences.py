"""Lines of colons that are no fence of a box."""

import re
from collections.abc import Iterator, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Edit
from briefgen.model.block import Paragraph
from briefgen.model.box import KNOWN_KINDS
from briefgen.model.inline import Inline, SoftBreak, Text
from briefgen.parse.check import Check, Seen

_FENCE = re.compile(rf":{{3,}}[ \t]*(?:{'|'.join(KNOWN_KINDS)}|\{{[^{{}}]*\}})[ \t]*")


def _fences(seen: Seen) -> Iterator[Diagnostic]:
    """Lines of colons that open no box, and those that close none.

    One that would close a box that did not come about is not reported: it is no second mistake.
    """
    not_begun = 0
    for fence in _colons(seen):
        if fence.value.strip(": \t"):
            not_begun += 1
            message = "no box begins here"
            hint = "a box needs an empty line before it, and after the colons a name or `{.name #id}`"
        elif not_begun:
            not_begun -= 1
            continue
        else:
            message, hint = "no open box ends here", "write the colons as `\\:::` if they are text"
        yield Diagnostic(rules.FENCE_STRAY, fence.span, message, hint=hint, fix=_line_before(fence))


def _line_before(fence: Text) -> tuple[Edit, ...]:
    """An empty line before a fence that has only none, at the left edge of the text."""
    span, line = fence.span, fence.span.file.line_text(fence.span.line)
    if span.column > 1 or not _FENCE.fullmatch(line) or span.line == 1:
        return ()
    if not span.file.line_text(span.line - 1).strip():
        return ()
    return (Edit(span.file.span(span.start, span.start), "\n"),)


def _colons(seen: Seen) -> Iterator[Text]:
    """The lines of paragraphs that begin with three colons."""
    for paragraph in seen.of(Paragraph):
        yield from _colons_of(paragraph.children)


def _colons_of(line: Sequence[Inline]) -> Iterator[Text]:
    previous: Inline | None = None
    for node in line:
        at_start = previous is None or isinstance(previous, SoftBreak)
        if at_start and isinstance(node, Text) and node.span.text.startswith(":::"):
            yield node
        previous = node


CHECK = Check(_fences)
