"""The files of words of an index: words that stand side by side in one, a frequent one by itself.

Where a page changes, so does what is said of every word on it. So the file of a frequent word is packed by
pieces, of which one changes, and of what is said with few places no more is made.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from briefgen.site.search.cbor import decode, encode, list_head, list_of
from briefgen.site.search.entries import postings_in
from briefgen.site.search.frequent import MOST, least_of_best, listed
from briefgen.site.search.packing import PIECE, Keep, packed_of, packed_once, piece, unpacked_piece
from briefgen.site.search.parted import LanguagePart, Postings
from briefgen.site.search.stored import shortened

_FREQUENT = 6_000
"""Bytes that a word takes by itself, from which on it is a frequent one."""
_SMALLEST, _LARGEST, _FILES = 6_000, 16_000, 2_500
"""Bytes of a file of other words, before compression: each word of a question loads one, in each language. So
many may a language have before they get larger, as the list of all comes with the first search."""
_ALONE = list_of([list_of([b""])])
"""What stands before a word that is alone in its file."""

Found = list[tuple[int, Postings]]
"""The records of a word in each part that has it, and how many records stand before those of the part."""


class WordFile(NamedTuple):
    """A file of words: the first and the last, what it holds, and the file; or those of a frequent word, that
    with all places and that with few."""

    first: str
    last: str
    data: bytes
    file: bytes
    few: bytes = b""


class _Stretch(NamedTuple):
    """The records of one spelling of a word in the part of this number, and what stands before them."""

    part: int
    before: bytes
    spelling: int
    postings: Postings


class _Entry(NamedTuple):
    """A word as it stands in a file: its stretches, and what stands behind the last."""

    word: str
    data: bytes
    stretches: Sequence[_Stretch]
    end: bytes


def _words(parts: Sequence[tuple[int, LanguagePart]]) -> Iterator[_Entry]:
    """All words in their order."""
    found: dict[bytes, tuple[Found, dict[bytes, Found]]] = {}
    numbers = {offset: number for number, (offset, _) in enumerate(parts)}
    for offset, part in parts:
        for word, postings, others in part.words:
            own, spelled = found.setdefault(word, ([], {}))
            if postings[0]:
                own.append((offset, postings))
            for other, those in others:
                spelled.setdefault(other, []).append((offset, those))
    for said, word in sorted((str(decode(word)), word) for word in found):
        own, spelled = found.pop(word)
        yield _entry(said, ((word, own), *sorted(spelled.items())), numbers)


def _entry(said: str, spellings: Sequence[tuple[bytes, Found]], numbers: Mapping[int, int]) -> _Entry:
    """A word with its records, and its other spellings with theirs."""
    stretches: list[_Stretch] = []
    before = b""
    for number, (spelling, found) in enumerate(spellings):
        count = list_head(sum(postings[0] for _, postings in found))
        before = b"".join((before, b"\x82" if number else b"\x83", spelling, count))
        last = 0
        for offset, postings in found:
            before += b"\x83" + encode(offset + postings[1] - last)
            stretches.append(_Stretch(numbers[offset], before, number, postings))
            before, last = b"", offset + postings[2]
        if not number:
            before += list_head(len(spellings) - 1)
    data = [part for one in stretches for part in (one.before, one.postings[3])]
    return _Entry(said, b"".join((*data, before)), stretches, before)


class _Packing:
    """Packs files of words of an index of so many parts, those of a frequent word by pieces."""

    def __init__(self, parts: int, keep: Keep) -> None:
        self._parts = parts
        self._keep = keep

    def file(self, data: bytes) -> bytes:
        """A file that holds this."""
        return packed_once(data, self._keep)

    def all_places(self, entry: _Entry) -> bytes:
        """The file of a word with all of its places."""
        pieces, sizes = [], [len(one.postings[3]) for one in entry.stretches]
        for start, stop in self._runs(entry.stretches, sizes, PIECE):
            end = entry.end if stop == len(entry.stretches) else b""
            run = entry.stretches[start:stop]
            data = b"".join((*(part for one in run for part in (one.before, one.postings[3])), end))
            name = sha256(b"all places" + data).digest()
            pieces.append((self._keep(name, partial(piece, data)), data))
        return packed_of([(piece(_ALONE), _ALONE), *pieces])

    def few_places(self, entry: _Entry, beyond: int) -> bytes:
        """The same with few. No two of its spellings have the same, nor have two words: what stands at one
        place would count as one."""
        few = [_shortened(one.postings) for one in entry.stretches]
        weights: dict[int, array[int]] = {}
        for one, (_, _, most) in zip(entry.stretches, few, strict=True):
            weights.setdefault(one.spelling, array("I")).frombytes(most)
        best = {spelling: least_of_best(every) for spelling, every in weights.items()}
        pieces, sizes = [], [len(data) for data, _, _ in few]
        for start, stop in self._runs(entry.stretches, sizes, 2 * PIECE):
            told = [
                (one.before, data, known, best[one.spelling], beyond + MOST * one.spelling)
                for one, (data, known, _) in zip(entry.stretches[start:stop], few[start:stop], strict=True)
            ]
            end = entry.end if stop == len(few) else b""
            name = sha256(b"few places" + b"".join(map(_named, told)) + end).digest()
            packed = self._keep(name, partial(_few_places, told, end))
            pieces.append((packed, unpacked_piece(packed)))
        return packed_of([(piece(_ALONE), _ALONE), *pieces])

    def _runs(
        self, stretches: Sequence[_Stretch], sizes: Sequence[int], least: int
    ) -> Iterator[tuple[int, int]]:
        """From which to which stretch each piece reaches: so many parts go into one that it is large enough,
        by their numbers, so that one that grows moves no other piece."""
        steps: dict[int, int] = {}
        for spelling in {one.spelling for one in stretches}:
            size = sum(size for one, size in zip(stretches, sizes, strict=True) if one.spelling == spelling)
            steps[spelling] = 1
            while steps[spelling] * size < least * self._parts and steps[spelling] < self._parts:
                steps[spelling] *= 2
        start = 0
        for number in range(1, len(stretches)):
            before, one = stretches[number - 1], stretches[number]
            step = steps[one.spelling]
            if before.spelling != one.spelling or before.part // step != one.part // step:
                yield start, number
                start = number
        yield start, len(stretches)


_Few = tuple[bytes, bytes, bytes, int, int]
"""What stands before records, these with few places, what is known of them, and what `listed` is told."""


def _named(told: _Few) -> bytes:
    before, data, known, best, beyond = told
    lengths = b"%d %d %d %d %d " % (len(before), len(data), len(known), best, beyond)
    return b"".join((lengths, before, data, known))


def _few_places(every: Sequence[_Few], end: bytes) -> bytes:
    parts = [
        part
        for before, data, known, best, beyond in every
        for part in (before, listed(data, array("I", known), best, beyond))
    ]
    return piece(b"".join((*parts, end)))


def _shortened(postings: Postings) -> tuple[bytes, bytes, bytes]:
    count, _, _, data, few, known, most = postings
    if few:
        return few, known, most
    every = [posting for posting, _ in postings_in(list_head(count) + b"\x83\x00" + data)]
    return shortened(every, [posting.number for posting in every])


def word_files(parts: Sequence[tuple[int, LanguagePart]], keep: Keep) -> Iterator[WordFile]:
    """The files of a language's words in their order, given its parts, each with how many records stand
    before it."""
    words, packing = list(_words(parts)), _Packing(len(parts), keep)
    beyond = 2 * max((part.longest for _, part in parts), default=0) + 1
    others = sum(len(entry.data) for entry in words if len(entry.data) <= _FREQUENT)
    largest = min(max(others // _FILES, _SMALLEST), _LARGEST)
    for group in _grouped(words, largest):
        first, last = group[0], group[-1]
        data = list_of([list_of([entry.data for entry in group])])
        if len(first.data) > _FREQUENT:
            few = packing.few_places(first, beyond)
            beyond += MOST * (1 + max(one.spelling for one in first.stretches))
            yield WordFile(first.word, last.word, data, packing.all_places(first), few)
        else:
            yield WordFile(first.word, last.word, data, packing.file(data))


def _grouped(words: Iterable[_Entry], largest: int) -> Iterator[list[_Entry]]:
    """Words that stand side by side, as many as go into a file; a frequent one is alone."""
    group: list[_Entry] = []
    size = 0
    for word in words:
        length = len(word.data)
        if group and (size + length > largest or max(length, len(group[0].data)) > _FREQUENT):
            yield group
            group, size = [], 0
        group.append(word)
        size += length
    if group:
        yield group
