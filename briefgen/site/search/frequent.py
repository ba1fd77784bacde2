"""Words that stand nearly everywhere: to find a record and to rank it, one place in it is enough.

In Pagefind's files a word comes with every place where it stands: on a large site “the” alone takes as much
as a whole search may load, and every question that has the word would load it. A place can weigh as much as
many, though.
"""

from collections.abc import Iterator
from heapq import nlargest

from briefgen.site.search.cbor import NotReadableError, Value, items_of

FEW_PLACES, ALL_PLACES = "-few", "-all"
"""How the names of a frequent word's files end: the one that is listed, and the one with all of its places,
which the dialog asks for instead when it looks for words side by side."""
_FULL = 24
"""The weight of a word in running text; a heading's words weigh more, the parts of a compound half."""
_LEVELS = (12, 24, 72)
"""Weights of a place that stands for others. The fewer there are, the smaller the file."""
_BEST = 100
"""So many of the records in which a word weighs most have its weight as it is, for they are shown first."""
_HEAVIEST, _MOST = 240, 2
"""Weight of one place, which Pagefind keeps in a byte, and places for those best records. Twenty words in one
record are nearly all that counts: more would raise its score by a fifteenth at most."""


def with_few_places(entry: Value) -> Value:
    """The entry of a word with one or two places in each record, which weigh as much as all of them.

    An entry is the word, its records, and its other spellings with theirs. Raises NotReadableError.
    """
    word, records, spellings = items_of(entry, 3)
    others = (items_of(spelling, 2) for spelling in items_of(spellings))
    return [word, _shortened(records), [[name, _shortened(found)] for name, found in others]]


def _shortened(records: Value) -> Value:
    parts = [items_of(record, 3) for record in items_of(records)]
    weighed = [sorted(_weighed(items_of(places))) for _, places, _ in parts]
    totals = [sum(weight for _, weight in places) for places in weighed]
    best = min(nlargest(_BEST, totals), default=0)
    return [
        [number, _few(places, total, is_best=total >= best), in_metadata]
        for (number, _, in_metadata), places, total in zip(parts, weighed, totals, strict=True)
    ]


def _few(places: list[tuple[int, int]], total: int, *, is_best: bool) -> Value:
    if not places:
        return []
    weight = total if is_best else max((level for level in _LEVELS if level <= total), default=total)
    count = min(len(places), _MOST, -(-weight // _HEAVIEST))
    kept = [place for place, _ in places[:count]]
    steps = [after - before for before, after in zip([0, *kept], kept, strict=False)]
    return [-1 - min(weight // count, _HEAVIEST), *steps]


def _weighed(places: list[Value]) -> Iterator[tuple[int, int]]:
    """Places with their weights.

    A negative number is -1 less the weight of those behind it; they are counted from the one before, the
    first of a weight from 0.
    """
    weight, place = _FULL, 0
    for number in places:
        if not isinstance(number, int):
            raise NotReadableError(f"{number} where a number belongs")
        if number < 0:
            weight, place = -1 - number, 0
        else:
            place += number
            yield place, weight
