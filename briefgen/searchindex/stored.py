"""What Pagefind stored, completed: with the metadata of its records, and the same bytes for the same site.

Pagefind writes the values of filters in another order each time, so that their files, whose names are hashes,
the file that names those, and the entry to all of it differ. Here they are put in order.
"""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha1

from briefgen.searchindex.cbor import NotReadableError, Value, decode, encode
from briefgen.searchindex.errors import SearchIndexError
from briefgen.searchindex.records import Record
from briefgen.searchindex.shadow import added_to_fragment

ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
"""With it begins each file of an index, inside its compression."""
_FILTERS = 3
"""Where in the list that is a language's metadata its filters stand, each a name and a hash."""


def finished(files: Mapping[str, bytes], records: Mapping[str, Record]) -> dict[str, bytes]:
    """The files of an index as the site has them.

    `records` are those that were indexed, by the addresses under which Pagefind knows them. Raises
    SearchIndexError when the files are not what the supported versions of Pagefind write.
    """
    try:
        done = {
            name: _fragment(data, records) if name.startswith("fragment/") else data
            for name, data in files.items()
            if not name.startswith("filter/")
        }
        entry = json.loads(files[ENTRY])
        for language in entry["languages"].values():
            _put_in_order(files, done, language)
    except (LookupError, NotReadableError, TypeError, ValueError, gzip.BadGzipFile) as error:
        raise SearchIndexError(f"Pagefind wrote an index that is not known here: {error}") from error
    entry["languages"] = dict(sorted(entry["languages"].items()))
    done[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return done


def languages_of(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The languages of a finished index."""
    return tuple(json.loads(files[ENTRY])["languages"])


def _fragment(data: bytes, records: Mapping[str, Record]) -> bytes:
    fragment = json.loads(_unpacked(data))
    record = records[fragment["url"].removeprefix("/")]
    completed = added_to_fragment(fragment, record)
    return _packed(json.dumps(completed, ensure_ascii=False, separators=(",", ":")).encode())


def _put_in_order(files: Mapping[str, bytes], done: dict[str, bytes], language: dict[str, str]) -> None:
    old = language["hash"]
    metadata = _list(decode(_unpacked(done.pop(f"pagefind.{old}.pf_meta"))))
    filters: list[Value] = []
    named = [(str(name), str(file)) for name, file in map(_list, _list(metadata[_FILTERS]))]
    for name, old_filter in sorted(named):
        title, values = _list(decode(_unpacked(files[f"filter/{old_filter}.pf_filter"])))
        data = encode([title, sorted(_list(values), key=str)])
        new_filter = _named(old_filter, data)
        done[f"filter/{new_filter}.pf_filter"] = _packed(data)
        filters.append([name, new_filter])
    metadata[_FILTERS] = filters
    data = encode(metadata)
    language["hash"] = _named(old, data)
    done[f"pagefind.{language['hash']}.pf_meta"] = _packed(data)


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise NotReadableError(f"{value} where a list belongs")
    return value


def _named(old: str, data: bytes) -> str:
    """The name of a file by its content, as long as Pagefind's own."""
    prefix, _, old_hash = old.rpartition("_")
    return f"{prefix}_{sha1(_SIGNATURE + data, usedforsecurity=False).hexdigest()[: len(old_hash)]}"


def _unpacked(data: bytes) -> bytes:
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise NotReadableError("a file without its signature")
    return plain.removeprefix(_SIGNATURE)


def _packed(data: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + data, mtime=0)
