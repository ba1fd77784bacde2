"""What Pagefind stored, completed and put in order."""

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.site.search.cbor import NotReadableError, Value, decode, encode
from briefgen.site.search.errors import UnknownFormatError
from briefgen.site.search.flag import with_index
from briefgen.site.search.joined import joined
from briefgen.site.search.page_records import records_of
from briefgen.site.search.parted import IndexPart
from briefgen.site.search.records import Record
from briefgen.site.search.shadow import address_of
from briefgen.site.search.stored import ENTRY, part_of


def finished(files: dict[str, bytes], records: dict[str, Record]) -> dict[str, bytes]:
    """The files of an index of one part."""
    part = part_of(files, records, {})
    return {**joined([part]), **part.records.value}


VALUES: st.SearchStrategy[Value] = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.text(max_size=300), lambda inner: st.lists(inner, max_size=30)
)


@given(VALUES)
def test_cbor_there_and_back(value: Value) -> None:
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (-1, "20"),
        (-500, "3901f3"),
        ("ü", "62c3bc"),
        ([1, [2, 3]], "8201820203"),
    ],
)
def test_cbor_as_the_standard_writes_it(value: Value, data: str) -> None:
    assert encode(value).hex() == data
    assert decode(bytes.fromhex(data)) == value


@given(st.binary(max_size=20))
def test_what_is_no_cbor_is_said_to_be_none(data: bytes) -> None:
    try:
        value = decode(data)
    except (NotReadableError, UnicodeDecodeError):
        return
    assert decode(encode(value)) == value


ONE_RECORD = {
    ENTRY: b'{"version": "1.5.2", "languages": {"en": {"hash": "en_1"}}}',
    "pagefind.en_1.pf_meta": gzip.compress(
        b"pagefind_dcd" + encode(["1.5.2", [["en_1", 2]], [], [], [], []])
    ),
}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {ENTRY: b"no JSON"},
        {ENTRY: b"[]"},
        {ENTRY: b'{"version": "1.5.2", "languages": {"en": {"hash": "en_1"}}}'},
        ONE_RECORD | {"fragment/en_1.pf_fragment": b"not compressed"},
        ONE_RECORD | {"fragment/en_1.pf_fragment": gzip.compress(b"no signature")},
        ONE_RECORD | {"fragment/en_1.pf_fragment": gzip.compress(b'pagefind_dcd{"url": "/x"}')},
        ONE_RECORD,
        {
            ENTRY: b'{"version": "1.5.2", "languages": {}}',
            "fragment/en_1.pf_fragment": gzip.compress(b"pagefind_dcd{}"),
        },
        {
            ENTRY: b'{"version": "1.5.2", "languages": {"en": {"hash": "en_1"}}}',
            "pagefind.en_1.pf_meta": gzip.compress(b"pagefind_dcd" + encode(["1.5.2", [], []])),
        },
    ],
    ids=(
        "nothing|no JSON|no entry|no metadata|not packed|no signature|unknown record|no record|not listed|"
        "too short"
    ).split("|"),
)
def test_another_pagefind_is_noticed(files: dict[str, bytes]) -> None:
    with pytest.raises(UnknownFormatError):
        finished(files, {})


@pytest.mark.parametrize(
    ("version", "is_known"),
    [("1.5.0", True), ("1.6.3", True), ("1.7.0", False), ("1.50.0", False), ("2.1.5", False)],
)
def test_a_version_not_seen_is_not_trusted(version: str, is_known: bool) -> None:
    files = {ENTRY: json.dumps({"version": version, "languages": {}}).encode()}
    if is_known:
        assert finished(files, {}) == files | {ENTRY: files[ENTRY].replace(b" ", b"")}
    else:
        with pytest.raises(UnknownFormatError, match=f"^version {version}$"):
            finished(files, {})


def test_a_record_is_told_by_the_name_that_pagefind_read_and_stored_under_its_address() -> None:
    html = "<!doctype html><html lang=en><title>x</title><article><p>words</p></article>"
    (record,) = records_of(html, "тема/100%/", {"en"})
    fragment = {"url": "/7.html", "anchors": []}
    files = ONE_RECORD | {
        "fragment/en_1.pf_fragment": gzip.compress(b"pagefind_dcd" + json.dumps(fragment).encode())
    }
    done = finished(files, {"7.html": record})
    (stored_record,) = (data for name, data in done.items() if name.startswith("fragment/"))
    said = json.loads(gzip.decompress(stored_record).removeprefix(b"pagefind_dcd"))
    assert said["meta"]["page"] == "тема/100%/"
    assert said["url"] == "/тема/100%~/page-en-1.html"


def stored(data: Value) -> bytes:
    return gzip.compress(b"pagefind_dcd" + encode(data))


WORDS: list[Value] = [["a", [], []], ["b", [], []]]


def record(number: int) -> Record:
    html = f"<!doctype html><html lang=en><title>{number}</title><article><p>words</p></article>"
    return records_of(html, f"{number:03}/", {"en"})[0]


RECORDS = {address_of(record(number)): record(number) for number in range(500)}


def index(
    values: list[Value], words: list[Value] = WORDS, paths: Sequence[str] = tuple(RECORDS)
) -> dict[str, bytes]:
    """What Pagefind writes of records, in this order."""
    rows: list[Value] = [[f"en_{number}", 0] for number in range(len(paths))]
    fragments = {
        f"fragment/en_{number}.pf_fragment": gzip.compress(
            b"pagefind_dcd" + json.dumps({"url": f"/{path}", "anchors": []}).encode()
        )
        for number, path in enumerate(paths)
    }
    return fragments | {
        ENTRY: json.dumps({"version": "1.5.2", "languages": {"en": {"hash": "en_12345"}}}).encode(),
        "pagefind.en_12345.pf_meta": stored(
            ["1.5.2", rows, [["a", "b", "en_9999999"]], [["kind", "en_abc"]], [], []]
        ),
        "filter/en_abc.pf_filter": stored(["kind", values]),
        "index/en_9999999.pf_index": stored([words]),
    }


def test_the_order_of_the_records_does_not_count() -> None:
    there: list[Value] = [["a", [[2, [-25, 3], []], [5, [-25, 9], []]], [["ä", [[7, [-25, 9], []]]]]]]
    back: list[Value] = [["a", [[492, [-25, 9], []], [5, [-25, 3], []]], [["ä", [[492, [-25, 9], []]]]]]]
    done = finished(index([["x", [1, 499]]], there), RECORDS)
    assert finished(index([["x", [498, 0]]], back, [*RECORDS][::-1]), RECORDS) == done


def test_a_word_in_a_record_that_is_not_listed_is_another_format() -> None:
    with pytest.raises(UnknownFormatError):
        finished(index([], [["a", [[500, [-25, 3], []]], []]]), RECORDS)


def test_parts_make_the_index_that_all_at_once_make() -> None:
    """Of every word the records, numbered on from part to part, and few places of one that is frequent."""
    first: Value = [0, [-25, 3], []]
    often: Value = [-25, *[2] * 200]
    spelled: Value = [["bé", [[7, [-25, 9], []]]]]
    nothing: Value = []

    def words(begun: Value, number: int, last: Value, others: Value) -> list[Value]:
        again: list[Value] = [[1, often, []] for _ in range(number)]
        return [["a", [begun, *again], []], ["b", last, others]]

    def index_of(paths: Sequence[str], marked: Value, words: list[Value]) -> IndexPart:
        files = index([["x", marked]], words, paths)
        return part_of(files, {path: RECORDS[path] for path in paths}, {})

    paths, cut = [*RECORDS], 200
    whole = joined([index_of(paths, [1, 499], words(first, 499, [[499, [-25, 3], []]], spelled))])
    parts = [
        index_of(paths[:cut], [1], words(first, 199, nothing, spelled)),
        index_of(paths[cut:], [299], words([0, often, []], 299, [[299, [-25, 3], []]], nothing)),
    ]

    def words_in(files: dict[str, bytes]) -> list[str]:
        there = (name for name in files if name.startswith(("index/", "filter/")))
        return sorted(str(content(files[name])) for name in there)

    assert words_in(joined(parts)) == words_in(whole)
    assert any(name.endswith("-few.pf_index") for name in whole)
    with pytest.raises(UnknownFormatError):
        joined([parts[0], replace(parts[1], entry="{}")])


class Kept(dict[bytes, bytes]):
    """What was packed before, and how much was not."""

    made = 0

    def __call__(self, name: bytes, make: Callable[[], bytes]) -> bytes:
        if name not in self:
            self.made += 1
            self[name] = make()
        return self[name]


def test_of_a_frequent_word_only_the_piece_is_packed_anew_in_which_something_changed() -> None:
    """Whatever was packed before: it is what is packed at once."""
    paths, size = [*RECORDS], 40

    def part(number: int, last: Value, spelled: Value) -> IndexPart:
        own = paths[number * size : (number + 1) * size]
        often: list[Value] = [[int(at > 0), [-25, number, *[2] * 200], []] for at in range(size - 1)]
        words: list[Value] = [["a", [*often, [1, last, []]], [["á", [[3, spelled, []]]]]]]
        return part_of(index([], words, own), {path: RECORDS[path] for path in own}, {})

    parts = [part(number, [-25, 3], [-25, 9]) for number in range(12)]
    kept = Kept()
    assert joined(parts, kept) == joined(parts)
    assert kept.made == 12, "six pieces, one of another spelling; two with few places; and three other files"
    parts[5] = part(5, [-25, 4, 6], [-25, 9])
    assert joined(parts, kept) == joined(parts)
    assert kept.made == 15, "a piece, one with few places, and the list of all files"
    parts[6] = part(6, [-25, 3], [-25, 9, 9])
    parts.insert(0, parts.pop())
    assert joined(parts, kept) == joined(parts)


def test_the_order_of_the_values_does_not_count() -> None:
    one: list[Value]
    other: list[Value]
    one, other = [["brief", [1, 2]], ["work", [3]]], [["work", [3]], ["brief", [1, 2]]]
    done = finished(index(one), RECORDS)
    assert done == finished(index(other), RECORDS)
    assert [content(data) for name, data in done.items() if name.startswith("index/")] == [[[]], [WORDS]]
    assert len(done) == len(index(one)) + 1  # the file that has no words
    assert done != finished(index([["brief", [1, 2]]]), RECORDS)


def test_large_files_of_words_are_parted() -> None:
    words: list[Value] = [
        [f"w{number:03}", [[1, [-25, place], []] for place in range(50)], []] for number in range(300)
    ]
    files = index([], words)
    done = finished(files, RECORDS)
    (meta,) = (content(data) for name, data in done.items() if name.endswith(".pf_meta"))
    without_words, *parts = [
        (first, last, content(done[f"index/{name}.pf_index"])[0]) for first, last, name in meta[2]
    ]
    assert without_words == ("", "", [])
    assert len(parts) > 3
    assert [word for _, _, part in parts for word in part] == words
    assert [last for _, last, _ in parts] == [part[-1][0] for _, _, part in parts]
    assert [first for first, _, _ in parts] == ["w000", *(f"{last}\0" for _, last, _ in parts[:-1])]
    assert len(done) == len(files) + len(parts)
    assert all(
        len(gzip.decompress(data)) < 25_000 for name, data in done.items() if name.startswith("index/")
    )


# A record's places as Pagefind writes them, and as they are listed: each counted from the one before, behind
# their weight; that of a word in running text, 24, is written as -1-24. Listed are
# places where no record has a word.
OFTEN: tuple[list[Value], list[Value]] = ([-25, *[2] * 200], [-241, 1, 1])
SHORTENED: list[tuple[list[Value], list[Value]]] = [
    *[OFTEN] * 100,
    ([-25, 3], [-25, 1]),
    ([-25, 3, 4], [-25, 1]),
    ([-25, 3, 4, 9], [-73, 1]),
    ([-25, 100, 4, -145, 9, 30], [-73, 1]),  # a heading's, and it stands first
    ([-13, 4], [-13, 1]),  # the part of a compound
    ([-3, 4], [-3, 1]),
    ([], []),
]


def test_a_frequent_word_comes_with_few_places_that_weigh_as_much_as_all() -> None:
    def entry(name: str, records: list[list[Value]], spelled: list[Value]) -> Value:
        return [name, [[1, places, [7]] for places in records], [["uber", [[5, spelled, []]]]]]

    every = entry("über", [places for places, _ in SHORTENED], [-25, 300, 2, -145, 200])
    rare: Value = ["w", [[1, [-25, 3, 4], []]], []]
    done = finished(index([], [every, rare]), RECORDS)
    (meta,) = (content(data) for name, data in done.items() if name.endswith(".pf_meta"))
    _, (_, _, other), (_, _, listed) = meta[2]
    # Of the records where it stands most often, and these are all of the other spelling, the weight is kept.
    few = entry("über", [places for _, places in SHORTENED], [-193, 3])
    assert content(done[f"index/{listed}.pf_index"]) == [[few]]
    assert listed.endswith("-few")
    assert content(done[f"index/{listed.removesuffix('few')}all.pf_index"]) == [[every]]
    assert content(done[f"index/{other}.pf_index"]) == [[rare]]


def content(data: bytes) -> Any:
    return decode(gzip.decompress(data).removeprefix(b"pagefind_dcd"))


NONE = "/* search: none */\n"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            "a();\n/* search: none */\n",
            'a();\nbriefgen.search({"languages": ["de", "en"], "offline": false});\n',
        ),
        (NONE, 'briefgen.search({"languages": ["de", "en"], "offline": false});\n'),
        (
            'a();\nbriefgen.search({"languages": ["fr"], "offline": true});\n',
            'a();\nbriefgen.search({"languages": ["de", "en"], "offline": false});\n',
        ),
        ("a();\n", None),
        ("/* search: none */\na();\n", None),
        ("", None),
    ],
)
def test_the_line_by_which_the_theme_learns_of_the_index(script: str, told: str | None) -> None:
    assert with_index(script, ["en", "de"], offline=False) == told


def test_the_theme_learns_that_the_files_are_as_pagefind_wrote_them() -> None:
    told = with_index(NONE, ["en"], offline=True, is_plain=True)
    assert told == 'briefgen.search({"languages": ["en"], "offline": true, "plain": true});\n'
