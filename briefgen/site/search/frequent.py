"""Words that stand nearly everywhere: to find a record and to rank it, what they weigh in it is enough.

In Pagefind's files a word comes with every place where it stands: on a large site “the” alone takes as much
as a whole search may load, and every question that has the word would load it. A place can weigh as much as
many, though, and where a word stands the dialog reads in the text of a result.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefgen.site.search.cbor import decode, encode, list_of
from briefgen.site.search.entries import Posting, numbers_in

FEW_PLACES, ALL_PLACES = "-few", "-all"
"""How the names of a frequent word's files end: the one that is listed, and the one with all of its places,
which the dialog asks for instead when it looks for words side by side."""
_FULL = 24
"""The weight of a word in running text; a heading's words weigh more, the parts of a compound half."""
_LEVELS = (12, 24, 72)
"""Weights of a place that stands for others. The fewer there are, the smaller the file."""
_BEST = 100
"""So many of the records in which a word weighs most have its weight as it is, for they are shown first."""
_HEAVIEST, MOST = 240, 2
"""Weight of one place, which Pagefind keeps in a byte, and places for those best records. Twenty words in one
record are nearly all that counts: more would raise its score by a fifteenth at most."""


def few_places(posting: Posting) -> tuple[bytes, int | None]:
    """What stands behind the number of a record with one place that weighs nearly as much as all of them, and
    what `listed` has to know of it: None where the word has no place in the record.

    It is no place of a record, which would be most of the file.
    """
    found = _places(posting)
    if not found.number:
        return list_of([]) + posting.in_metadata, None
    return _few(found.weight, posting.in_metadata), found.weight * 2 + (found.number > 1)


@lru_cache(maxsize=1 << 12)
def _few(weight: int, in_metadata: bytes) -> bytes:
    """Of many records the same."""
    return list_of([_level(weight), _BEYOND]) + in_metadata


def heaviest(known: Sequence[int]) -> list[int]:
    """Of what is known of the records of a word, all that `least_of_best` looks at."""
    return sorted(known, reverse=True)[:_BEST]


def least_of_best(every: Sequence[int]) -> int:
    """What a word weighs in the last of the records in which it weighs most, given what is known of all."""
    return min(heaviest(every), default=0) >> 1


def listed(data: bytes, every: Sequence[int], best: int, beyond: int) -> bytes:
    """Records of a frequent word with few places, which are the same ones in all of them: from `beyond` on,
    where no record has a word, `MOST` of them. Those in which it weighs as much as in the `best` have two."""
    place = _as_number(beyond)
    if not every or max(every) >> 1 < best:
        return data.replace(_BEYOND, place)
    pieces = data.split(_BEYOND)
    for number in [number for number, known in enumerate(every) if known >> 1 >= best]:
        weight, has_more = every[number] >> 1, every[number] & 1
        count = min(1 + has_more, -(-weight // _HEAVIEST)) or 1
        steps = [_as_number(-1 - min(weight // count, _HEAVIEST)), *[_ONE_ON] * count]
        head, exact = list_of(steps)[:1], steps[0]
        pieces[number] = pieces[number][: -1 - len(_level(weight))] + head + exact
        pieces[number + 1] = _ONE_ON * (count - 1) + pieces[number + 1]
    return place.join(pieces)


@lru_cache(maxsize=1 << 12)
def _level(weight: int) -> bytes:
    level = max((level for level in _LEVELS if level <= weight), default=weight)
    return _as_number(-1 - min(level, _HEAVIEST))


class _Places(NamedTuple):
    """The places of a word in a record: how many, and what they weigh together."""

    number: int
    weight: int


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
_ONE_ON = encode(1)
_BEYOND = b"\x1b" + b"\xff" * 8
"""Stands for a place that is not known yet: a number as no index has any."""
