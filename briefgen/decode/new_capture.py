"""A new entry for captures.yml: put into the text without touching what an author wrote there."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from briefgen.decode.captures import decode_captures
from briefgen.decode.compose import compose
from briefgen.decode.nodes import Entry, Mapping
from briefgen.decode.nodes import Sequence as Items
from briefgen.diagnostics import Diagnostic
from briefgen.model.capture import CaptureList, CaptureRecord, NoCapture
from briefgen.model.layout import project
from briefgen.text import Span, TextFile

_HEAD = """\
# Which works have a capture in seeds/, and how it came to us.
# A capture is never edited: its bytes are pinned by sha256.

"""
# What YAML reads as this very text, and a person too.
_PLAIN = re.compile(r"[^\W_](?:[\w ./+-]|:(?=\S))*", re.ASCII)
_KEYWORDS = frozenset("null true false yes no on off y n".split())
LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
"""The lines of a text, each with its end."""

_NOWHERE = TextFile("", "").span(0, 0)

Fields = Sequence[tuple[str, str]]
"""Keys with their values, in the order in which they are to stand."""


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Lines to put before a line (from 0), and one earlier line to change first."""

    at: int
    lines: tuple[str, ...]
    changed: tuple[int, str] | None = None


def add_capture(text: str, key: str, values: Fields) -> str | None:
    """The text of captures.yml with one more capture of a work, or None where it takes a person to add it.

    Everything else stays character for character, comments and line ends too; a work that has one capture so
    far gets a list of two. The result is read back: it holds what it held before, and the new entry.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    before: list[Diagnostic] = []
    file = TextFile(project.CAPTURES, plain)
    old = decode_captures(file, before.append)
    if any(entry.key == key for entry in old.uncaptured):
        return None
    insertion = _insertion(file, key, values)
    if before or insertion is None:
        return None
    added = _insert(text, insertion)
    after: list[Diagnostic] = []
    plain = added.replace("\r\n", "\n").replace("\r", "\n")
    new = decode_captures(TextFile(project.CAPTURES, plain), after.append)
    return added if not after and _is_one_more(old, new, key, values) else None


def entry_text(key: str, values: Fields) -> str:
    """The entry as it would stand in an empty file, for people to copy."""
    return "\n".join((f"{scalar(key)}:", *_mapping(values, "  ", "  "))) + "\n"


# ------------------------------------------------------------------------------------------- where to


def _insertion(file: TextFile, key: str, values: Fields) -> _Insertion | None:
    root = compose(file.span(0, len(file.text)), lambda _: None)
    if not isinstance(root, Mapping) or not root.entries:
        head = () if file.text.strip() else tuple(_HEAD.splitlines())
        return _Insertion(_line_count(file), (*head, *entry_text(key, values).splitlines()))
    margin = _margin(root.entries[0].key_span)
    if margin is None:
        return None
    entry = next((entry for entry in root.entries if entry.key == key), None)
    if entry is None:
        lines = (f"{margin}{scalar(key)}:", *_mapping(values, f"{margin}  ", f"{margin}  "))
        end = _after(file, root.entries[-1], len(margin))
        return _Insertion(end, ("", *lines))
    if isinstance(entry.value, Items) and entry.value.items:
        return _one_more_item(file, entry, entry.value, values)
    if isinstance(entry.value, Mapping) and entry.value.entries:
        return _second_item(file, entry, entry.value, values)
    return None


def _one_more_item(file: TextFile, entry: Entry, items: Items, values: Fields) -> _Insertion | None:
    first = items.items[0].span
    dash = file.text.rfind("-", file.line_starts[first.line - 1], first.start)
    margin = None if dash < 0 else _margin(file.span(dash, dash + 1))
    if margin is None:
        return None
    return _Insertion(_after(file, entry, len(margin)), tuple(_item(values, margin)))


def _second_item(file: TextFile, entry: Entry, mapping: Mapping, values: Fields) -> _Insertion | None:
    """The mapping becomes the first item of a list: a dash takes the place of two of its spaces."""
    first = mapping.entries[0].key_span
    margin = _margin(first)
    if margin is None or len(margin) < 2:
        return None
    line = f"{margin[:-2]}- {file.line_text(first.line)[len(margin) :]}"
    end = _after(file, entry, len(margin) - 2)
    return _Insertion(end, tuple(_item(values, margin[:-2])), (first.line - 1, line))


def _margin(span: Span) -> str | None:
    """The spaces before a span, if nothing else stands before it in its line."""
    before = span.file.line_text(span.line)[: span.column - 1]
    return before if not before.strip(" ") else None


def _after(file: TextFile, entry: Entry, margin: int) -> int:
    """The line (from 0) after an entry, and after comments below it that stand further in than `margin`."""
    line = file.line_of(max(entry.value.span.end, entry.key_span.end))
    end = line
    for number in range(line + 1, _line_count(file) + 1):
        text = file.line_text(number)
        if text.lstrip(" ").startswith("#") and len(text) - len(text.lstrip(" ")) > margin:
            end = number
        elif text.strip():
            break
    return end


def _line_count(file: TextFile) -> int:
    return len(file.line_starts) - (1 if not file.text or file.text.endswith("\n") else 0)


# ------------------------------------------------------------------------------------- what to insert


def _item(values: Fields, margin: str) -> list[str]:
    return _mapping(values, f"{margin}- ", f"{margin}  ")


def _mapping(values: Fields, first: str, margin: str) -> list[str]:
    return [
        f"{margin if number else first}{name}: {scalar(value)}" for number, (name, value) in enumerate(values)
    ]


def scalar(value: str) -> str:
    """A value as YAML reads it as this very text."""
    plain = _PLAIN.fullmatch(value) and value == value.strip() and value.casefold() not in _KEYWORDS
    return value if plain and not value.endswith(":") else json.dumps(value, ensure_ascii=False)


def _insert(text: str, insertion: _Insertion) -> str:
    lines = LINES.findall(text)
    end = next((line[len(line.rstrip("\r\n")) :] for line in lines if line.endswith(("\n", "\r"))), "\n")
    if insertion.changed:
        number, changed = insertion.changed
        lines[number] = changed + lines[number][len(lines[number].rstrip("\r\n")) :]
    if insertion.at and not lines[insertion.at - 1].endswith(("\n", "\r")):
        lines[insertion.at - 1] += end
    lines[insertion.at : insertion.at] = [f"{line}{end}" for line in insertion.lines]
    return "".join(lines)


def _is_one_more(old: CaptureList, new: CaptureList, key: str, values: Fields) -> bool:
    """Whether the new list is the old one and, somewhere in it, the record that was to be added."""
    rest = [without_places(record) for record in new.records]
    for record in map(without_places, old.records):
        if record not in rest:
            return False
        rest.remove(record)
    if [_of_none(entry) for entry in old.uncaptured] != [_of_none(entry) for entry in new.uncaptured]:
        return False
    written = dict(values)
    return len(rest) == 1 and rest[0].key == key and rest[0].sha256 == written["sha256"]


def without_places(record: CaptureRecord) -> CaptureRecord:
    """What a record says, wherever it stands."""
    named = {field.name: _NOWHERE for field in fields(record) if field.name.endswith("_span")}
    return replace(record, **named)  # type: ignore[arg-type]  # only spans are among them


def _of_none(entry: NoCapture) -> NoCapture:
    return replace(entry, key_span=_NOWHERE)
