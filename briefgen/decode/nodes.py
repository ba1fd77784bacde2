"""Positioned values: a YAML text as a tree in which every scalar is text and knows its place."""

from dataclasses import dataclass

from briefgen.text import Span

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain value is that is none."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as text; `null` for a plain ``~``, ``null`` or nothing at all."""

    value: str
    null: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value`` of a mapping."""

    key: str
    key_span: Span
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order written; a key that stands twice is here twice."""

    entries: tuple[Entry, ...]
    span: Span

    def all_of(self, key: str) -> tuple[Entry, ...]:
        """Every entry with this key."""
        return tuple(entry for entry in self.entries if entry.key == key)


@dataclass(frozen=True, slots=True)
class Unread:
    """A value that is there but not known: it has been reported, or is another tool's business.

    Whoever meets it takes the default and says no more about it.
    """

    span: Span


Node = Scalar | Sequence | Mapping | Unread
