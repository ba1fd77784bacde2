"""Reads Pandoc's attribute syntax ``{#id .class key=value}``."""

import re
from typing import NamedTuple

_SPACE = re.compile(r"[ \t\n]*")
_IDENTIFIER = re.compile(r"#([^\s{}#.=\"']+)")
_CLASS = re.compile(r"\.([^\s{}.#=\"']+)")
_PAIR = re.compile(r"""([A-Za-z_:][\w:.-]*)=(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s"'{}]+))""")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class RawPair(NamedTuple):
    """One ``key=value`` with its offsets ``[start, end)`` in the scanned text."""

    key: str
    value: str
    start: int
    end: int


class RawAttributes(NamedTuple):
    """Attributes as scanned; `start` and `end` are offsets of the braces in the scanned text."""

    identifier: str
    classes: tuple[str, ...]
    pairs: tuple[RawPair, ...]
    start: int
    end: int


def without_attributes(text: str) -> str:
    """A text without the braces that it ends in, and without spaces at its end."""
    text = text.rstrip()
    start = text.rfind("{") if text.endswith("}") else -1
    return text if start < 0 or "}" in text[start:-1] else text[:start].rstrip()


def scan_attributes(text: str, start: int, end: int) -> RawAttributes | None:
    """Scan ``{…}`` at `start`; None when there are no well-formed attributes before `end`."""
    if start >= end or text[start] != "{":
        return None
    identifier = ""
    classes: list[str] = []
    pairs: list[RawPair] = []
    position = start + 1
    separated = True
    while True:
        after_space = _end(_SPACE, text, position, end)
        separated = separated or after_space > position
        position = after_space
        if position >= end:
            return None
        if text[position] == "}":
            return RawAttributes(identifier, tuple(classes), tuple(pairs), start, position + 1)
        if not separated:
            return None
        if match := _IDENTIFIER.match(text, position, end):
            identifier = match[1]
        elif match := _CLASS.match(text, position, end):
            classes.append(match[1])
        elif match := _PAIR.match(text, position, end):
            quoted = match[2] if match[2] is not None else match[3]
            value = match[4] if quoted is None else _ESCAPE.sub(r"\1", quoted)
            pairs.append(RawPair(match[1], value, match.start(), match.end()))
        else:
            return None
        position = match.end()
        separated = False


def _end(pattern: re.Pattern[str], text: str, position: int, end: int) -> int:
    match = pattern.match(text, position, end)
    return match.end() if match else position
