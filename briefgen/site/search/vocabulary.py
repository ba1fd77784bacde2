"""The words of an index, for a reader who spells one of them in another way.

Each language's words stand in two orders: by their skeletons, and by these read backwards. A word with one
slip has half of its letters right, the first ones or the last, so it stands near what was meant in one of the
two. Parted into small files, of which a question loads a few: whoever spells as the pages do loads none.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from hashlib import sha1

from briefgen.model.layout import site as at
from briefgen.site.search.compounds import JOINT
from briefgen.site.search.records import Record
from briefgen.site.search.romanised import LETTERS, SPELLINGS, skeleton

_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,30}(?!\w)")
_LARGEST = 3_000
"""Bytes of a file before compression."""

Marking = Callable[[str], str]


def vocabulary(
    counted: Iterable[Mapping[str, Mapping[str, int]]], names: Collection[tuple[str, ...]]
) -> tuple[dict[str, bytes], str]:
    """The files, and the name of the one that leads to the others.

    `counted` are the words of each part of an index by their language; `names` are those that the site's
    authors say are one.
    """
    every: dict[str, Counter[str]] = {}
    for part in counted:
        for language, words in part.items():
            every.setdefault(language, Counter()).update(words)
    files: dict[str, bytes] = {}
    languages = {
        language: [list(_parted(language, rows, files)) for rows in _orders(words)]
        for language, words in sorted(every.items())
    }
    head = {
        "letters": LETTERS,
        "spellings": SPELLINGS,
        "names": [list(group) for group in names],
        "languages": languages,
    }
    name = _put("words", _json(head), files)
    return files, name


def words_of(
    records: Iterable[Record], marking_for: Callable[[str], Marking]
) -> dict[str, Mapping[str, int]]:
    """The words of each language, by how often they stand in these records."""
    said: dict[str, Counter[str]] = {}
    for record in records:
        between_spaces = said.setdefault(record.language, Counter())
        for piece in record.pieces:
            between_spaces.update(piece.text.split())
    return {
        language: _words_in(between_spaces, marking_for(language))
        for language, between_spaces in said.items()
    }


def _words_in(between_spaces: Mapping[str, int], marking: Marking) -> Counter[str]:
    """The words of a language with the parts of its compounds, by how often they stand in what spaces part.

    Of a text of millions of words that is some ten thousands.
    """
    words: Counter[str] = Counter()
    for one, times in between_spaces.items():
        marked = marking(one)
        for word in _WORD.findall(one):
            words[word] += times
        if JOINT in marked:
            for part in _WORD.findall(marked):
                words[part] += times
    return words


def key_of(bare: str) -> str:
    """Where a skeleton stands in its order: words of one length side by side."""
    return f"{len(bare):02d}{bare}"


def _orders(words: Mapping[str, int]) -> Iterator[list[tuple[str, str]]]:
    shown: dict[str, str] = {}
    # Of the ways a word is written, in capitals or not, that which is met most.
    for word in sorted(words, key=lambda one: (words[one], one)):
        shown[word.lower()] = word
    bare = {word: skeleton(word) for word in shown.values()}
    kept = [word for word, letters in bare.items() if letters and max(letters) < "\U00010000"]
    yield sorted((key_of(bare[word]), word) for word in kept)
    yield sorted((key_of(bare[word][::-1]), word) for word in kept)


def _parted(language: str, rows: list[tuple[str, str]], files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """For each file the first key in it, and its name."""
    group: list[str] = []
    first, before, size = "", "", 0
    for key, word in rows:
        if size > _LARGEST and key != before:
            yield first, _put(language, "\n".join(group).encode(), files)
            group, size = [], 0
        if not group:
            first = key
        group.append(word)
        size += len(word.encode()) + 1
        before = key
    if group:
        yield first, _put(language, "\n".join(group).encode(), files)


def _put(kind: str, data: bytes, files: dict[str, bytes]) -> str:
    name = f"{at.WORDS_PREFIX}{kind}.{sha1(data, usedforsecurity=False).hexdigest()[:10]}.json"
    files[name] = data
    return name


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
