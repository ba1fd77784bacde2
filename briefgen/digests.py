"""Values as hashes: two of one hash are equal."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256

from briefgen.diagnostics import Rule
from briefgen.model.capture import Blob
from briefgen.text import Span


def digest_of(value: object, *, places: bool = True) -> str:
    """The hash of a value of `load`'s or between the stages, of all fields by which it is compared.

    Without `places` it says nothing of where in their files things stand. Raises TypeError for what is none
    of these values.
    """
    whole = sha256()
    for piece in _pieces(value, places):
        data = piece.encode("utf-8", "surrogatepass")
        whole.update(b"%d " % len(data))  # so that no two lists of pieces are one run of bytes
        whole.update(data)
    return whole.hexdigest()


def _pieces(value: object, places: bool) -> Iterator[str]:
    match value:
        case None | bool() | int() | float():
            yield repr(value)
        case str():
            yield from ("str", value)
        case Enum():
            yield from (type(value).__name__, value.name)
        case tuple():
            yield f"tuple {len(value)}"
            for item in value:
                yield from _pieces(item, places)
        case frozenset():
            yield from _pieces(tuple(sorted(value)), places)
        case Blob():
            yield from ("Blob", value.path, value.sha256)
        case Rule():
            yield from ("Rule", value.code)
        case Span():  # what is in its file counts with the file, or else nothing of it is kept
            if places:
                yield from ("Span", value.path, f"{value.start} {value.end}")
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield type(value).__name__
            for name in _compared(type(value)):
                yield name
                yield from _pieces(getattr(value, name), places)
        case _:
            raise TypeError(f"{type(value).__name__} is nothing of which there is a hash")


@cache
def _compared(kind: type) -> tuple[str, ...]:
    """The names of the fields by which values of a kind are compared."""
    return tuple(field.name for field in fields(kind) if field.compare)
