"""Dumping: any value between two stages as JSON, for people who debug and for tests."""

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256

from briefgen.model.capture import Blob
from briefgen.model.card import Font
from briefgen.summed import Summary
from briefgen.terminal.visible import json_text
from briefgen.text import Span, TextFile


def dump(value: object) -> str:
    """A stage's value as JSON, always the same for the same value.

    A dataclass becomes an object of its class name (``type``) and its fields; spans, text files and blobs are
    shortened to where they are and what they hold. Raises TypeError for a value that is no stage's business.
    """
    return json_text(_plain(value))


def _plain(value: object) -> object:
    match value:
        case Enum():
            return _plain(value.value)
        case None | bool() | int() | float() | str():
            return value
        case Summary():
            return None  # it says nothing that is not in its value
        case bytes():
            return _plain_bytes(value)
        case Span():
            return {
                "path": value.path,
                "line": value.line,
                "column": value.column,
                "end_line": value.file.line_of(value.end),
                "end_column": value.file.column_of(value.end),
            }
        case TextFile():
            return {"path": value.path, "characters": len(value.text)}
        case Blob():
            return {"path": value.path, "bytes": len(value.data), "sha256": value.sha256}
        case Font():
            return {"path": value.blob.path, "characters": len(value.widths), "sha256": value.blob.sha256}
        case tuple() | list():
            return [_plain(item) for item in value]
        case Mapping():
            return {_key(key): _plain(value[key]) for key in sorted(value, key=_key)}
        case Set():
            return sorted((_plain(item) for item in value), key=json_text)
        case _ if is_dataclass(value) and not isinstance(value, type):
            named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
            return {"type": type(value).__name__, **named}
        case _:
            raise TypeError(f"a stage's value may not hold a {type(value).__name__}")


def _key(key: object) -> str:
    plain = _plain(key)
    return plain if isinstance(plain, str) else json_text(plain).rstrip()


def _plain_bytes(data: bytes) -> object:
    return {"bytes": len(data), "sha256": sha256(data).hexdigest()}
