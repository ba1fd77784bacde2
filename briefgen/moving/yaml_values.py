"""YAML of other programs as plain values: texts, lists, mappings."""

from collections.abc import Iterator
from typing import TypeVar

from briefgen.decode.compose import compose
from briefgen.decode.nodes import Entry, Mapping, Node, Scalar, Sequence
from briefgen.diagnostics import Diagnostic
from briefgen.text import Span, TextFile

_Item = TypeVar("_Item", Node, Entry)
Value = str | list["Value"] | dict[str, "Value"] | None


def mapping_of(span: Span) -> Mapping | None:
    """The mapping that a stretch of YAML is; None where it is none, or no YAML."""
    root = compose(span, lambda _: None, foreign=True)
    return root if isinstance(root, Mapping) else None


def why_unreadable(span: Span) -> str:
    """Why a stretch of text is no YAML, with its line; empty where it is."""
    found: list[Diagnostic] = []
    if compose(span, found.append, foreign=True) is not None:
        return ""
    return f"line {found[-1].span.line}: {found[-1].message}"


_MOST = 100_000
"""How many values one may hold: aliases of aliases can stand for more than any machine has room for."""


def value_of(node: Node | None) -> Value:
    """A node as a plain value; None where it is empty, only its own tool knows it, or it holds too much."""
    left = iter(range(_MOST))
    value = _value(node, left)
    return None if next(left, None) is None else value


def _value(node: Node | None, left: Iterator[int]) -> Value:
    if next(left, None) is None:
        return None
    match node:
        case Scalar():
            return None if node.null else node.value
        case Sequence():
            return [_value(item, left) for item in _within(node.items, left)]
        case Mapping():
            return {entry.key: _value(entry.value, left) for entry in _within(node.entries, left)}
        case _:
            return None


def _within(items: tuple[_Item, ...], left: Iterator[int]) -> Iterator[_Item]:
    """The items until nothing is left to be read."""
    for item in items:
        if next(left, None) is None:
            return
        yield item


def values_of(file: TextFile) -> dict[str, Value]:
    """What a YAML file says; nothing where it is no mapping."""
    root = mapping_of(file.span(0, len(file.text)))
    found = value_of(root)
    return found if isinstance(found, dict) else {}


def text_of(value: Value) -> str:
    """A text, in one line; empty for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def texts_of(value: Value) -> list[str]:
    """The texts of a list, or of a single value."""
    items = value if isinstance(value, list) else [value]
    return [text for item in items if (text := text_of(item))]


def inside(value: Value, *keys: str) -> Value:
    """What stands below keys in a mapping; None where nothing does."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
