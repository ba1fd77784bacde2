"""Which words of two texts are the same, in their order: near what stands in both only once, and fast."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_RUN = 3
"""So many words together stand in a text only once, mostly."""
_MOST = 90_000
"""Pairs of words that may be compared where nothing tells where to begin: more are taken for others."""

Opcode = tuple[bool, int, int, int, int]
"""Whether ``[a, b)`` of the one and ``[c, d)`` of the other are the same: the same, a, b, c, d."""


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """The stretches of two lists that are the same, and those that are not, in order, without a gap."""
    pairs: list[tuple[int, int]] = []
    at, there = 0, 0
    for first, other in (*_anchors(old, new), (len(old), len(new))):
        if first < at or other < there:
            continue
        pairs += ((at + i, there + j) for i, j in _between(old[at:first], new[there:other]))
        while first < len(old) and other < len(new) and old[first] == new[other]:
            pairs.append((first, other))
            first, other = first + 1, other + 1
        at, there = first, other
    return list(_opcodes(pairs, len(old), len(new)))


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where runs of words begin that both have once, as many as are in the same order."""
    if len(old) * len(new) <= _MOST:
        return []
    ours, theirs = _once(old), _once(new)
    return _increasing([(at, theirs[run]) for run, at in ours.items() if run in theirs])


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    runs = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    counts = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counts[run] == 1}


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, which are in order by their first, in order by their second, too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        at = bisect_left(tails, other)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [other]
        ends[at : at + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    if old and new and len(old) * len(new) <= _MOST:
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield from ((block.a + step, block.b + step) for step in range(block.size))


def _opcodes(pairs: Sequence[tuple[int, int]], ours: int, theirs: int) -> Iterator[Opcode]:
    at, there, index = 0, 0, 0
    while index < len(pairs):
        first, other = pairs[index]
        if (at, there) != (first, other):
            yield False, at, first, there, other
        length = 1
        while pairs[index + length : index + length + 1] == [(first + length, other + length)]:
            length += 1
        at, there, index = first + length, other + length, index + length
        yield True, first, at, other, there
    if at < ours or there < theirs:
        yield False, at, ours, there, theirs
