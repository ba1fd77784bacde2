"""The quotation marks of a line that have no partner."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.languages import language_of
from briefgen.markdown.quotes.line import Q_CLOSES, Q_OPENS, flatten, may_have
from briefgen.markdown.quotes.mark_kinds import (
    MAYBE_DOUBLE_MARK,
    SINGLE,
    SINGLE_ALWAYS,
    TITLE_SHAPES,
    USUAL_CLOSINGS,
    usage_of,
)
from briefgen.markdown.quotes.roles import read_marks
from briefgen.model.inline import Inline, Quoted
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class LeftMark:
    """A double quotation mark without a partner.

    `mark` is what is written; `shape` the mark it is taken for; `opens` says that it stands where a
    quotation begins; `first` that nothing stands before it in its line.
    """

    mark: str
    shape: str
    span: Span
    opens: bool
    first: bool


def closing_of(mark: LeftMark, language: str = "") -> str:
    """What usually closes words that a mark opens; empty of one that is typed as other signs."""
    if mark.mark != mark.shape:
        return ""
    known = language_of(language)
    pairs = dict(known.quotation_marks) if known else {}
    return pairs.get(mark.mark, "") or USUAL_CLOSINGS.get(mark.mark, "")[:1]


def left_marks(nodes: Sequence[Inline], language: str = "") -> tuple[LeftMark, ...]:
    """The double marks left over in a line in which pairs are `Quoted` nodes, in its order.

    `language` is the BCP 47 tag of the text, or empty. Left out are marks that may be none: such as stand
    behind a figure for inches, escaped ones, ditto marks, marks of titles.
    """
    if not may_have(nodes, MAYBE_DOUBLE_MARK):
        return ()
    if not any(MAYBE_DOUBLE_MARK.search(node.span.text) for node in nodes if not isinstance(node, Quoted)):
        return ()
    line = flatten(nodes)
    usage = usage_of(language)
    passing = SINGLE | SINGLE_ALWAYS | (TITLE_SHAPES - usage.quoting)
    lead = len(line.text) - len(line.text.lstrip())
    marks = [
        LeftMark(
            line.text[mark.start : mark.end],
            mark.shape,
            line.place_of(mark.start).to(line.place_of(mark.end - 1)),
            mark.opens,
            mark.start == lead,
        )
        for mark in read_marks(line, usage)
        if not (mark.escaped or mark.inch or mark.weak or mark.shape in passing)
    ]
    tags = [
        LeftMark(
            leaf.node.span.text,
            "",
            leaf.node.span,
            line.text[leaf.start] == Q_OPENS,
            leaf.start == lead,
        )
        for leaf in line.leaves
        if line.text[leaf.start : leaf.end] in (Q_OPENS, Q_CLOSES) and leaf.end > leaf.start
    ]
    return tuple(sorted((*marks, *tags), key=lambda mark: mark.span.start))
