"""Finding the passage most like a text: a guess, good for explaining and for nothing else."""

from collections import Counter
from difflib import SequenceMatcher

# Grams of 8 characters first, 12 of them spread over the needle; and so on.
_GRAMS = ((8, 12), (5, 8), (3, 6))
# Three characters say something of a short needle only, and of scripts that need no more for a word.
_SHORT = 24
_COMMON = 50
_BUCKET = 32
_MARGIN = 40
_LIKE_ENOUGH = 0.6
_COMPARED = 200


def nearest_window(needle: str, text: str) -> tuple[int, int] | None:
    """The stretch ``[start, end)`` of the folded `text` most like the folded `needle`, with a margin.

    Grams of the needle vote for the place it would stand at; a shorter gram is tried where the longer
    ones point at nothing like it. None when no gram of the needle stands in the text.
    """
    best: tuple[float, int] | None = None
    for size, count in _GRAMS:
        if size == 3 and len(needle) > _SHORT:
            break
        start = _voted_start(needle, text, size, count)
        if start is None:
            continue
        likeness = _likeness(needle, text[start : start + len(needle)])
        if best is None or likeness > best[0]:
            best = likeness, start
        if likeness >= _LIKE_ENOUGH:
            break
    if best is None:
        return None
    margin = _MARGIN + min(len(needle) // 4, 4 * _MARGIN)
    return max(best[1] - margin, 0), min(best[1] + len(needle) + margin, len(text))


def _voted_start(needle: str, text: str, size: int, count: int) -> int | None:
    """Where most of `count` grams of `size` would have the needle start."""
    last = len(needle) - size
    if last < 0:
        return None
    offsets = {last * index // max(count - 1, 1) for index in range(count)}
    votes: Counter[int] = Counter()
    starts: dict[int, int] = {}
    for offset in sorted(offsets):
        for place in _places(needle[offset : offset + size], text):
            start = place - offset
            starts.setdefault(start // _BUCKET, start)
            # Words more or fewer shift what the later grams vote for into the bucket beside.
            votes.update({start // _BUCKET: 2, start // _BUCKET - 1: 1, start // _BUCKET + 1: 1})
    ranked = max(starts, key=lambda bucket: votes[bucket], default=None)
    return None if ranked is None else max(starts[ranked], 0)


def _places(gram: str, text: str) -> list[int]:
    """Where the gram stands; nothing for a gram so common that it says nothing."""
    places: list[int] = []
    place = text.find(gram)
    while place >= 0:
        places.append(place)
        if len(places) > _COMMON:
            return []
        place = text.find(gram, place + 1)
    return places


def _likeness(one: str, other: str) -> float:
    """From 0 to 1, by the letters the beginnings of both have in the same order."""
    return SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False).ratio()
