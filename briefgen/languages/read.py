"""Reads the files of the languages, each when it is first asked for."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files

from briefgen.languages.language import Language, united
from briefgen.languages.references import ReferenceWords, decode_reference

_FOLDER = files(__package__)
_SUFFIX = ".toml"

LANGUAGE_TAGS: tuple[str, ...] = tuple(
    sorted(entry.name.removesuffix(_SUFFIX) for entry in _FOLDER.iterdir() if entry.name.endswith(_SUFFIX))
)
"""The BCP 47 primary subtags of all languages that have a file."""

_PAIRS = frozenset({"quotation_marks", "title_marks"})
_LABELS = frozenset({"locators", "numerals"})
_REFERENCE = "reference"
_SETS = frozenset(field.name for field in fields(Language) if field.type == frozenset[str])


def primary_tag(tag: str) -> str:
    """The primary language subtag of a BCP 47 tag, in small letters: ``pt`` of ``pt-BR``."""
    return tag.partition("-")[0].lower()


@cache
def language_of(tag: str) -> Language | None:
    """The language of a BCP 47 tag; None where it has no file."""
    primary = primary_tag(tag)
    if primary in LANGUAGE_TAGS:
        return _read(primary)
    return next((language for language in all_languages() if primary in language.also), None)


@cache
def any_language() -> Language:
    """The lists of all languages as one, where nobody has said which language it is."""
    return united(all_languages())


@cache
def all_reference_words() -> tuple[ReferenceWords, ...]:
    """The words of each language that references are printed in; English, for others, first."""
    words = [language.reference for language in all_languages() if language.reference]
    return tuple(sorted(words, key=lambda one: (one.language != "en", one.language)))


@cache
def all_languages() -> tuple[Language, ...]:
    """Every language that has a file, by tag."""
    return tuple(_read(tag) for tag in LANGUAGE_TAGS)


@cache
def _read(tag: str) -> Language:
    return decode_language(tag, text_of(tag))


def text_of(tag: str) -> str:
    """The file of a language."""
    return (_FOLDER / f"{tag}{_SUFFIX}").read_text("utf-8")


def decode_language(tag: str, text: str) -> Language:
    """The language whose file has this text. Raises ValueError, with words, for a file that is not one.

    Lists of words are one text with white space between them, lists of phrases have a phrase on each
    line, pairs of marks are two marks with a space between them on each line, locators have a term, a colon
    and its labels on each line, and the words of references are a table.
    """
    raw = tomllib.loads(text)
    unknown = raw.keys() - {field.name for field in fields(Language)} | raw.keys() & {"tag"}
    if unknown or "name" not in raw:
        raise ValueError(f"{tag}: {', '.join(sorted(unknown)) or 'no name'}")
    values = {key: _value(tag, key, value) for key, value in raw.items() if key != _REFERENCE}
    if _REFERENCE in raw:
        marks = _language(tag, values).quotation_marks
        values[_REFERENCE] = decode_reference(tag, raw[_REFERENCE], marks)
    return _language(tag, values)


def _language(tag: str, values: Mapping[str, object]) -> Language:
    return Language(tag=tag, **values)  # type: ignore[arg-type]  # each value is read by its field


def _value(tag: str, key: str, value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(f"{tag}: {key} is no text")
    text = unicodedata.normalize("NFC", value)
    if key == "name":
        return text
    lines = [line for written in text.split("\n") if (line := " ".join(written.split()))]
    if key in _PAIRS:
        return tuple(_pair(tag, key, line) for line in lines)
    if key in _LABELS:
        return tuple(_labels(tag, key, line) for line in lines)
    folded = [line.lower() for line in lines]
    return frozenset(" ".join(folded).split()) if key in _SETS else tuple(folded)


def _pair(tag: str, key: str, line: str) -> tuple[str, str]:
    opening, _, closing = line.partition(" ")
    if not opening or not closing or " " in closing:
        raise ValueError(f"{tag}: {key}: {line!r} is no pair")
    return opening, closing


def _labels(tag: str, key: str, line: str) -> tuple[str, tuple[str, ...]]:
    term, colon, labels = line.partition(": ")
    if not colon or not labels:
        raise ValueError(f"{tag}: {key}: {line!r} is no term with labels")
    return term, tuple(labels.lower().split())
