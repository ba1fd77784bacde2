"""Where things stand in a ``.bib`` text: its entries, their keys and fields, its @strings.

pybtex knows no places and gives up on a broken entry; this scanner knows places, goes on, and reads no
values.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefgen.bibliography.cursor import Cursor, UnclosedError
from briefgen.diagnostics import Report
from briefgen.text import Span, TextFile


@dataclass(frozen=True, slots=True)
class ScannedField:
    """One ``name = value``: the lower-case name, its place, the value as written with its delimiters.

    `macros` are the places of the bare words in the value: names of @strings.
    """

    name: str
    name_span: Span
    value_span: Span
    macros: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ScannedString:
    """One ``@string{name = value}``."""

    field: ScannedField


@dataclass(frozen=True, slots=True)
class ScannedEntry:
    """One entry: lower-case type, key as written, complete fields in order (duplicates included).

    An entry without a key, which nothing can name, has an empty one.
    """

    type: str
    key: str
    key_span: Span
    fields: tuple[ScannedField, ...]
    span: Span


ScannedItem = ScannedEntry | ScannedString

_OUTSIDE = re.compile(r"%[^\n]*|(?P<brace>[{}])|(?<!\w)@[ \t]*(?P<type>[A-Za-z][\w-]*)\s*(?P<open>[{(])?")
_KEY = re.compile(r"[^\s,{}()=\"#%][^\s,{}\"]*")
_NAME = re.compile(r"[^\W\d][\w:.+/-]*")
_NUMBER = re.compile(r"[0-9]+")
_HASH = re.compile(r"\s*#")
_BRACES = re.compile(r"[{}]")
_FIELD_INSIDE = re.compile(r"\n[ \t]*[A-Za-z]+[ \t]*=[ \t]*[{\"]")


def scan(
    file: TextFile, report: Report, passed_over: Mapping[int, int] = MappingProxyType({})
) -> tuple[ScannedItem, ...]:
    """Find all entries and @strings of a ``.bib`` text, in file order.

    Text between entries, lines after ``%``, @preamble and closed @comment groups are passed over. A line that
    starts with ``@word{`` at column 1 begins something new even when what stands before it was never closed.
    Every syntax error is reported as `bibtex-syntax`; an entry that has one keeps the fields that could be
    read. Entries that are `passed_over` are known already: where they begin, and where the next one does.
    """
    cursor = Cursor(file, report)
    found: list[ScannedItem] = []
    closed = closed_groups(file.text) if "@comment" in file.text.lower() else {}
    depth = 0  # of braces in the text between entries
    while match := _OUTSIDE.search(file.text, cursor.position):
        cursor.position = match.end()
        if match["brace"]:
            if depth == 0 and match["brace"] == "}":
                hint = "is the entry before it closed too early?"
                cursor.error(match.start(), match.end(), "this } closes nothing", hint)
            if depth >= 0:  # it stays below: one finding is enough for what is left of such an entry
                depth += 1 if match["brace"] == "{" else -1
        elif match["type"]:
            depth = 0
            if (end := passed_over.get(match.start())) is not None:
                cursor.position = end
                continue
            if match["type"].lower() == "comment":
                # a closed group is passed over whole, with the entries in it; else the word alone
                cursor.position = closed.get(match.end() - 1, match.end())
            else:
                found += _item(cursor, match)
    return tuple(found)


def closed_groups(text: str) -> dict[int, int]:
    """For each { of the text that is closed, the offset behind its }."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for match in _BRACES.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            closed[opened.pop()] = match.end()
    return closed


def _item(cursor: Cursor, head: re.Match[str]) -> list[ScannedItem]:
    """What begins with ``@word{``: an entry, a @string, or nothing that is kept."""
    if not head["open"]:
        if cursor.file.column_of(head.start()) == 1:
            cursor.error(head.start(), head.end("type"), f"`@{head['type']}` is not followed by {{")
            return [_without_key(cursor, head, ())]
        return []
    if head["type"].lower() in ("string", "preamble"):
        string = _group(cursor, head)
        return [string] if string else []
    return [_entry(cursor, head)]


def _closer(head: re.Match[str]) -> str:
    return "}" if head["open"] == "{" else ")"


def _group(cursor: Cursor, head: re.Match[str]) -> ScannedString | None:
    """Read ``@string{…}`` or ``@preamble{…}``; only a @string is worth returning."""
    field = None
    try:
        if head["type"].lower() == "preamble":
            _value(cursor, "@preamble")
        elif (field := _field(cursor)) is None:
            cursor.error(head.start(), head.end(), "this @string has no `name = value`")
        cursor.skip_junk()
        cursor.accept(_closer(head))
    except UnclosedError as unclosed:
        _report_unclosed(cursor, unclosed, cursor.span(head), f"this @{head['type']}")
    return ScannedString(field) if field else None


def _without_key(cursor: Cursor, head: re.Match[str], fields: tuple[ScannedField, ...]) -> ScannedEntry:
    span = cursor.file.span(head.start(), cursor.position)
    return ScannedEntry(head["type"].lower(), "", cursor.span(head), fields, span)


def _entry(cursor: Cursor, head: re.Match[str]) -> ScannedEntry:
    """Read one entry; without a key it is reported, for nothing can name it."""
    fields: list[ScannedField] = []
    key: re.Match[str] | None = None
    try:
        cursor.skip_space()
        key = _key(cursor, head)
        _read_fields(cursor, _closer(head), fields)
    except UnclosedError as unclosed:
        last = fields[-1] if fields else None
        if not unclosed.span and last and _FIELD_INSIDE.search(last.value_span.text):
            # this field took the closing brace of its entry for its own: its value is nothing anyone meant
            unclosed = UnclosedError(f"the field `{last.name}`", fields.pop().name_span)
        name = f"the entry `{key.group()}`" if key else f"this @{head['type']}"
        _report_unclosed(cursor, unclosed, cursor.span(key or head), name)
    if not key:
        return _without_key(cursor, head, tuple(fields))
    span = cursor.file.span(head.start(), cursor.position)
    return ScannedEntry(head["type"].lower(), key.group(), cursor.span(key), tuple(fields), span)


def _key(cursor: Cursor, head: re.Match[str]) -> re.Match[str] | None:
    """Read the key of an entry; reports when there is none, or no comma after it."""
    start = cursor.position
    key = cursor.match(_KEY)
    if key and _closer(head) == ")" and key.group().endswith(")"):
        key = _KEY.match(cursor.text, start, key.end() - 1)
        cursor.position = key.end() if key else start
    cursor.skip_space()
    if not key or cursor.peek() == "=" or (cursor.peek() in '{"' and "=" in key.group()):
        cursor.position = start
        cursor.error(head.start(), head.end(), f"this @{head['type']} has no key")
        return None
    if cursor.peek() not in (",", _closer(head)):
        cursor.error(key.start(), key.end(), f"a comma is missing after the key `{key.group()}`")
    return key


def _read_fields(cursor: Cursor, closer: str, fields: list[ScannedField]) -> None:
    """Append the fields before `closer` to `fields`, so that they are there if UnclosedError is raised."""
    while True:
        cursor.skip_space()
        if cursor.accept(","):
            continue
        if cursor.accept(closer):
            return
        if _NAME.match(cursor.text, cursor.position):
            if field := _field(cursor):
                fields.append(field)
                _expect_comma(cursor, field, closer)
            else:
                cursor.skip_junk()
        else:
            start = cursor.position
            cursor.error(start, start + 1, f"a field name was expected here, not `{cursor.peek()}`")
            cursor.position += 1
            cursor.skip_junk()


def _expect_comma(cursor: Cursor, field: ScannedField, closer: str) -> None:
    cursor.skip_space()
    if cursor.peek() not in (",", closer):
        message = f"a comma is missing after the field `{field.name}`"
        cursor.error(field.name_span.start, field.name_span.end, message)
        if not _NAME.match(cursor.text, cursor.position):
            cursor.position += cursor.peek() in "})"
            cursor.skip_junk()


def _field(cursor: Cursor) -> ScannedField | None:
    """Read ``name = value``; None where no name stands, or when the rest is broken (then reported)."""
    cursor.skip_space()
    name = cursor.match(_NAME)
    if not name:
        return None
    cursor.skip_space()
    if not cursor.accept("="):
        cursor.error(name.start(), name.end(), f"= and a value are missing after `{name.group()}`")
        return None
    try:
        read = _value(cursor, f"`{name.group()}`")
    except UnclosedError:
        raise UnclosedError(f"the field `{name.group()}`", cursor.span(name)) from None
    return ScannedField(name.group().lower(), cursor.span(name), *read) if read else None


def _value(cursor: Cursor, owner: str) -> tuple[Span, tuple[Span, ...]] | None:
    """Read a value (braced, quoted, number or bare word, several joined by #): its place, its bare words'."""
    cursor.skip_space()
    start = cursor.position
    words: list[Span] = []
    while True:
        cursor.skip_space()
        if cursor.peek() == "{":
            cursor.skip_braced()
        elif cursor.peek() == '"':
            if not cursor.skip_quoted():
                return None
        elif word := cursor.match(_NAME):
            words.append(cursor.span(word))
        elif not cursor.match(_NUMBER):
            cursor.error(cursor.position, cursor.position + 1, f"a value of {owner} is missing here")
            return None
        if not cursor.match(_HASH):
            return cursor.file.span(start, cursor.position), tuple(words)


def _report_unclosed(cursor: Cursor, unclosed: UnclosedError, span: Span, what: str) -> None:
    line = cursor.file.line_of(cursor.position)
    where = "the end of the file" if cursor.position >= len(cursor.text) else f"line {line}"
    place = unclosed.span or span
    message = f"{unclosed.what or what} is not closed before {where}"
    cursor.error(place.start, place.end, message, "a closing bracket is missing")
