"""The entries of words as Pagefind writes them, read where they stand.

An entry is a list of the word, its records, and its other spellings with theirs; a record is a list of its
number, the places of the word, and those in its metadata. On a large site that is millions of numbers, of
which next to none matters by itself: so expressions pass over them, and no value is made of each.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefgen.site.search.cbor import LIST, NEGATIVE, NUMBER, NotReadableError, behind_text, list_at


def _headed(kind: int) -> bytes:
    """An expression of the head of a value: the number in it, or how long the one behind it is."""
    first = kind << 5
    longer = (
        rb"\x%02x.{%d}" % (first + code, length) for code, length in ((24, 1), (25, 2), (26, 4), (27, 8))
    )
    return rb"(?:[\x%02x-\x%02x]|%b)" % (first, first + 23, b"|".join(longer))


_PLAIN, _HEAD = _headed(NUMBER), _headed(LIST)
_WEIGHT = _headed(NEGATIVE)
_ANY = rb"(?:%b|%b)" % (_PLAIN, _WEIGHT)
_RECORD = rb"\x83(%b)%b((?>%b?))((?>%b*))((?>%b*))(%b(?>%b*))" % (
    _PLAIN,
    _HEAD,
    _WEIGHT,
    _PLAIN,
    _ANY,
    _HEAD,
    _ANY,
)
_ONE = re.compile(_RECORD, re.DOTALL)
_ALL = re.compile(rb"%b(?>(?:%b)*)" % (_HEAD, _RECORD.replace(b"(\\", b"(?:\\")), re.DOTALL)


class Posting(NamedTuple):
    """A record of a word, by its bytes: its number, its places, and those in its metadata.

    `first` are those places that have the first `weight`, none where that is not said; `others` are all that
    follow, with their weights before them.
    """

    number: bytes
    weight: bytes
    first: bytes
    others: bytes
    in_metadata: bytes


def entries_in(data: bytes) -> list[bytes]:
    """The entries of a file of words, as they stand there. Raises NotReadableError."""
    files, start = list_at(data, 0)
    number, start = list_at(data, start)
    entries: list[bytes] = []
    for _ in range(number):
        _, end = records_of(data, start)
        entries.append(data[start:end])
        start = end
    if files != 1 or start != len(data):
        raise NotReadableError(f"{files} lists of words, {len(data) - start} bytes behind the first")
    return entries


def records_of(data: bytes, start: int = 0) -> tuple[list[tuple[int, int]], int]:
    """Where in an entry the lists of records stand, that of the word first, and where the entry ends.

    Raises NotReadableError.
    """
    place = behind_text(data, _listed(data, start, 3))
    lists = [(place, _end_of_records(data, place))]
    number, place = list_at(data, lists[0][1])
    for _ in range(number):
        place = behind_text(data, _listed(data, place, 2))
        lists.append((place, _end_of_records(data, place)))
        place = lists[-1][1]
    return lists, place


def spellings_in(entry: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The word of an entry and its other spellings, each with its list of records.

    Raises NotReadableError.
    """
    lists, _ = records_of(entry)
    place = 0
    for number, (start, end) in enumerate(lists):
        yield entry[place + 1 : start], entry[start:end]  # behind the head of a short list
        place = end if number else list_at(entry, end)[1]


def postings_in(records: bytes) -> Iterator[tuple[Posting, bytes]]:
    """The records of a list of them, and all of each that stands behind its number."""
    _, start = list_at(records, 0)
    for found in _ONE.finditer(records, start):
        yield Posting(*found.groups()), records[found.end(1) : found.end()]


numbers_in: Callable[[bytes], list[bytes]] = re.compile(_ANY, re.DOTALL).findall
"""The numbers that stand side by side."""


def _listed(data: bytes, start: int, length: int) -> int:
    """Where the values of a list of this length begin. Raises NotReadableError."""
    number, place = list_at(data, start)
    if number != length:
        raise NotReadableError(f"a list of {number} where one of {length} belongs")
    return place


def _end_of_records(data: bytes, start: int) -> int:
    found = _ALL.match(data, start)
    if found is None:
        raise NotReadableError("no list of records")
    return found.end()
