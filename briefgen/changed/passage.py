"""Where quoted words stand in a later capture of their work, and what became of their sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefgen.changed.align import aligned
from briefgen.changed.differences import Beside
from briefgen.changed.sentence import sentence_at
from briefgen.changed.worded import Worded, worded
from briefgen.matching.haystack import Haystack, prepare
from briefgen.matching.lookup import find
from briefgen.model.capture import Capture
from briefgen.model.since import Fate, Since

_AROUND = 240
"""So much before a passage, and behind it, tells where to look for it."""
_RUN = 3
_SHORTEST = 6
_MOST_RUNS = 60
_MOST_PLACES = 30
_NEAR = 400
_CANDIDATES = 4
_APART = 25
_LIKE = 0.5
"""Of a sentence so much has to stand in another one, for that to be what became of it."""


@dataclass(frozen=True, slots=True)
class _Placed:
    fate: Fate
    range: tuple[int, int] | None = None


def since(old: Capture, ranges: Sequence[tuple[int, int]], new: Capture, haystack: Haystack) -> Since:
    """What became of quoted stretches of a capture in a later one, which is ready to be searched."""
    placed = [_placed(old, one, new, haystack) for one in ranges]
    fates = [one.fate for one in placed]
    fate = max(fates, key=list(Fate).index, default=Fate.GONE)
    if fate is Fate.GONE and any(one is not Fate.GONE for one in fates):
        fate = Fate.CHANGED
    return Since(new.number, fate, tuple(one.range for one in placed))


def sentences_beside(
    old: Capture, ranges: Sequence[tuple[int, int]], new: Capture, found: Since
) -> tuple[tuple[tuple[int, int], tuple[int, int] | None], ...]:
    """The sentences of quoted stretches, each beside what it is in the later capture, or None."""
    pairs: list[tuple[tuple[int, int], tuple[int, int] | None]] = []
    for quoted, place in sorted(zip(ranges, found.ranges, strict=True)):
        here = sentence_at(old, quoted).within
        there = sentence_at(new, place).within if place else None
        if pairs and here[0] < pairs[-1][0][1]:
            before, beside = pairs.pop()
            here = min(before[0], here[0]), max(before[1], here[1])
            if there and beside:
                there = min(beside[0], there[0]), max(beside[1], there[1])
            there = there or beside
        pairs.append((here, there))
    return tuple(pairs)


def _placed(old: Capture, quoted: tuple[int, int], new: Capture, haystack: Haystack) -> _Placed:
    stretch = sentence_at(old, quoted)
    hits, _ = find(old.text[stretch.start : stretch.end], haystack)
    if hits:
        whole = haystack.source_range(hits[0].start, hits[0].end)
        return _Placed(Fate.STANDS, _of_words(old.text[slice(*quoted)], new, whole))
    ours = worded(old.text, stretch.start, stretch.end, old.language)
    near = _like(old, (stretch.start, stretch.end), new, haystack)
    if near is None or not ours.words:
        return _Placed(Fate.GONE)
    shown = sentence_at(new, near)
    first, last = shown.start if stretch.begins else near[0], shown.end if stretch.ends else near[1]
    both = Beside(old.text, new.text, ours, worded(new.text, first, last, new.language))
    words = ours.within(*quoted)
    place = both.place(words)
    changes = list(both.changes(words))
    touched = any(changes)
    if both.share() < _LIKE and (touched or place is None):
        return _Placed(Fate.GONE)
    if not changes:
        return _Placed(Fate.STANDS, place)
    return _Placed(Fate.CHANGED if touched else Fate.AROUND, place or (first, last))


def _of_words(quoted: str, new: Capture, within: tuple[int, int]) -> tuple[int, int]:
    """Where quoted words stand in a stretch of a capture that has them."""
    small = prepare(new.text[slice(*within)], new.language)
    hits, _ = find(quoted, small)
    if not hits:
        return within
    first, last = small.source_range(hits[0].start, hits[0].end)
    return within[0] + first, within[0] + last


def _like(old: Capture, own: tuple[int, int], new: Capture, haystack: Haystack) -> tuple[int, int] | None:
    """The stretch of the new capture that has most words of a passage of the old one in their order."""
    low, high = max(own[0] - _AROUND, 0), min(own[1] + _AROUND, len(old.text))
    window = worded(old.text, low, high, old.language)
    first, last = window.within(*own)
    best, most = None, 0
    for start, end in islice(_candidates(window, haystack), _CANDIDATES):
        theirs = worded(new.text, start, end, new.language)
        met = [
            (at, place)
            for same, a, b, c, _ in aligned(window.keys, theirs.keys)
            if same
            for at, place in zip(range(a, b), range(c, c + b - a), strict=True)
            if first <= at < last
        ]
        for group in _together(met):
            kept = sum(window.words[at].is_spoken for at, _ in group)
            if kept > most:
                most = kept
                best = theirs.words[group[0][1]].start, theirs.words[group[-1][1]].end
    return best


def _together(met: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Words that were met, in groups that stand near each other: others belong to other sentences."""
    group: list[tuple[int, int]] = []
    for one in met:
        if group and one[1] - group[-1][1] > _APART:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _candidates(window: Worded, haystack: Haystack) -> Iterator[tuple[int, int]]:
    """Stretches of the new text that have runs of words of a window, those with most of them first."""
    words, length = window.words, len(haystack.folded.text)
    step = max(1, len(words) // _MOST_RUNS)
    found: list[tuple[int, int]] = []
    for at in range(0, max(1, len(words) - _RUN + 1), step):
        run = words[at : at + _RUN]
        text = window.folded[run[0].at : run[-1].at + len(run[-1].key)] if run else ""
        if len(text) >= _SHORTEST:
            places = islice(haystack.places.of(text), _MOST_PLACES)
            found += ((place - run[0].at, at) for place in places)
    found.sort()
    groups: list[list[tuple[int, int]]] = []
    for one in found:
        if groups and one[0] - groups[-1][-1][0] <= _NEAR:
            groups[-1].append(one)
        else:
            groups.append([one])
    groups.sort(key=lambda group: (-len({at for _, at in group}), group[0]))
    for group in groups:
        low, high = max(group[0][0] - _AROUND, 0), min(group[-1][0] + len(window.folded) + _AROUND, length)
        if low < high:
            yield haystack.source_range(low, high)
