"""Reads the files of the languages, each when it is first asked for."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files

from briefgen.languages.language import Language

_FOLDER = files(__package__)
_SUFFIX = ".toml"

LANGUAGE_TAGS: tuple[str, ...] = tuple(
    sorted(entry.name.removesuffix(_SUFFIX) for entry in _FOLDER.iterdir() if entry.name.endswith(_SUFFIX))
)
"""The BCP 47 primary subtags of all languages that have a file."""

_PAIRS = frozenset({"quotation_marks", "title_marks"})
_SETS = frozenset(field.name for field in fields(Language) if field.type == frozenset[str])
_PHRASES = frozenset(field.name for field in fields(Language)) - _SETS - _PAIRS - {"tag", "name"}


def primary_tag(tag: str) -> str:
    """The primary language subtag of a BCP 47 tag, in small letters: ``pt`` of ``pt-BR``."""
    return tag.partition("-")[0].casefold()


def language_of(tag: str) -> Language | None:
    """The language of a BCP 47 tag; None where it has no file."""
    primary = primary_tag(tag)
    return _read(primary) if primary in LANGUAGE_TAGS else None


@cache
def all_languages() -> tuple[Language, ...]:
    """Every language that has a file, by tag."""
    return tuple(_read(tag) for tag in LANGUAGE_TAGS)


@cache
def _read(tag: str) -> Language:
    return decode_language(tag, (_FOLDER / f"{tag}{_SUFFIX}").read_text("utf-8"))


def decode_language(tag: str, text: str) -> Language:
    """The language whose file has this text. Raises ValueError, with words, for a file that is not one.

    Lists of words are one text with white space between them, lists of phrases have a phrase on each
    line, pairs of marks are two marks with a space between them on each line.
    """
    raw = tomllib.loads(text)
    values = {key: _value(tag, key, value) for key, value in raw.items()}
    unknown = values.keys() - {field.name for field in fields(Language)} | values.keys() & {"tag"}
    if unknown or "name" not in values:
        raise ValueError(f"{tag}: {', '.join(sorted(unknown)) or 'no name'}")
    return _language(tag, values)


def _language(tag: str, values: Mapping[str, object]) -> Language:
    return Language(tag=tag, **values)  # type: ignore[arg-type]  # each value is read by its field


def _value(tag: str, key: str, value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(f"{tag}: {key} is no text")
    text = unicodedata.normalize("NFC", value)
    if key == "name":
        return text
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if key in _PAIRS:
        return tuple(_pair(tag, key, line) for line in lines if line)
    folded = [line.lower() for line in lines if line]
    return frozenset(" ".join(folded).split()) if key in _SETS else tuple(folded)


def _pair(tag: str, key: str, line: str) -> tuple[str, str]:
    opening, _, closing = line.partition(" ")
    if not opening or not closing:
        raise ValueError(f"{tag}: {key}: {line!r} is no pair")
    return opening, closing
