"""Citations that close the words between two quotation marks: “words [@a].” is “words.” [@a]."""

from collections.abc import Sequence
from dataclasses import replace

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
from briefgen.text import Span

Line = tuple[Inline, ...]

_STOPS = ".,;:!?…。，、；：！？؟،؛۔।"
_NESTED = "\"'”’“‘»«›‹」』"
_LONGEST_PAGE = 40


def without_closing_citations(
    words: Sequence[Inline],
) -> tuple[Line, Line]:
    """The words between two marks, and the citations, footnote marks and brackets that belong behind them.

    Of ``words [@a].`` the stop stays with the words. A citation that prints a name goes only with the
    brackets around it, and none goes that stands right behind marks within these: it cites what they hold.
    """
    line = tuple(words)
    end = len(line)
    while end and _is_stop(line[end - 1]):
        end -= 1
    first = end
    while first and (_is_mark(line[first - 1]) or _is_space(line[first - 1])):
        first -= 1
    if any(_is_mark(node) for node in line[first:end]):
        return _parted(line[:first], line[first:end], line[end:])
    return _in_brackets(line) or _in_emphasis(line, end) or (line, ())


def _in_emphasis(line: Line, end: int) -> tuple[Line, Line] | None:
    """The same where the words stand in emphasis with their citation: “*words [@a].*”"""
    last = line[end - 1] if end else None
    match last:
        case Emphasis() | Strong():
            words, moved = without_closing_citations(last.children)
            return ((*line[: end - 1], replace(last, children=words), *line[end:]), moved) if moved else None
        case Link() | BracketedSpan() | Strikethrough() | Quoted() | Citation() | FootnoteMark() | None:
            return None
        case Text() | SoftBreak() | HardBreak() | Code() | Image() | HtmlInline() | Formula():
            return None
        case Superscript() | Subscript() | Highlighted():
            return None


def _in_brackets(line: Line) -> tuple[Line, Line] | None:
    """The same where the citation stands in round brackets, with its page or without: ``(@a, p. 3)``."""
    at = next((index for index in range(len(line) - 1, -1, -1) if isinstance(line[index], Citation)), 0)
    if not at or len(line) != at + 2:
        return None
    before, behind = line[at - 1], line[at + 1]
    if not (isinstance(before, Text) and isinstance(behind, Text)):
        return None
    page, closed, stop = behind.value.partition(")")
    if not before.value.endswith("(") or not closed or stop.strip(f"{_STOPS} "):
        return None
    if len(page) > _LONGEST_PAGE or (page and not page.startswith(",")):
        return None
    opened = len(before.value) - 1
    moved = (_part(before, opened, opened + 1), line[at], _part(behind, 0, len(page) + 1))
    kept = _part(before, 0, opened)
    return _parted((*line[: at - 1], kept), moved, (_part(behind, len(page) + 1, len(behind.value)),))


def _parted(before: Line, moved: Line, stop: Line) -> tuple[Line, Line]:
    while before and isinstance(before[-1], SoftBreak):
        before = before[:-1]
    last = before[-1] if before else None
    if last is None:
        return (*before, *moved, *stop), ()
    if isinstance(last, Text):
        said = last.value.rstrip()
        if said.endswith(tuple(_NESTED)) or not (said or before[:-1]):
            return (*before, *moved, *stop), ()
        before = (*before[:-1], _part(last, 0, len(said)))
        if said.endswith(tuple(_STOPS)) and all(_is_full_stop(one) for one in stop):
            stop = ()
    return (*before, *stop), moved


def _is_mark(node: Inline) -> bool:
    return isinstance(node, FootnoteMark) or (isinstance(node, Citation) and not node.narrative)


def _is_space(node: Inline) -> bool:
    return isinstance(node, SoftBreak) or (isinstance(node, Text) and not node.value.strip())


def _is_stop(node: Inline) -> bool:
    return isinstance(node, SoftBreak) or (isinstance(node, Text) and not node.value.strip(f"{_STOPS} "))


def _is_full_stop(node: Inline) -> bool:
    return isinstance(node, SoftBreak) or (isinstance(node, Text) and node.value.strip() in ("", "."))


def _part(text: Text, start: int, end: int) -> Text:
    span = text.span
    if len(text.value) != span.end - span.start:
        return Text(text.value[start:end], span)
    return Text(text.value[start:end], Span(span.file, span.start + start, span.start + end))
