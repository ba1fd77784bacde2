"""An index, joined of its parts: as if all its records had been indexed at once.

Its words stand in files, and for each word of a search one or two of them are loaded. On a large site that is
most of what a search loads, so these files are small, and a frequent word comes with few places in each
record.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefgen.site.search.cbor import Value, decode, encode, items_of, list_at, list_head, list_of
from briefgen.site.search.entries import postings_in
from briefgen.site.search.errors import UnknownFormatError
from briefgen.site.search.frequent import ALL_PLACES, FEW_PLACES, MOST, listed
from briefgen.site.search.packing import named, packed
from briefgen.site.search.parted import IndexPart, LanguagePart, Postings
from briefgen.site.search.stored import ENTRY, shortened

_ANY_LENGTH = encode(1)
"""In place of how many words each record has, which was a third of what is listed of records: the dialog
asks with `pageLength: 0`, so that no length has a say. (Not 0: lengths are divided by the mean of all.)"""
_FREQUENT = 6_000
"""Bytes that a word takes by itself, from which on it is a frequent one."""
_SMALLEST, _LARGEST, _FILES = 6_000, 16_000, 2_500
"""Bytes of a file of other words, before compression: each word of a question loads one, in each language. So
many may a language have before they get larger, as the list of all comes with the first search."""
_NAME = 10

Pack = Callable[[bytes], bytes]
Found = list[tuple[int, Postings]]
"""The records of a word in each part that has it, and how many records stand before those of the part."""


def joined(parts: Sequence[IndexPart], pack: Pack = packed) -> dict[str, bytes]:
    """The files of an index as the site has them, but for those of records; `pack` makes such a file of what
    it holds.

    Raises UnknownFormatError where parts are not alike.
    """
    entries = {part.entry for part in parts}
    if len(entries) != 1:
        raise UnknownFormatError("parts of different versions")
    entry = json.loads(entries.pop())
    languages = sorted({language for part in parts for language in part.languages})
    files: dict[str, bytes] = {}
    met: set[str] = set()
    entry["languages"] = {}
    for part in parts:
        if not met.issuperset(part.languages):  # each language has a program of its own
            met |= part.languages.keys()
            files |= part.programs.value
    for language in languages:
        own = [part.languages[language] for part in parts if language in part.languages]
        entry["languages"][language] = _language(language, own, files, pack)
    files[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return files


def _language(
    language: str, parts: Sequence[LanguagePart], files: dict[str, bytes], pack: Pack
) -> dict[str, Value]:
    """What the entry says of a language, whose files are put among the others."""
    arounds, saids = {part.around for part in parts}, {part.said for part in parts}
    if len(arounds) != 1 or len(saids) != 1:
        raise UnknownFormatError(f"parts that say different things of {language}")
    version, *rest = items_of(decode(arounds.pop()))
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part.kinds))
    starts = offsets[:-1]
    data = list_of(
        [
            encode(version),
            list_of([row for part in parts for row in _rows(part)]),
            encode(list(_word_files(language, list(zip(starts, parts, strict=True)), files, pack))),
            encode(list(_filter_files(language, list(zip(starts, parts, strict=True)), files, pack))),
            *map(encode, rest),
        ]
    )
    name = named(language, data, _NAME)
    files[f"pagefind.{name}.pf_meta"] = pack(data)
    said = json.loads(saids.pop())
    return {"hash": name, **said, "page_count": offsets[-1]}


def _rows(part: LanguagePart) -> Iterator[bytes]:
    """Records are named by one hash of those of their part and a number each.

    Hashes of their own were most of the metadata, which comes with the first search: nothing makes them
    smaller. The letter behind the number says the kind of the record, by which results are ranked before
    their texts are there.
    """
    for number, (kind, beside) in enumerate(zip(part.kinds, part.beside, strict=True)):
        length, start = list_at(beside, 0)
        name = encode(f"{part.common}-{number}{kind}")
        yield b"".join((list_head(length + 2), name, _ANY_LENGTH, beside[start:]))


class _Part(NamedTuple):
    """A file of words: the first and the last, what it holds, and the stand-in of a frequent word."""

    first: str
    last: str
    data: bytes
    few: bytes = b""


def _word_files(
    language: str, parts: Sequence[tuple[int, LanguagePart]], files: dict[str, bytes], pack: Pack
) -> Iterator[list[Value]]:
    """Named as the files of records are; each listed from where the one before it ends.

    Of a word that stands between two files, Pagefind loads all of its beginnings that are words: “a”, “an”
    and “and” for “Andes”, each of a hundred kilobytes on a large site, only to show what nobody looked for.
    """
    made = list(_parts(list(_words(parts)), 2 * max((part.longest for _, part in parts), default=0) + 1))
    if not made:
        return
    common = named(language, b"".join(part.data for part in made))
    # A search without a word, by filters alone, loads the file that has the empty word, or else all of them.
    files[f"index/{common}.pf_index"] = pack(list_of([list_of([])]))
    yield ["", "", common]
    before = ""
    for number, part in enumerate(made):
        name = f"{common}-{number}"
        if part.few:
            files[f"index/{name}{ALL_PLACES}.pf_index"] = pack(part.data)
            name += FEW_PLACES
        files[f"index/{name}.pf_index"] = pack(part.few or part.data)
        yield [f"{before}\0" if number else part.first, part.last, name]
        before = part.last


class _Entry(NamedTuple):
    """A word as it stands in a file, and the records of which it is made, those of other spellings behind."""

    word: str
    data: bytes
    spellings: tuple[tuple[bytes, Found], ...]


def _words(parts: Sequence[tuple[int, LanguagePart]]) -> Iterator[_Entry]:
    """All words in their order."""
    found: dict[bytes, tuple[Found, dict[bytes, Found]]] = {}
    for offset, part in parts:
        for word, postings, others in part.words:
            own, spelled = found.setdefault(word, ([], {}))
            if postings[0]:
                own.append((offset, postings))
            for other, those in others:
                spelled.setdefault(other, []).append((offset, those))
    for said, word in sorted((str(decode(word)), word) for word in found):
        own, spelled = found.pop(word)
        spellings = ((word, own), *sorted(spelled.items()))
        yield _Entry(said, _entry(spellings, [_records(every) for _, every in spellings]), spellings)


def _entry(spellings: Sequence[tuple[bytes, Found]], lists: Sequence[bytes]) -> bytes:
    (word, _), *others = spellings
    rest = (b"\x82" + other + records for (other, _), records in zip(others, lists[1:], strict=True))
    return b"".join((b"\x83", word, lists[0], list_head(len(others)), *rest))


def _records(found: Found, bodies: Iterable[bytes] | None = None) -> bytes:
    """The records of a word, one after the other."""
    pieces = [list_head(sum(postings[0] for _, postings in found))]
    before = 0
    own = (postings[3] for _, postings in found)
    for (offset, (_, first, last, *_)), body in zip(found, own if bodies is None else bodies, strict=True):
        pieces += (b"\x83", encode(offset + first - before), body)
        before = offset + last
    return b"".join(pieces)


def _few(entry: _Entry, beyond: int) -> bytes:
    """A frequent word with few places. No two of its spellings have the same, nor have two words: what stands
    at one place would count as one."""
    lists = []
    for number, (_, found) in enumerate(entry.spellings):
        parts = [_shortened(postings) for _, postings in found]
        lists.append(_records(found, listed(parts, beyond + number * MOST)))
    return _entry(entry.spellings, lists)


def _shortened(postings: Postings) -> tuple[bytes, Sequence[int]]:
    count, _, _, data, few, known = postings
    if not few:
        every = [posting for posting, _ in postings_in(list_head(count) + b"\x83\x00" + data)]
        few, known = shortened(every, [posting.number for posting in every])
    return few, array("I", known)


def _parts(words: Sequence[_Entry], beyond: int) -> Iterator[_Part]:
    others = sum(len(entry.data) for entry in words if len(entry.data) <= _FREQUENT)
    largest = min(max(others // _FILES, _SMALLEST), _LARGEST)
    for group in _grouped(words, largest):
        few = b""
        if len(group[0].data) > _FREQUENT:
            few = list_of([list_of([_few(group[0], beyond)])])
            beyond += MOST * len(group[0].spellings)
        data = list_of([list_of([entry.data for entry in group])])
        yield _Part(group[0].word, group[-1].word, data, few)


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


def _filter_files(
    language: str, parts: Sequence[tuple[int, LanguagePart]], files: dict[str, bytes], pack: Pack
) -> Iterator[Value]:
    for name in sorted({name for _, part in parts for name in part.filters}):
        values: dict[str, list[Value]] = {}
        for offset, part in parts:
            for value, numbers in part.filters.get(name, {}).items():
                values.setdefault(value, []).extend(offset + number for number in numbers)
        data = encode([name, [[value, numbers] for value, numbers in sorted(values.items())]])
        file = named(language, data)
        files[f"filter/{file}.pf_filter"] = pack(data)
        yield [name, file]
