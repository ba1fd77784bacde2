"""Lines that begin as headings, lists, notes or verse do elsewhere; blocks of code without an end."""

import re
from collections import Counter
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import CodeBlock, Paragraph
from briefgen.parse.check import Check, Seen
from briefgen.text import TextFile

_HEADING = re.compile(r"#{2,6}(?=[^\W\d_])|#{1,6}(?=[\u00a0\u202f\u3000])")
_NOTE = re.compile(r"\[\d{1,3}\][ \t]+\S")
_NUMBER = re.compile(r"\[\d{1,3}\]")
_LISTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[•◦▪●‣∙·][ \t\u00a0]*\S",
        r"#[.)][ \t]+\S",
        r"\(?[a-h][.)][ \t]+\S",
        r"\(?(?:i|ii|iii|iv|v|vi)[.)][ \t]+\S",
        r"\(\d{1,2}\)[ \t]+\S",
    )
)
_VERSE = re.compile(r"\|[ \t]+\S")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})")


def _markers(seen: Seen) -> Iterator[Diagnostic]:
    numbered = Counter(_NUMBER.findall(seen.file.text))
    for paragraph in seen.of(Paragraph):
        file, first = paragraph.span.file, paragraph.span.line
        last = file.line_of(max(paragraph.span.start, paragraph.span.end - 1))
        lines = [file.line_text(at).strip(" \t") for at in range(first, last + 1)]
        for number, line in enumerate(lines, first):
            if _HEADING.match(line):
                way = "put a plain space behind the `#`: `## Words`"
                yield _unread(file, number, "this is no heading: no plain space stands behind its `#`", way)
            elif _NOTE.match(line) and (number > first or numbered[line[: line.index("]") + 1]] > 1):
                label = line[1 : line.index("]")]
                way = f"write `[^{label}]` in the text, and here `[^{label}]: words`"
                yield _unread(file, number, f"`[{label}]` is no footnote here", way)
        if len(lines) > 1:
            yield from _of_lines(file, first, lines)
    for code in seen.of(CodeBlock):
        if not _ends(code):
            message = "this block of code is never closed, so that all behind it is code"
            yield _unread(code.span.file, code.span.line, message, "end it with a line of the same signs")


def _of_lines(file: TextFile, first: int, lines: list[str]) -> Iterator[Diagnostic]:
    if any(sum(bool(one.match(line)) for line in lines) > 1 and one.match(lines[0]) for one in _LISTS):
        way = "write `- ` before each item, or `1. ` where they are numbered"
        yield _unread(file, first, "these lines are no list here, and would be one paragraph", way)
    elif all(_VERSE.match(line) for line in lines):
        if all(line.endswith("|") for line in lines):
            message = "this is no table: the line below its head is missing"
            way = "write `|---|---|` below the first row, which is the head"
        else:
            message = "this is verse as Pandoc writes it, and its `|` would be shown"
            way = "leave the `|` out, and end each line but the last with `\\`"
        yield _unread(file, first, message, way)


def _ends(code: CodeBlock) -> bool:
    """Whether a block of code has its last line, or is none that needs one."""
    file = code.span.file
    opening = _FENCE.search(file.line_text(code.span.line)[code.span.column - 1 :][:100])
    if opening is None or file.line_text(code.span.line)[: code.span.column - 1].strip("> \t-*+0123456789.)"):
        return True
    begins = file.text[code.span.start : code.span.start + 100].lstrip()
    if not begins.startswith(opening["fence"][:90]):
        return True
    last = file.line_of(max(code.span.start, code.span.end - 1))
    closing = file.line_text(last).strip("> \t")
    return (
        last > code.span.line
        and closing == closing[:1] * len(closing)
        and closing.startswith(opening["fence"])
    )


def _unread(file: TextFile, number: int, message: str, way: str) -> Diagnostic:
    line = file.whole_line(number)
    start = line.start + len(line.text) - len(line.text.lstrip())
    return Diagnostic(rules.MARKER_UNREAD, file.span(start, line.end), message, hint=way)


CHECK = Check(_markers)
