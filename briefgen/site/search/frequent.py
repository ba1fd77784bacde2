"""Words that stand nearly everywhere: to find a record and to rank it, what they weigh in it is enough.

In Pagefind's files a word comes with every place where it stands: on a large site “the” alone takes as much
as a whole search may load, and every question that has the word would load it. A place can weigh as much as
many, though, and where a word stands the dialog reads in the text of a result.
"""

from collections.abc import Iterator
from functools import lru_cache
from heapq import nlargest
from typing import NamedTuple

from briefgen.site.search.cbor import decode, encode, list_of
from briefgen.site.search.entries import Posting, numbers_in, postings_in, records_of

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


def with_few_places(entry: bytes, beyond: int) -> tuple[bytes, int]:
    """The entry of a word with one or two places in each record, which weigh as much as all of them.

    They are no places of a record, which would be most of the file: the same ones in all of them, from
    `beyond` on, where no record has a word. With them comes the first place that is still free, for the next
    word: two words at one place would count as one. Raises NotReadableError.
    """
    parts: list[bytes] = []
    before = 0
    lists, end = records_of(entry)
    for start, behind in lists:
        parts += (entry[before:start], _shortened(entry[start:behind], beyond))
        before = behind
        beyond += _MOST
    return b"".join((*parts, entry[before:end])), beyond


def _shortened(records: bytes, beyond: int) -> bytes:
    postings = list(postings_in(records))
    found = [_places(one) for one in postings]
    best = min(nlargest(_BEST, (places.weight for places in found)), default=0)
    return list_of(
        [
            b"\x83%b%b%b" % (one.number, _few(places, beyond, is_best=places.weight >= best), one.in_metadata)
            for one, places in zip(postings, found, strict=True)
        ]
    )


class _Places(NamedTuple):
    """The places of a word in a record: how many, and what they weigh together."""

    number: int
    weight: int


def _few(places: _Places, beyond: int, *, is_best: bool) -> bytes:
    if not places.number:
        return list_of([])
    total = places.weight
    weight = total if is_best else max((level for level in _LEVELS if level <= total), default=total)
    count = min(places.number, _MOST, -(-weight // _HEAVIEST))
    steps = [_as_number(beyond), *[_as_number(1)] * (count - 1)]
    return list_of([_as_number(-1 - min(weight // count, _HEAVIEST)), *steps])


def _places(posting: Posting) -> _Places:
    steps = numbers_in(posting.first)
    if not posting.others:
        weight = -1 - _number(posting.weight) if posting.weight else _FULL
        return _Places(len(steps), weight * len(steps))
    weights = list(_weights(numbers_in(posting.weight + posting.first + posting.others)))
    return _Places(len(weights), sum(weights))


def _weights(numbers: list[bytes]) -> Iterator[int]:
    """Of each place its weight: a negative number is -1 less that of those behind it."""
    weight = _FULL
    for number in map(_number, numbers):
        if number < 0:
            weight = -1 - number
        else:
            yield weight


@lru_cache(maxsize=1 << 12)
def _number(data: bytes) -> int:
    value = decode(data)
    assert isinstance(value, int)
    return value


_as_number = lru_cache(maxsize=1 << 12)(encode)
