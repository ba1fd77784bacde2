"""An index, joined of its parts: as if all its records had been indexed at once.

Its words stand in files, and for each word of a search one or two of them are loaded. On a large site that is
most of what a search loads, so these files are small, and a frequent word comes with few places in each
record.
"""

import json
from collections.abc import Iterator, Sequence

from briefgen.site.search.cbor import Value, decode, encode, items_of, list_at, list_head, list_of
from briefgen.site.search.errors import UnknownFormatError
from briefgen.site.search.frequent import ALL_PLACES, FEW_PLACES
from briefgen.site.search.packing import Keep, anew, named, packed_once
from briefgen.site.search.parted import IndexPart, LanguagePart
from briefgen.site.search.stored import ENTRY
from briefgen.site.search.word_files import word_files

_ANY_LENGTH = encode(1)
"""In place of how many words each record has, which was a third of what is listed of records: the dialog
asks with `pageLength: 0`, so that no length has a say. (Not 0: lengths are divided by the mean of all.)"""
_NAME = 10


def joined(parts: Sequence[IndexPart], keep: Keep = anew) -> dict[str, bytes]:
    """The files of an index as the site has them, but for those of records; `keep` has what was packed.

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
        entry["languages"][language] = _language(language, own, files, keep)
    files[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return files


def _language(
    language: str, parts: Sequence[LanguagePart], files: dict[str, bytes], keep: Keep
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
            encode(list(_word_files(language, list(zip(starts, parts, strict=True)), files, keep))),
            encode(list(_filter_files(language, list(zip(starts, parts, strict=True)), files, keep))),
            *map(encode, rest),
        ]
    )
    name = named(language, data, _NAME)
    files[f"pagefind.{name}.pf_meta"] = packed_once(data, keep)
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


def _word_files(
    language: str, parts: Sequence[tuple[int, LanguagePart]], files: dict[str, bytes], keep: Keep
) -> Iterator[list[Value]]:
    """Named as the files of records are; each listed from where the one before it ends.

    Of a word that stands between two files, Pagefind loads all of its beginnings that are words: “a”, “an”
    and “and” for “Andes”, each of a hundred kilobytes on a large site, only to show what nobody looked for.
    """
    made = list(word_files(parts, keep))
    if not made:
        return
    common = named(language, b"".join(part.data for part in made))
    # A search without a word, by filters alone, loads the file that has the empty word, or else all of them.
    files[f"index/{common}.pf_index"] = packed_once(list_of([list_of([])]), keep)
    yield ["", "", common]
    before = ""
    for number, part in enumerate(made):
        name = f"{common}-{number}"
        if part.few:
            files[f"index/{name}{ALL_PLACES}.pf_index"] = part.file
            name += FEW_PLACES
        files[f"index/{name}.pf_index"] = part.few or part.file
        yield [f"{before}\0" if number else part.first, part.last, name]
        before = part.last


def _filter_files(
    language: str, parts: Sequence[tuple[int, LanguagePart]], files: dict[str, bytes], keep: Keep
) -> Iterator[Value]:
    numbers = [encode(number) for number in range(sum(len(part.kinds) for _, part in parts))]
    for name in sorted({name for _, part in parts for name in part.filters}):
        values: dict[str, list[bytes]] = {}
        for offset, part in parts:
            for value, own in part.filters.get(name, {}).items():
                values.setdefault(value, []).extend(numbers[offset + number] for number in own)
        listed = [list_of([encode(value), list_of(every)]) for value, every in sorted(values.items())]
        data = list_of([encode(name), list_of(listed)])
        file = named(language, data)
        files[f"filter/{file}.pf_filter"] = packed_once(data, keep)
        yield [name, file]
