"""A part of an index: what Pagefind made of the records of some pages, in a form that is joined with others.

Pagefind writes an index at once, of all that it is given. So it is given some hundred pages at a time: what
comes of them depends on nothing else, is kept, and made again only where one of these pages is another.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.later import Later

Postings = tuple[int, int, int, bytes, bytes, bytes, bytes]
"""The records of a word in a part: how many, the numbers of the first and the last, and as bytes what stands
behind the number of the first; of a word that may be frequent the same with few places, what it weighs in
each record, and in those where it weighs most. (A tuple, as there are millions: a class takes several times
as long to read.)"""
Word = tuple[bytes, Postings, tuple[tuple[bytes, Postings], ...]]
"""A word, its records, and its other spellings with theirs; words are as they stand in a file."""


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """What a part has in one language.

    `said` is what Pagefind's entry says of the language, `around` what its metadata have beside what follows.
    Of each record `kinds` has the letter, `beside` what is listed behind its length; `longest` is how long
    one is. `common` is in the names of all files of these records. `counted` are the words by how often they
    stand in the texts, as readers write them.
    """

    said: str
    around: bytes
    common: str
    kinds: str
    beside: tuple[bytes, ...]
    longest: int
    words: tuple[Word, ...]
    filters: Mapping[str, Mapping[str, tuple[int, ...]]]
    counted: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """A part of an index: `entry` says what is so in every language, `programs` are the files of Pagefind's
    own code, `records` those of the records, and `sums` has the sha256 of each of these."""

    entry: str
    languages: Mapping[str, LanguagePart]
    programs: Later[Mapping[str, bytes]]
    records: Later[Mapping[str, bytes]]
    sums: Mapping[str, str]
