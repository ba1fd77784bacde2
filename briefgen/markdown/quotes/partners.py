"""Finds the partner of each mark: the usual one first, a foreign one where there is none.

Every step looks at each mark once or twice; the whole is linear in the length of the line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefgen.markdown.quotes.line import CITATION, NOTE, Q_CLOSES, Q_OPENS, UNSEEN, Line
from briefgen.markdown.quotes.mark_kinds import (
    OPENS_FOR,
    SINGLE,
    SINGLE_ALWAYS,
    STRAIGHT,
    TITLE_SHAPES,
    USUAL_CLOSINGS,
    Usage,
)
from briefgen.markdown.quotes.roles import Mark, Place
from briefgen.markdown.quotes.single import pair_in_title, pair_single, whole_in_single
from briefgen.model.inline import Citation


class Pair(NamedTuple):
    """Where an opening mark and the one that closes it stand: two stretches ``[start, end)``."""

    start: int
    inner_start: int
    inner_end: int
    end: int


_ENDS_CLAUSE = re.compile(rf"[{UNSEEN}{NOTE}]*+(?:[.,;:!?)\]]|\s*+[{CITATION}–—-]|\s*+\Z)")
_Q = re.compile(f"[{Q_OPENS}{Q_CLOSES}]")
# Han and Kana: there 《》 set off titles.
_OF_TITLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_EMPTY = 4
_COLON = re.compile(rf"[{UNSEEN}{NOTE}\s)]*+[:：]")


def outermost_pairs(
    line: Line, marks: Sequence[Mark], usage: Usage, *, locator: bool, title: bool = False
) -> list[Pair]:
    """The pairs of a line that stand in no other, in its order.

    With `locator` the line is what follows a key in a citation, with `title` a text in which nothing can be
    cited: there single marks quote, too.
    """
    cited = [found.start() for found in re.finditer(CITATION, line.text)]
    plain = [mark for mark in marks if not mark.escaped]
    pairs = _outermost(line, [*_usual(line, plain, cited), *_tags(line)], usage)
    pairs = _outermost(line, [*pairs, *_foreign(line, _outside(plain, pairs), cited)], usage)
    if cited or locator or NOTE in line.text:
        # Other programs escape every straight mark they write, and so do authors that quote nobody.
        escaped = _outside([mark for mark in marks if mark.escaped], pairs)
        pairs = _outermost(line, [*pairs, *_usual(line, escaped, cited)], usage)
        single = [mark for mark in _outside(marks, pairs) if mark.shape in SINGLE]
        found = pair_single(line.text, single, cited, _saying(line), locator=locator)
        pairs = _outermost(line, [*pairs, *(_pair(*ends) for ends in found)], usage)
    elif title:
        single = [mark for mark in _outside(plain, pairs) if mark.shape in SINGLE]
        pairs = _outermost(
            line, [*pairs, *(_pair(*ends) for ends in pair_in_title(line.text, single))], usage
        )
    elif not pairs:
        found = whole_in_single(line.text, [mark for mark in plain if mark.shape in SINGLE])
        pairs = _outermost(line, [_pair(*ends) for ends in found], usage)
    return pairs


def _saying(line: Line) -> frozenset[int]:
    """The citations that may say what follows: narrative, with a colon, or at the beginning of the line."""
    lead = len(line.text) - len(line.text.lstrip())
    return frozenset(
        leaf.start
        for leaf in line.leaves
        if isinstance(leaf.node, Citation)
        and (leaf.node.narrative or _COLON.match(line.text, leaf.end) or leaf.start == lead)
    )


def _pair(opening: Mark, closing: Mark) -> Pair:
    return Pair(opening.start, opening.end, closing.start, closing.end)


def _usual(line: Line, marks: Sequence[Mark], cited: Sequence[int]) -> list[Pair]:
    """Pairs of marks that belong together, nested ones included, by a stack of those that wait."""
    pairs: list[Pair] = []
    waiting = _Waiting()
    next_straight = _next_straight(marks, cited)
    for index, mark in enumerate(marks):
        opening = None if mark.place is Place.OPENS else waiting.for_closing(mark.shape)
        if opening is None:
            if mark.shape in USUAL_CLOSINGS and mark.place is not Place.CLOSES and not mark.inch:
                waiting.add(mark)
        elif not (mark.inch and mark.shape == STRAIGHT and next_straight[index] is Place.CLOSES):
            waiting.drop_from(opening)
            if not _is_ditto(line, opening, mark) and not _is_sum(line, opening, mark):
                pairs.append(_pair(opening, mark))
    return pairs


def _next_straight(marks: Sequence[Mark], cited: Sequence[int]) -> list[Place | None]:
    """For each mark, what the next straight one before the next citation does that is no inch mark."""
    following: list[Place | None] = []
    nearest: Mark | None = None
    for mark in reversed(marks):
        near = nearest and bisect_left(cited, mark.end) == bisect_left(cited, nearest.start)
        following.append(nearest.place if nearest and near else None)
        if mark.shape == STRAIGHT and not mark.inch:
            nearest = mark
    return following[::-1]


def _is_ditto(line: Line, opening: Mark, closing: Mark) -> bool:
    between = closing.start - opening.end
    return (
        opening.shape == STRAIGHT
        and 0 < between <= _EMPTY
        and line.text[opening.end : closing.start].isspace()
    )


def _is_sum(line: Line, opening: Mark, closing: Mark) -> bool:
    """Whether typed guillemets with spaces around them are signs of reckoning: ``a << b >> c``."""
    spaced = opening.weak and opening.place is Place.EITHER and closing.weak
    return spaced and not _ENDS_CLAUSE.match(line.text, closing.end)


class _Waiting:
    """Opening marks that wait for their partner, in their order."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._by_shape: dict[str, list[int]] = {shape: [] for shape in USUAL_CLOSINGS}

    def add(self, mark: Mark) -> None:
        self._by_shape[mark.shape].append(len(self._marks))
        self._marks.append(mark)

    def for_closing(self, shape: str) -> Mark | None:
        """The last one that a mark may close; a single mark closes none beyond a double one."""
        at = max(
            (self._by_shape[one][-1] for one in OPENS_FOR.get(shape, ()) if self._by_shape[one]), default=-1
        )
        if at < 0:
            return None
        if self._marks[at].shape in SINGLE_ALWAYS:
            double = max(
                (places[-1] for one, places in self._by_shape.items() if places and one not in SINGLE_ALWAYS),
                default=-1,
            )
            if double > at:
                return None
        return self._marks[at]

    def drop_from(self, mark: Mark) -> None:
        """Without this one and those that began to wait after it."""
        while self._marks:
            last = self._marks.pop()
            self._by_shape[last.shape].pop()
            if last is mark:
                return


def _foreign(line: Line, marks: Sequence[Mark], cited: Sequence[int]) -> list[Pair]:
    """Pairs of marks of different languages or programs, both on the same side of every citation."""
    pairs: list[Pair] = []
    waiting: dict[bool, list[Mark]] = {False: [], True: []}
    passed = 0
    for mark in marks:
        while passed < len(cited) and cited[passed] < mark.start:
            passed += 1
            waiting = {False: [], True: []}
        is_single = mark.shape in SINGLE_ALWAYS or mark.shape in SINGLE
        same = waiting[is_single]
        if mark.weak or (mark.inch and not _ENDS_CLAUSE.match(line.text, mark.end)):
            continue
        if same and mark.place is not Place.OPENS:
            pairs.append(_pair(same.pop(), mark))
        elif mark.place is not Place.CLOSES and mark.shape not in SINGLE and not mark.inch:
            same.append(mark)
    return pairs


def _tags(line: Line) -> list[Pair]:
    """Pairs of ``<q>`` and ``</q>``."""
    pairs: list[Pair] = []
    waiting: list[int] = []
    for tag in _Q.finditer(line.text):
        if tag[0] == Q_OPENS:
            waiting.append(tag.start())
        elif waiting:
            start = waiting.pop()
            pairs.append(Pair(start, start + 1, tag.start(), tag.end()))
    return pairs


def _outermost(line: Line, pairs: Iterable[Pair], usage: Usage) -> list[Pair]:
    """Those in no other; a pair of marks around nothing but a pair of the same marks is one with it.

    Titles are left out, and so are pairs of which a bracketed span holds only one mark: a class or a
    reason cannot be given to half a quotation.
    """
    kept: list[Pair] = []
    doubled = False
    for pair in sorted(pairs):
        last = kept[-1] if kept else None
        if last is not None and pair.start < last.end:
            if doubled and _is_doubled(line, last, pair):
                kept[-1] = Pair(last.start, pair.inner_start, pair.inner_end, last.end)
            doubled = False
        elif not _is_title(line, pair, usage) and _span_of(line, pair.start) == _span_of(line, pair.end - 1):
            kept.append(pair)
            doubled = True
    return kept


def _is_doubled(line: Line, outer: Pair, inner: Pair) -> bool:
    """Whether the outer pair holds nothing but the inner one, of the same marks."""
    text = line.text
    return (
        inner.start == outer.inner_start
        and inner.end == outer.inner_end
        and text[outer.start : inner.start] == text[inner.start : inner.inner_start]
        and line.is_unbroken(outer.start, inner.inner_start)
        and line.is_unbroken(inner.inner_end, outer.end)
    )


def _is_title(line: Line, pair: Pair, usage: Usage) -> bool:
    mark = line.text[pair.start]
    if mark not in TITLE_SHAPES or mark in usage.quoting:
        return False
    return _OF_TITLES.search(line.text, pair.inner_start, pair.inner_end) is not None


def _span_of(line: Line, offset: int) -> int:
    """The number of the innermost bracketed span that holds a character, -1 for none."""
    holder = line.leaf_at(offset).holder
    while holder >= 0 and not line.holders[holder].is_span:
        holder = line.holders[holder].holder
    return holder


def _outside(marks: Iterable[Mark], pairs: Sequence[Pair]) -> list[Mark]:
    """The marks that are in none of the pairs; both in their order."""
    outside: list[Mark] = []
    index = 0
    for mark in marks:
        while index < len(pairs) and pairs[index].end <= mark.start:
            index += 1
        if index == len(pairs) or mark.end <= pairs[index].start:
            outside.append(mark)
    return outside
