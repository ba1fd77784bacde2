"""The plain text of a mail: its lines put together as its sender wrote them (RFC 3676), and who is quoted."""

import re
from itertools import groupby

from briefgen.model.spans import SpanKind, TextSpan

_QUOTED = re.compile(r"(?:>[ ]?)+")
_SIGNATURE = "-- "


def plain_body(text: str, flowed: bool, without_space: bool) -> tuple[str, tuple[TextSpan, ...]]:
    """The text, and a span for each mark before a quoted line.

    A line of `flowed` text that ends in a space goes on in the next one; `without_space`, that space is none
    of the text.
    """
    lines = [_parted(line, flowed) for line in text.split("\n")]
    if flowed:
        lines = _joined(lines, without_space)
    pieces: list[str] = []
    spans: list[TextSpan] = []
    length = 0
    for mark, line in lines:
        if mark:
            spans.append(TextSpan(SpanKind.QUOTE_MARK, length, length + len(mark)))
        pieces.append(f"{mark}{line}")
        length += len(pieces[-1]) + 1
    return "\n".join(pieces), tuple(spans)


def _parted(line: str, flowed: bool) -> tuple[str, str]:
    """The marks of a quoted line, and the rest of it; a space that only protects the line is taken away."""
    if flowed:
        rest = line.lstrip(">")
        depth = len(line) - len(rest)
        rest = rest.removeprefix(" ")
        return (">" * depth + " " if depth else "", rest)
    match = _QUOTED.match(line)
    return (match[0], line[match.end() :]) if match else ("", line)


def _joined(lines: list[tuple[str, str]], without_space: bool) -> list[tuple[str, str]]:
    joined: list[tuple[str, str]] = []
    for mark, group in groupby(lines, key=lambda line: line[0]):
        paragraph: list[str] = []
        for _, line in group:
            if line == _SIGNATURE or not line.endswith(" "):
                joined.append((mark, "".join((*paragraph, line))))
                paragraph = []
            else:
                paragraph.append(line[:-1] if without_space else line)
        if paragraph:
            joined.append((mark, "".join(paragraph)))
    return joined
