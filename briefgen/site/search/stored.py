"""What Pagefind stored, completed: with the metadata of its records, and the same bytes for the same site.

Pagefind writes the values of filters in another order each time, so that their files, whose names are hashes,
the file that names those, and the entry to all of it differ. Here they are put in order.

Its words stand in large files, and for each word of a search one or two of them are loaded. On a
large site that is most of what a search loads, so these files are parted, and a frequent word comes with few
places in each record.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from briefgen.site.search.cbor import (
    NotReadableError,
    Value,
    decode,
    encode,
    first_of,
    items_of,
    list_of,
)
from briefgen.site.search.entries import entries_in
from briefgen.site.search.errors import UnknownFormatError
from briefgen.site.search.frequent import ALL_PLACES, FEW_PLACES, with_few_places
from briefgen.site.search.packing import named, packed, unpacked
from briefgen.site.search.records import Record, RecordKind
from briefgen.site.search.shadow import added_to_fragment

ENTRY = "pagefind-entry.json"
_KNOWN = ("1.5", "1.6")
"""Versions of Pagefind whose files are known. Their form belongs to Pagefind alone: another version may read
them in another way, even where what it wrote looks as before."""
_RECORDS, _WORDS, _FILTERS = 1, 2, 3
"""Where in a language's metadata its files are listed: of records, each before its length; of words, each
behind the first and the last of them; of filters, each behind the filter's name."""
_KINDS = {
    RecordKind.BRIEF: "t",
    RecordKind.PAGE: "p",
    RecordKind.WORK: "w",
    RecordKind.PASSAGES: "w",
    RecordKind.FOOTNOTES: "n",
}
"""The texts of briefs, pages of the site itself, works, notes: what ranks above what."""
_ANY_LENGTH = 1
"""In place of how many words each record has, which was a third of what is listed of records: the dialog
asks with `pageLength: 0`, so that no length has a say. (Not 0: lengths are divided by the mean of all.)"""
_FREQUENT = 6_000
"""Bytes that a word takes by itself, from which on it is a frequent one."""
_SMALLEST, _LARGEST, _FILES = 6_000, 16_000, 2_500
"""Bytes of a file of other words, before compression: each word of a question loads one, in each language. So
many may a language have before they get larger, as the list of all comes with the first search."""


def finished(files: Mapping[str, bytes], records: Mapping[str, Record]) -> dict[str, bytes]:
    """The files of an index as the site has them.

    `records` are those that were indexed, by the addresses under which Pagefind knows them. Raises
    UnknownFormatError when the files are not what the known versions of Pagefind write.
    """
    done: dict[str, bytes] = {}
    try:
        for name, data in files.items():
            if "/" not in name and not name.endswith(".pf_meta"):
                done[name] = data
        entry = json.loads(files[ENTRY])
        version = str(entry["version"])
        if not version.startswith(tuple(f"{known}." for known in _KNOWN)):
            raise NotReadableError(f"version {version}")
        unlisted = {name for name in files if name.startswith("fragment/")}
        for language in entry["languages"].values():
            old = f"pagefind.{language['hash']}.pf_meta"
            metadata = items_of(decode(unpacked(files[old])))
            rows = [items_of(row) for row in items_of(metadata[_RECORDS])]
            unlisted -= {_fragment_path(row[0]) for row in rows}
            metadata[_RECORDS] = _record_files(rows, files, records, done)
            words = _word_files(items_of(metadata[_WORDS]), files, done, _beyond(rows))
            metadata[_WORDS] = _without_gaps(words)
            metadata[_FILTERS] = list(_filter_files(items_of(metadata[_FILTERS]), files, done))
            data = encode(metadata)
            language["hash"] = named(language["hash"], data)
            done[f"pagefind.{language['hash']}.pf_meta"] = packed(data)
        if unlisted:
            raise NotReadableError(f"records that no language lists: {', '.join(sorted(unlisted))}")
    except (LookupError, NotReadableError, TypeError, ValueError, gzip.BadGzipFile) as error:
        raise UnknownFormatError(str(error)) from error
    entry["languages"] = dict(sorted(entry["languages"].items()))
    done[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return done


def languages_of(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The languages of a finished index."""
    return tuple(json.loads(files[ENTRY])["languages"])


def _record_files(
    rows: list[list[Value]], files: Mapping[str, bytes], records: Mapping[str, Record], done: dict[str, bytes]
) -> list[Value]:
    """Named by one hash of them all and a number each.

    Hashes of their own were most of the metadata, which comes with the first search: nothing makes them
    smaller. The letter behind the number says the kind of the record, by which results are ranked before
    their texts are there.
    """
    completed = [_completed(files[_fragment_path(name)], records) for name, *_ in rows]
    common = named(str(rows[0][0]), b"".join(data for _, data in completed)) if rows else ""
    listed: list[Value] = []
    for number, ((kind, data), (_, _, *rest)) in enumerate(zip(completed, rows, strict=True)):
        name = f"{common}-{number}{_KINDS[kind]}"
        done[_fragment_path(name)] = packed(data)
        listed.append([name, _ANY_LENGTH, *rest])
    return listed


def _beyond(rows: Iterable[list[Value]]) -> int:
    """A place where none of these records has a word any more."""
    return 2 * max((length for _, length, *_ in rows if isinstance(length, int)), default=0) + 1


def _fragment_path(name: Value) -> str:
    return f"fragment/{name}.pf_fragment"


def _completed(data: bytes, records: Mapping[str, Record]) -> tuple[RecordKind, bytes]:
    fragment = json.loads(unpacked(data))
    path = fragment["url"].removeprefix("/")
    record = records[path if path in records else unquote(path)]  # 1.6 writes it as in an address
    said = json.dumps(added_to_fragment(fragment, record), ensure_ascii=False, separators=(",", ":"))
    return record.kind, said.encode()


def _without_gaps(listed: Iterable[list[Value]]) -> list[Value]:
    """Each file from where the one before it ends.

    Of a word that stands between two files, Pagefind loads all of its beginnings that are words: “a”, “an”
    and “and” for “Andes”, each of a hundred kilobytes on a large site, only to show what nobody looked for.
    """
    joined: list[Value] = []
    before = ""
    for first, last, name in listed:
        joined.append([f"{before}\0" if before else first, last, name])
        before = str(last)
    return joined


def _word_files(
    listed: list[Value], files: Mapping[str, bytes], done: dict[str, bytes], beyond: int
) -> Iterator[list[Value]]:
    """Named as the files of records are: by one hash of them all and a number each."""
    paths = [f"index/{name}.pf_index" for _, _, name in map(items_of, listed)]
    if not paths:
        return
    parts = list(_parts([unpacked(files[path]) for path in paths], beyond))
    common = named(str(items_of(listed[0])[2]), b"".join(part.data for part in parts))
    # A search without a word, by filters alone, loads the file that has the empty word, or else all of them.
    done[f"index/{common}.pf_index"] = packed(list_of([list_of([])]))
    yield ["", "", common]
    for number, part in enumerate(parts):
        name = f"{common}-{number}"
        if part.few:
            done[f"index/{name}{ALL_PLACES}.pf_index"] = packed(part.data)
            name += FEW_PLACES
        done[f"index/{name}.pf_index"] = packed(part.few or part.data)
        yield [part.first, part.last, name]


class _Part(NamedTuple):
    """A file of words: the first and the last, what it holds, and the stand-in of a frequent word."""

    first: Value
    last: Value
    data: bytes
    few: bytes = b""


def _parts(files: Iterable[bytes], beyond: int) -> Iterator[_Part]:
    parted = [entries_in(data) for data in files]
    others = sum(len(word) for words in parted for word in words if len(word) <= _FREQUENT)
    largest = min(max(others // _FILES, _SMALLEST), _LARGEST)
    for words in parted:
        for group in _grouped(words, largest):
            data = list_of([list_of(group)])
            few = b""
            if len(group[0]) > _FREQUENT:
                shortened, beyond = with_few_places(group[0], beyond)
                few = list_of([list_of([shortened])])
            yield _Part(first_of(group[0]), first_of(group[-1]), data, few)


def _grouped(words: list[bytes], largest: int) -> Iterator[list[bytes]]:
    """Words that stand side by side, as many as go into a file; a frequent one is alone."""
    group: list[bytes] = []
    size = 0
    for word in words:
        if group and (size + len(word) > largest or max(len(word), len(group[0])) > _FREQUENT):
            yield group
            group, size = [], 0
        group.append(word)
        size += len(word)
    if group:
        yield group


def _filter_files(listed: list[Value], files: Mapping[str, bytes], done: dict[str, bytes]) -> Iterator[Value]:
    for name, old in sorted((str(name), str(old)) for name, old in map(items_of, listed)):
        title, values = items_of(decode(unpacked(files[f"filter/{old}.pf_filter"])))
        data = encode([title, sorted(items_of(values), key=str)])
        new = named(old, data)
        done[f"filter/{new}.pf_filter"] = packed(data)
        yield [name, new]
