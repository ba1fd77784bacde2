"""The words of printed references in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The vocabulary of one language; ``{}`` stands for what a word goes with.

    `language` is its tag, `quotes` are the outer opening and closing mark and the inner ones, `accessed` has
    the words for a day, a month and a year, `ordinals` the endings of 1, 2, 3 and the rest.
    `types` and `states` are keyed by entry types and by BibLaTeX's names for kinds and states.
    """

    language: str
    quotes: tuple[str, str, str, str]
    day: str
    conjunction: str
    et_al: str
    editor: str
    editors: str
    edited_by: str
    translated_by: str
    within: str
    volume: str
    number: str
    page: str
    pages: str
    edition: str
    ordinals: tuple[str, str, str, str]
    version: str
    circa: str
    probably: str
    since: str
    until: str
    accessed: tuple[str, str, str]
    in_language: str
    types: Mapping[str, str] = field(hash=False)
    states: Mapping[str, str] = field(hash=False)


_LISTS = {"ordinals": 4, "accessed": 3}
_TABLES = frozenset({"types", "states"})
_NOT_WRITTEN = frozenset({"language", "quotes"})


def decode_reference(tag: str, table: object, marks: tuple[tuple[str, str], ...]) -> ReferenceWords:
    """The table ``[reference]`` of a language. Raises ValueError, with words, where it lacks something."""
    if not isinstance(table, dict) or len(marks) < 2:
        raise ValueError(f"{tag}: references need a table and two pairs of quotation marks")
    needed = {field.name for field in fields(ReferenceWords)} - _NOT_WRITTEN
    if wrong := needed ^ table.keys():
        raise ValueError(f"{tag}: reference: {', '.join(sorted(wrong))}")
    for key, value in table.items():
        if not _fits(key, value):
            raise ValueError(f"{tag}: reference: {key} is not what it should be")
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in table.items()}
    return ReferenceWords(language=tag, quotes=(*marks[0], *marks[1]), **values)


def _fits(key: str, value: object) -> bool:
    if key in _TABLES:
        return isinstance(value, dict) and all(isinstance(word, str) for word in value.values())
    if length := _LISTS.get(key):
        return isinstance(value, list) and len(value) == length and all(isinstance(one, str) for one in value)
    return isinstance(value, str)
