"""What Pagefind stored of some records, as a part of an index: the same bytes for the same records.

Pagefind numbers records in the order in which its folder happens to have their files, and writes the values
of filters in another one each time. Here both are put in order.
"""

import gzip
import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from briefgen.disk.hashes import sha256_of
from briefgen.later import Later
from briefgen.site.search.cbor import (
    NotReadableError,
    Value,
    decode,
    encode,
    items_of,
)
from briefgen.site.search.entries import Posting, entries_in, postings_in, spellings_in
from briefgen.site.search.errors import UnknownFormatError
from briefgen.site.search.frequent import few_places, heaviest
from briefgen.site.search.packing import named, packed, unpacked
from briefgen.site.search.parted import IndexPart, LanguagePart, Postings, Word
from briefgen.site.search.records import Record, RecordKind
from briefgen.site.search.shadow import added_to_fragment, address_of

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
_OFTEN = 60
"""Bytes of a word's records from which on it may be a frequent one of the site."""
_NAME = 10
"""Letters of the hash in names that many files share."""


def part_of(
    files: Mapping[str, bytes], records: Mapping[str, Record], counted: Mapping[str, Mapping[str, int]]
) -> IndexPart:
    """What Pagefind wrote of `records`, which are known by the addresses under which Pagefind knows them.

    `counted` are the words of each language. Raises UnknownFormatError when the files are not what the known
    versions of Pagefind write.
    """
    try:
        entry = json.loads(files[ENTRY])
        version = str(entry["version"])
        if not version.startswith(tuple(f"{known}." for known in _KNOWN)):
            raise NotReadableError(f"version {version}")
        done: dict[str, bytes] = {}
        unlisted = {name for name in files if name.startswith("fragment/")}
        languages: dict[str, LanguagePart] = {}
        for language, said in sorted(entry.pop("languages").items()):
            metadata = items_of(decode(unpacked(files[f"pagefind.{said['hash']}.pf_meta"])))
            rows = [items_of(row) for row in items_of(metadata[_RECORDS])]
            unlisted -= {fragment_path(row[0]) for row in rows}
            languages[language] = _Language(language, rows, files, records).read(
                {name: value for name, value in said.items() if name not in ("hash", "page_count")},
                metadata,
                counted.get(language, {}),
                done,
            )
        if unlisted:
            raise NotReadableError(f"records that no language lists: {', '.join(sorted(unlisted))}")
    except (LookupError, NotReadableError, TypeError, ValueError, gzip.BadGzipFile) as error:
        raise UnknownFormatError(str(error)) from error
    own = {
        name: data
        for name, data in files.items()
        if "/" not in name and not name.endswith(".pf_meta") and name != ENTRY
    }
    sums = {path: sha256_of(data) for path, data in done.items()}
    return IndexPart(json.dumps(entry, ensure_ascii=False), languages, Later.of(own), Later.of(done), sums)


def fragment_path(name: Value) -> str:
    """The file of a record of this name."""
    return f"fragment/{name}.pf_fragment"


class _Language:
    """The records of a language in the order of their addresses, whatever numbers Pagefind gave them."""

    def __init__(
        self,
        language: str,
        rows: list[list[Value]],
        files: Mapping[str, bytes],
        records: Mapping[str, Record],
    ) -> None:
        self._language = language
        self._files = files
        found = [_completed(files[fragment_path(name)], records) for name, *_ in rows]
        order = sorted(range(len(rows)), key=lambda number: found[number][0])
        self._rows = [rows[number] for number in order]
        self._found = [found[number] for number in order]
        self._rank = {number: rank for rank, number in enumerate(order)}

    def read(
        self,
        said: Mapping[str, object],
        metadata: list[Value],
        counted: Mapping[str, int],
        done: dict[str, bytes],
    ) -> LanguagePart:
        """The part; the files of the records are put among those that are done."""
        common = named(self._language, b"".join(data for _, _, data in self._found), _NAME)
        kinds = "".join(_KINDS[kind] for _, kind, _ in self._found)
        for number, (kind, (_, _, data)) in enumerate(zip(kinds, self._found, strict=True)):
            done[fragment_path(f"{common}-{number}{kind}")] = packed(data)
        around = [*metadata[:_RECORDS], *metadata[_FILTERS + 1 :]]
        paths = [f"index/{name}.pf_index" for _, _, name in map(items_of, items_of(metadata[_WORDS]))]
        return LanguagePart(
            json.dumps(said, sort_keys=True),
            encode(around),
            common,
            kinds,
            tuple(encode(rest) for _, _, *rest in self._rows),
            max((length for _, length, *_ in self._rows if isinstance(length, int)), default=0),
            tuple(self._word(entry) for path in paths for entry in entries_in(unpacked(self._files[path]))),
            dict(map(self._filter, map(items_of, items_of(metadata[_FILTERS])))),
            dict(counted),
        )

    def _word(self, entry: bytes) -> Word:
        (word, records), *others = spellings_in(entry)
        spelled = sorted((other, self._postings(those)) for other, those in others)
        return word, self._postings(records), tuple(spelled)

    def _postings(self, records: bytes) -> Postings:
        number = 0
        found: list[tuple[int, Posting, bytes]] = []
        for posting, body in postings_in(records):
            number += _number(posting.number)
            if number not in self._rank:
                raise NotReadableError(f"a word in a record {number} that is not listed")
            found.append((self._rank[number], posting, body))
        if not found:
            return 0, 0, 0, b"", b"", b"", b""
        found.sort(key=lambda one: one[0])
        ranks = [rank for rank, _, _ in found]
        steps = [b"", *(_step(rank - before) for before, rank in pairwise(ranks))]
        bodies = _numbered((body for _, _, body in found), steps)
        may_be_frequent = len(records) > _OFTEN
        few = shortened((one for _, one, _ in found), steps) if may_be_frequent else (b"", b"", b"")
        return len(ranks), ranks[0], ranks[-1], bodies, *few

    def _filter(self, listed: list[Value]) -> tuple[str, dict[str, tuple[int, ...]]]:
        name, file = listed
        title, values = items_of(decode(unpacked(self._files[f"filter/{file}.pf_filter"])))
        said: dict[str, tuple[int, ...]] = {}
        for value, numbers in map(items_of, items_of(values)):
            every = [number for number in items_of(numbers) if isinstance(number, int)]
            said[str(value)] = tuple(sorted(self._rank[number] for number in every))
        if title != name:
            raise NotReadableError(f"the filter {title} in the file of {name}")
        return str(name), said


def shortened(postings: Iterable[Posting], steps: Sequence[bytes]) -> tuple[bytes, bytes, bytes]:
    """The records of a word with few places, what is to be known of them, and of the heaviest; `steps` are
    their numbers, each from the one before."""
    few = [few_places(posting) for posting in postings]
    known = array("I", [weight for _, weight in few if weight is not None])
    most = array("I", heaviest(known))
    return _numbered((body for body, _ in few), steps), known.tobytes(), most.tobytes()


def _numbered(bodies: Iterable[bytes], steps: Sequence[bytes]) -> bytes:
    """Records in a row; the first without its number."""
    first, *rest = zip(steps, bodies, strict=True)
    return b"".join((first[1], *(part for step, body in rest for part in (b"\x83", step, body))))


_step = lru_cache(maxsize=1 << 12)(encode)


@lru_cache(maxsize=1 << 12)
def _number(data: bytes) -> int:
    value = decode(data)
    if not isinstance(value, int):
        raise NotReadableError("no number")
    return value


def _completed(data: bytes, records: Mapping[str, Record]) -> tuple[str, RecordKind, bytes]:
    """Where a record lies, its kind, and the record with its metadata."""
    fragment = json.loads(unpacked(data))
    record = records[fragment["url"].removeprefix("/")]
    path = address_of(record)
    said = added_to_fragment(fragment | {"url": f"/{path}"}, record)
    return path, record.kind, json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
