"""Words that stand nearly everywhere: of all their places in a record, one is enough to find it.

In Pagefind's files a word comes with every place where it stands: in four thousand briefs “the” takes 300 KB,
which every question that has the word would load. What finds a record, and its rank, needs no places but
their number.
"""

from collections.abc import Iterator

from briefgen.searchindex.cbor import NotReadableError, Value, items_of

ONE_PLACE, ALL_PLACES = "-one", "-all"
"""How the names of a frequent word's files end: the one that is listed, and the one with all of its places,
which the dialog asks for instead when it looks for words side by side."""
_FULL = 24
"""The weight of a word in running text; a heading's words weigh more."""
_LEVELS = (12, 24, 72)
"""Weights that are written: half a compound, a word, a word that stands there often. The fewer, the smaller
the file; and two of the largest still fit into the byte in which Pagefind adds them up."""


def with_one_place(entry: Value) -> Value:
    """The entry of a word with its first place in each record, which weighs as much as all of them.

    An entry is the word, its records, and its other spellings with theirs. Raises NotReadableError.
    """
    word, records, spellings = items_of(entry, 3)
    others = (items_of(spelling, 2) for spelling in items_of(spellings))
    return [
        word,
        [_shortened(record) for record in items_of(records)],
        [[name, [_shortened(record) for record in items_of(found)]] for name, found in others],
    ]


def _shortened(record: Value) -> Value:
    number, places, in_metadata = items_of(record, 3)
    weighed = list(_weighed(items_of(places)))
    if not weighed:
        return record
    total = sum(weight for _, weight in weighed)
    level = max((level for level in _LEVELS if level <= total), default=_LEVELS[0])
    return [number, [-1 - level, weighed[0][0]], in_metadata]


def _weighed(places: list[Value]) -> Iterator[tuple[int, int]]:
    """Places with their weights: a negative number is -1 less the weight of those behind it."""
    weight = _FULL
    for place in places:
        if not isinstance(place, int):
            raise NotReadableError(f"{place} where a number belongs")
        if place < 0:
            weight = -1 - place
        else:
            yield place, weight
