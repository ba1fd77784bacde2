"""Pairs quotation marks: a run of inline nodes becomes one `Quoted` node for each outermost pair."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefgen.markdown.walk import is_break
from briefgen.model.document import Inline, Quoted, Text
from briefgen.text import Span

# Which marks may close what an opening mark opened; the first is the usual one.
CLOSING_MARKS = {
    "„": "“”",
    "“": "”“",
    "”": "”",
    "»": "«»",
    "«": "»",
    "›": "‹›",
    "‹": "›",
    "‚": "‘’",
    "‘": "’",
    "「": "」",
    "『": "』",
    '"': '"',
}
_MARK = re.compile(f"[{''.join((*CLOSING_MARKS, *CLOSING_MARKS.values()))}]")
_BEFORE_QUOTATIONS = frozenset("([{–—-/")


class _Point(NamedTuple):
    """A character of the run: which node it is in and where in that node's text."""

    node: int
    at: int


def pair_quotes(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """Replace each outermost pair of quotation marks among these siblings by a `Quoted` node.

    A mark inside a word is an apostrophe, an escaped mark is plain text, an ASCII ``'`` never
    quotes. Marks without a partner among their siblings stay text.
    """
    points = [
        _Point(index, found.start())
        for index, node in enumerate(nodes)
        if isinstance(node, Text) and not node.span.text.startswith("\\")
        for found in _MARK.finditer(node.value)
        if not _inside_word(nodes, index, found.start())
    ]
    result: list[Inline] = []
    done = _Point(0, 0)
    position = 0
    closings = _closings(nodes, points)
    while position < len(points):
        closing = closings[position]
        if closing is None:
            position += 1
            continue
        start, end = points[position], points[closing]
        result += _between(nodes, done, start)
        opening_mark, closing_mark = _char(nodes, start), _char(nodes, end)
        span = Span(_mark_span(nodes, start).file, _mark_span(nodes, start).start, _mark_span(nodes, end).end)
        inner = tuple(_between(nodes, _Point(start.node, start.at + 1), end))
        result.append(Quoted(opening_mark, inner, closing_mark, span))
        done = _Point(end.node, end.at + 1)
        position = closing + 1
    return (*result, *_between(nodes, done, _Point(len(nodes), 0)))


def _closings(nodes: Sequence[Inline], points: Sequence[_Point]) -> list[int | None]:
    """For each mark the index of the one that closes it; pairs inside a pair are skipped.

    From the last mark to the first, so that the pairs inside are known when a pair is looked for.
    """
    chars = [_char(nodes, point) for point in points]
    closings: list[int | None] = [None] * len(points)
    for opening in reversed(range(len(points))):
        mark = chars[opening]
        partners = CLOSING_MARKS.get(mark)
        if partners is None or _followed_by_space(nodes, points[opening]):
            continue
        index = opening + 1
        while index < len(points):
            char, inner = chars[index], closings[index]
            if inner is not None and (
                (char == mark and mark not in partners) or _looks_opening(nodes, points[index])
            ):
                index = inner + 1
            elif char in partners and not (char == '"' and _preceded_by_space(nodes, points[index])):
                closings[opening] = index
                break
            else:
                index += 1
    return closings


def _char(nodes: Sequence[Inline], point: _Point) -> str:
    node = nodes[point.node]
    return node.value[point.at] if isinstance(node, Text) else ""


def _neighbour(nodes: Sequence[Inline], index: int, at: int, step: int) -> str:
    """The character before (`step` -1) or after (1) one; a space for a line end, nothing for other nodes."""
    node = nodes[index]
    assert isinstance(node, Text)
    if 0 <= at + step < len(node.value):
        return node.value[at + step]
    if not 0 <= index + step < len(nodes):
        return " "
    beside = nodes[index + step]
    if isinstance(beside, Text):
        return beside.value[0 if step > 0 else -1]
    return " " if is_break(beside) else ""


def _inside_word(nodes: Sequence[Inline], index: int, at: int) -> bool:
    """Whether a mark is an apostrophe, or the sign inside a Hebrew acronym.

    A quotation may begin and end between letters: 「はい」と, “예”라고, “MP”s.
    """
    around = _neighbour(nodes, index, at, -1) + _neighbour(nodes, index, at, 1)
    if len(around) < 2:
        return False
    if _char(nodes, _Point(index, at)) in "’‘" and all(char.lower() != char.upper() for char in around):
        return True
    return all("\u0590" <= char <= "\u05ff" for char in around)


def _looks_opening(nodes: Sequence[Inline], point: _Point) -> bool:
    """Whether a mark stands where a quotation begins: “ closes a German one and opens an English one."""
    before = _neighbour(nodes, point.node, point.at, -1)
    after = _neighbour(nodes, point.node, point.at, 1)
    return (before.isspace() or before in _BEFORE_QUOTATIONS) and (
        not after or after.isalnum() or after in CLOSING_MARKS
    )


def _followed_by_space(nodes: Sequence[Inline], point: _Point) -> bool:
    # French sets a space inside its guillemets.
    mark = _char(nodes, point)
    return mark not in "«‹" and _neighbour(nodes, point.node, point.at, 1).isspace()


def _preceded_by_space(nodes: Sequence[Inline], point: _Point) -> bool:
    return _neighbour(nodes, point.node, point.at, -1).isspace()


def _mark_span(nodes: Sequence[Inline], point: _Point) -> Span:
    """The place of a mark in the source, where it may be a longer character reference: ``&bdquo;``."""
    node = nodes[point.node]
    assert isinstance(node, Text)
    return _slice(node, point.at, point.at + 1).span


def _between(nodes: Sequence[Inline], start: _Point, end: _Point) -> list[Inline]:
    """The nodes from `start` to `end`, texts at either end cut."""
    result: list[Inline] = []
    for index in range(start.node, min(end.node + 1, len(nodes))):
        node = nodes[index]
        if isinstance(node, Text):
            first = start.at if index == start.node else 0
            last = end.at if index == end.node else len(node.value)
            if first < last:
                result.append(_slice(node, first, last))
        elif index != end.node:
            result.append(node)
    return result


def _slice(node: Text, start: int, end: int) -> Text:
    if len(node.value) != node.span.end - node.span.start:
        return node
    begin = node.span.start
    return Text(node.value[start:end], Span(node.span.file, begin + start, begin + end))
