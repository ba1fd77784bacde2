"""Attributes of a box or a bracketed span: Pandoc's ``{#id .class key=value}``."""

from dataclasses import dataclass

from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """One ``key=value``; `span` covers both."""

    key: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """An identifier (empty if none), classes and pairs in the order written; `span` covers the braces."""

    identifier: str
    classes: tuple[str, ...]
    pairs: tuple[Attribute, ...]
    span: Span

    def get(self, key: str) -> Attribute | None:
        """The last pair with this key, as in HTML's and Pandoc's reading, or None."""
        for pair in reversed(self.pairs):
            if pair.key == key:
                return pair
        return None

    def value(self, key: str) -> str:
        """The value of the last pair with this key, or an empty text."""
        pair = self.get(key)
        return pair.value if pair else ""
