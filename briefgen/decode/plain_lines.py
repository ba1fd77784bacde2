"""YAML in which each line is a key with its value, as in most front matter.

PyYAML looks at every character several times. A line that can be read in one way only is taken apart by one
expression here; of a text in which any other stands, nothing is.
"""

import re

from briefgen.decode.nodes import NULLS, Entry, Mapping, Node, Scalar, Sequence
from briefgen.text import Span

_PLAIN = r"[^\W_](?:[^\n:#]*[^\s:#])?"
_ITEM = r"[^\W_](?:[\w .()+-]*[\w.)+-])?"
"""What needs no quotes in a line, and in a list in brackets."""
_LINE = re.compile(
    rf"(?!null:)(?P<key>[a-z][\w-]{{0,60}}):[ ]+"
    rf"(?:(?P<plain>{_PLAIN})|\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'"
    rf"|\[(?P<items>{_ITEM}(?:,[ ]*{_ITEM})*)\])(?:\n|\Z)"
)
_ITEMS = re.compile(_ITEM)


def plain_mapping(source: Span) -> Mapping | None:
    """The mapping that a YAML text is; None where it may be anything else."""
    text = source.text
    if not text.replace("\n", "").isprintable():
        return None
    entries: list[Entry] = []
    at = 0
    while at < len(text):
        found = _LINE.match(text, at)
        if found is None:
            return None
        entries.append(Entry(found["key"], _span(source, *found.span("key")), _value(source, found)))
        at = found.end()
    if not entries:
        return None
    return Mapping(tuple(entries), Span(source.file, source.start, entries[-1].value.span.end))


def _value(source: Span, found: re.Match[str]) -> Node:
    kind = found.lastgroup
    assert kind is not None, "a value is of one kind"
    start, end = found.span(kind)
    if kind == "plain":
        return Scalar(found[kind], found[kind] in NULLS, _span(source, start, end))
    around = _span(source, start - 1, end + 1)
    if kind != "items":
        return Scalar(found[kind], False, around)
    items = _ITEMS.finditer(source.text, start, end)
    return Sequence(tuple(_scalar(source, item) for item in items), around)


def _scalar(source: Span, item: re.Match[str]) -> Scalar:
    return Scalar(item[0], item[0] in NULLS, _span(source, *item.span()))


def _span(source: Span, start: int, end: int) -> Span:
    return Span(source.file, source.start + start, source.start + end)
