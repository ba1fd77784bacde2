"""Entries of a bibliography with their values read: what lies between the scanner and a work."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.model.work import Name
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Field:
    """A value without its delimiters, with its LaTeX and as plain text; `span` is the place of its name.

    `marked` is the text with its emphasis, empty where it has none. `names` are those of a list that a file
    gave as such.
    """

    value: str
    text: str
    span: Span
    marked: str = ""
    names: tuple[Name, ...] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: lower-case type, key as written, fields by lower-case name, inherited ones included."""

    type: str
    key: str
    key_span: Span
    fields: Mapping[str, Field]
    span: Span

    def value(self, name: str) -> str:
        """The value of a field, or an empty text."""
        field = self.fields.get(name)
        return field.value if field else ""

    def owns(self, field: Field) -> bool:
        """Whether the field stands in this entry, and was not inherited."""
        return self.span.start <= field.span.start < self.span.end
