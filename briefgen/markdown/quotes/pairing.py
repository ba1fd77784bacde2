"""Makes `Quoted` nodes of pairs of quotation marks, wherever the two stand in a line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefgen.markdown.quotes.cited_inside import without_closing_citations
from briefgen.markdown.quotes.line import Q_CLOSES, Q_OPENS, Held, Leaf, Line, flatten, may_have
from briefgen.markdown.quotes.mark_kinds import MAYBE_MARK, usage_of
from briefgen.markdown.quotes.partners import Pair, outermost_pairs
from briefgen.markdown.quotes.roles import read_marks
from briefgen.model.inline import Inline, Quoted, Text
from briefgen.text import Span


def pair_quotes(
    nodes: Sequence[Inline], language: str = "", *, locator: bool = False, title: bool = False
) -> tuple[Inline, ...]:
    """Replace each outermost pair of quotation marks in these siblings by a `Quoted` node.

    The marks may stand in emphasis, links or struck text: such a node is cut in two where it holds only
    one mark of a pair. `language` is the BCP 47 tag of the text, or empty. With `locator` the siblings
    are what follows a key in a citation, with `title` a text in which nothing can be cited. Marks without a
    partner stay text.
    """
    if not may_have(nodes, MAYBE_MARK):
        return tuple(nodes)
    line = flatten(nodes)
    usage = usage_of(language)
    pairs = outermost_pairs(line, read_marks(line, usage), usage, locator=locator, title=title)
    if not pairs:
        return tuple(nodes)
    return tuple(piece.node for piece in _Builder(line, pairs).pieces(nodes))


class _Piece(NamedTuple):
    """A node at ``[start, end)`` of the line."""

    start: int
    end: int
    node: Inline


class _Builder:
    """Builds the line anew: texts and the nodes that hold them are cut at the marks, then wrapped."""

    def __init__(self, line: Line, pairs: Sequence[Pair]) -> None:
        self._line = line
        self._pairs: dict[int, list[Pair]] = {}
        """The pairs by the number of the innermost node that holds the whole of each."""
        self._cuts: dict[int, list[int]] = {}
        """Where a node is cut that holds a part of a pair."""
        for pair in pairs:
            self._place(pair)
        self._marks = [offset for pair in pairs for offset in pair]
        # How far the three lists are read: leaves and holders are met in the order they were counted in.
        self._leaf = self._holder = self._mark = 0

    def _place(self, pair: Pair) -> None:
        holders = self._line.holders
        first = self._line.leaf_at(pair.start).holder
        last = self._line.leaf_at(pair.end - 1).holder
        while first != last:
            if last < 0 or (first >= 0 and holders[first].depth >= holders[last].depth):
                self._cuts.setdefault(first, []).extend((pair.start, pair.inner_start))
                first = holders[first].holder
            else:
                self._cuts.setdefault(last, []).extend((pair.inner_end, pair.end))
                last = holders[last].holder
        self._pairs.setdefault(first, []).append(pair)

    def pieces(self, nodes: Iterable[Inline], holder: int = -1) -> Iterator[_Piece]:
        """What a node holds, or the line."""
        pieces: list[_Piece] = []
        for node in nodes:
            held = self._line.holders[self._holder] if self._holder < len(self._line.holders) else None
            if held is not None and held.node is node:
                number = self._holder
                self._holder += 1
                pieces += self._cut_held(held, number, tuple(self.pieces(held.node.children, number)))
            else:
                pieces += self._cut_leaf(self._line.leaves[self._leaf])
                self._leaf += 1
        return self._wrapped(pieces, self._pairs.get(holder, ()))

    def _cut_leaf(self, leaf: Leaf) -> Iterator[_Piece]:
        start = leaf.start
        while self._mark < len(self._marks) and self._marks[self._mark] < leaf.end:
            cut = self._marks[self._mark]
            if cut > start:
                # Of each four offsets the second and the last end a mark, which is left out anyway.
                is_mark = self._mark % 2 == 1
                yield _Piece(start, cut, leaf.node if is_mark else _slice(leaf, start, cut))
                start = cut
            self._mark += 1
        yield _Piece(start, leaf.end, _slice(leaf, start, leaf.end))

    def _cut_held(self, held: Held, number: int, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """The node, or several that together hold its pieces."""
        node, bounds = held.node, [*self._cuts.get(number, ()), held.end]
        if len(bounds) == 1 and tuple(piece.node for piece in pieces) == node.children:
            yield _Piece(held.start, held.end, node)
            return
        index = 0
        for bound in bounds:
            first = index
            while index < len(pieces) and (pieces[index].end <= bound):
                index += 1
            part = pieces[first:index]
            if part or len(bounds) == 1:
                start = node.span.start if first == 0 else part[0].node.span.start
                end = node.span.end if index == len(pieces) else part[-1].node.span.end
                children = tuple(piece.node for piece in part)
                span = Span(node.span.file, start, end)
                yield _Piece(
                    part[0].start if part else held.start,
                    part[-1].end if part else held.end,
                    replace(node, children=children, span=span),
                )

    def _wrapped(self, pieces: Iterable[_Piece], pairs: Iterable[Pair]) -> Iterator[_Piece]:
        """The pieces with those of each pair in a `Quoted` node."""
        left = iter(pairs)
        pair = next(left, None)
        inside: list[Inline] = []
        for piece in pieces:
            if pair is None or piece.end <= pair.start:
                yield piece
            elif piece.start >= pair.inner_start and piece.end <= pair.inner_end:
                inside.append(piece.node)
            elif piece.end == pair.end:
                words, cites = without_closing_citations(inside)
                yield _Piece(pair.start, pair.end, self._quoted(pair, words))
                yield from (_Piece(pair.end, pair.end, node) for node in cites)
                pair = next(left, None)
                inside = []

    def _quoted(self, pair: Pair, inside: tuple[Inline, ...]) -> Quoted:
        span = self._line.place_of(pair.start).to(self._line.place_of(pair.end - 1))
        return Quoted(
            self._written(pair.start, pair.inner_start, "“"),
            inside,
            self._written(pair.inner_end, pair.end, "”"),
            span,
        )

    def _written(self, start: int, end: int, of_tag: str) -> str:
        """A mark as it is written; for ``<q>`` the one that a browser shows."""
        written = self._line.text[start:end]
        return of_tag if written in (Q_OPENS, Q_CLOSES) else written


def _slice(leaf: Leaf, start: int, end: int) -> Inline:
    """The part ``[start, end)`` of the line that a leaf has; only texts are cut."""
    node = leaf.node
    if not isinstance(node, Text) or (start == leaf.start and end == leaf.end):
        return node
    first, last = start - leaf.start, end - leaf.start
    begin = node.span.start
    return Text(node.value[first:last], Span(node.span.file, begin + first, begin + last))
