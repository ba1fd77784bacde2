"""The words of printed references in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The vocabulary of one language; ``{}`` stands for what a word goes with.

    `language` is its tag, `quotes` are the outer opening and closing mark and the inner ones, `accessed` has
    the words for a day, a month and a year, `ordinals` the endings of 1, 2, 3 and the rest, `seasons` the
    names from spring to winter. `types` and `states` are keyed by entry types and by BibLaTeX's names for
    kinds and states; `roles` and `fronts` by its names for what people did, inside a reference
    (``with notes by {}``) and at its beginning (``{} (comp.)``); `relations` by those for what a work is of
    another (``translation of {}``), ``default`` for any other.

    What has a default here need not be written: `quote_space` stands inside quotation marks, `dates` are the
    orders of a day, a month and a year, `first_day` is what the first of a month is called, and with
    `only_first` the endings of 1 to 3 are not those of 21 to 23.
    """

    language: str
    quotes: tuple[str, str, str, str]
    day: str
    before_christ: str
    conjunction: str
    et_al: str
    ibid: str
    editor: str
    editors: str
    edited_by: str
    translated_by: str
    translated_from: str
    first_published: str
    within: str
    volume: str
    volumes: str
    part: str
    number: str
    chapter: str
    page: str
    pages: str
    edition: str
    ordinals: tuple[str, str, str, str]
    journal_series: str
    new_series: str
    old_series: str
    version: str
    circa: str
    probably: str
    since: str
    until: str
    accessed: tuple[str, str, str]
    seasons: tuple[str, str, str, str]
    in_language: str
    types: Mapping[str, str] = field(hash=False)
    states: Mapping[str, str] = field(hash=False)
    roles: Mapping[str, str] = field(hash=False)
    fronts: Mapping[str, str] = field(hash=False)
    relations: Mapping[str, str] = field(hash=False)
    quote_space: str = ""
    dates: tuple[str, str, str] = ("{day} {month} {year}", "{month} {year}", "{year}")
    first_day: str = ""
    only_first: bool = False

    @property
    def year_last(self) -> bool:
        """Whether the year is the last word of a date, with nothing but a space before it."""
        return all(order.endswith("{month} {year}") for order in self.dates[:2])


_LISTS = {"ordinals": 4, "accessed": 3, "seasons": 4, "dates": 3}
_TABLES = frozenset({"types", "states", "roles", "fronts", "relations"})
_NOT_WRITTEN = frozenset({"language", "quotes"})
_MAY_LACK = frozenset({"quote_space", "dates", "first_day", "only_first"})


def decode_reference(tag: str, table: object, marks: tuple[tuple[str, str], ...]) -> ReferenceWords:
    """The table ``[reference]`` of a language. Raises ValueError, with words, where it lacks something."""
    if not isinstance(table, dict) or len(marks) < 2:
        raise ValueError(f"{tag}: references need a table and two pairs of quotation marks")
    needed = {field.name for field in fields(ReferenceWords)} - _NOT_WRITTEN
    if wrong := (needed ^ table.keys()) - (_MAY_LACK - table.keys()):
        raise ValueError(f"{tag}: reference: {', '.join(sorted(wrong))}")
    for key, value in table.items():
        if not _fits(key, value):
            raise ValueError(f"{tag}: reference: {key} is not what it should be")
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in table.items()}
    space = values.get("quote_space", "")
    (opening, closing), inner = marks[0], marks[1]
    return ReferenceWords(language=tag, quotes=(opening + space, space + closing, *inner), **values)


def _fits(key: str, value: object) -> bool:
    if key in _TABLES:
        if key == "relations" and (not isinstance(value, dict) or "default" not in value):
            return False
        return isinstance(value, dict) and all(isinstance(word, str) for word in value.values())
    if length := _LISTS.get(key):
        return isinstance(value, list) and len(value) == length and all(isinstance(one, str) for one in value)
    return isinstance(value, bool if key == "only_first" else str)
