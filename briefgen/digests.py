"""Values as hashes: two of one hash are equal."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from hashlib import sha256
from types import NoneType
from typing import Any

from briefgen.diagnostics import Rule
from briefgen.model.capture import Blob
from briefgen.text import Span


def digest_of(value: object, *, places: bool = True) -> str:
    """The hash of a value of `load`'s or between the stages, of all fields by which it is compared.

    Without `places` it says nothing of where in their files things stand. Raises TypeError for what is none
    of these values.
    """
    pieces: list[str] = []
    _way_of(type(value))(value, pieces, places)
    lengths = ",".join([str(len(piece)) for piece in pieces])  # so that no two lists of pieces are one text
    return sha256("".join((lengths, "\n", *pieces)).encode("utf-8", "surrogatepass")).hexdigest()


_Way = Callable[[Any, list[str], bool], object]
"""Puts what says a value of a kind among the pieces."""
_KNOWN: dict[type, _Way] = {}
"""Those that were asked for."""


def _way_of(kind: type) -> _Way:
    """How values of a kind are said."""
    if kind not in _KNOWN:
        _KNOWN[kind] = _found_for(kind)
    return _KNOWN[kind]


def _found_for(kind: type) -> _Way:
    for base, way in _WAYS:
        if issubclass(kind, base):
            return way
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is nothing of which there is a hash")
    return partial(_fields, kind.__name__, tuple(field.name for field in fields(kind) if field.compare))


def _plain(value: object, pieces: list[str], _: bool) -> None:
    pieces.append(repr(value))


def _text(value: str, pieces: list[str], _: bool) -> None:
    pieces += ("str", value)


def _member(value: Enum, pieces: list[str], _: bool) -> None:
    pieces += (type(value).__name__, value.name)


def _items(value: tuple[object, ...], pieces: list[str], places: bool) -> None:
    pieces.append(f"tuple {len(value)}")
    for item in value:
        _way_of(type(item))(item, pieces, places)


def _set(value: frozenset[Any], pieces: list[str], places: bool) -> None:
    _items(tuple(sorted(value)), pieces, places)


def _blob(value: Blob, pieces: list[str], _: bool) -> None:
    pieces += ("Blob", value.path, value.sha256)


def _rule(value: Rule, pieces: list[str], _: bool) -> None:
    pieces += ("Rule", value.code)


def _place(value: Span, pieces: list[str], places: bool) -> None:
    """What is in its file counts with the file, or else nothing of it is kept."""
    if places:
        pieces += ("Span", value.path, f"{value.start} {value.end}")


def _fields(kind: str, names: tuple[str, ...], value: object, pieces: list[str], places: bool) -> None:
    pieces.append(kind)
    for name in names:
        field = getattr(value, name)
        pieces.append(name)
        _way_of(type(field))(field, pieces, places)


_WAYS: tuple[tuple[tuple[type, ...], _Way], ...] = (
    ((NoneType, bool, int, float), _plain),
    ((str,), _text),
    ((Enum,), _member),
    ((tuple,), _items),
    ((frozenset,), _set),
    ((Blob,), _blob),
    ((Rule,), _rule),
    ((Span,), _place),
)
