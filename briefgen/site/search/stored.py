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
from briefgen.site.search.packing import named, packed, plain_size, unpacked
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
_LARGEST = 16_000
"""Bytes of a file of words before compression. A word that needs more by itself is a frequent one."""
_SMALLEST, _FILES = 6_000, 2_500
"""Of a small site the files are smaller: each word of a question loads one, in each language. So many of them
may a language have before they get larger, as the list of all of them comes with the first search."""


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
            metadata[_WORDS] = _without_gaps(_word_files(items_of(metadata[_WORDS]), files, done))
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
    for number, ((kind, data), (_, *rest)) in enumerate(zip(completed, rows, strict=True)):
        name = f"{common}-{number}{_KINDS[kind]}"
        done[_fragment_path(name)] = packed(data)
        listed.append([name, *rest])
    return listed


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
    listed: list[Value], files: Mapping[str, bytes], done: dict[str, bytes]
) -> Iterator[list[Value]]:
    # A search without a word, by filters alone, loads the file that has the empty word, or else all of them.
    nothing = list_of([list_of([])])
    for _, _, name in map(items_of, listed[:1]):
        new = named(str(name), nothing)
        done[f"index/{new}.pf_index"] = packed(nothing)
        yield ["", "", new]
    paths = {str(name): f"index/{name}.pf_index" for _, _, name in map(items_of, listed)}
    largest = min(max(sum(plain_size(files[path]) for path in paths.values()) // _FILES, _SMALLEST), _LARGEST)
    for first, last, name in map(items_of, listed):
        path = paths[str(name)]
        data = unpacked(files[path])
        if len(data) <= largest:
            done[path] = files[path]
            yield [first, last, name]
            continue
        for group in _grouped(entries_in(data), largest):
            part = list_of([list_of(group)])
            new = named(str(name), part)
            if len(group[0]) > _LARGEST:
                done[f"index/{new}{ALL_PLACES}.pf_index"] = packed(part)
                new += FEW_PLACES
                part = list_of([list_of([with_few_places(group[0])])])
            done[f"index/{new}.pf_index"] = packed(part)
            yield [first_of(group[0]), first_of(group[-1]), new]


def _grouped(words: list[bytes], largest: int) -> Iterator[list[bytes]]:
    """Words that stand side by side, as many as go into a file."""
    group: list[bytes] = []
    size = 0
    for word in words:
        if group and size + len(word) > largest:
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
