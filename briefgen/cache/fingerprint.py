"""All that a run's outcome depends on, in one hash: what was loaded, and what it is worked on with."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256

from briefgen.diagnostics import Rule
from briefgen.model.capture import Blob
from briefgen.text import Span


def fingerprint(tools: Mapping[str, str], *values: object) -> str:
    """The hash of values as they were loaded; `tools` are ours and others', each by its name and state.

    The stages behind `load` are functions of just these, so that two runs with one fingerprint have one
    outcome. Every field counts, so that nobody need think of a new one. Raises TypeError for a value that is
    none of `load`'s.
    """
    whole = sha256()
    for piece in _pieces((tuple(sorted(tools.items())), values)):
        data = piece.encode("utf-8", "surrogatepass")
        whole.update(b"%d " % len(data))  # so that no two lists of pieces are one run of bytes
        whole.update(data)
    return whole.hexdigest()


def _pieces(value: object) -> Iterator[str]:
    match value:
        case None | bool() | int():
            yield repr(value)
        case str():
            yield from ("str", value)
        case tuple():
            yield f"tuple {len(value)}"
            for item in value:
                yield from _pieces(item)
        case frozenset():
            yield from _pieces(tuple(sorted(value)))
        case Blob():
            yield from ("Blob", value.path, value.sha256)
        case Rule():
            yield from ("Rule", value.code)
        case Span():  # what is in its file counts with the file, or else nothing of it is kept
            yield from ("Span", value.path, f"{value.start} {value.end}")
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield type(value).__name__
            for field in fields(value):
                if field.compare:
                    yield field.name
                    yield from _pieces(getattr(value, field.name))
        case _:
            raise TypeError(f"{type(value).__name__} is nothing that is loaded")
