"""Tables that are none here: as Pandoc draws them, or with lines that do not fit."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.attributes import without_attributes
from briefgen.model.block import Paragraph, Table, ThematicBreak
from briefgen.parse.check import Check, Seen
from briefgen.text import Span

_BELOW_HEAD = re.compile(
    r"[ ]{0,3}\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)+\|?[ \t]*+"
    r"|[ ]{0,3}\|[ \t]*+:?-+:?[ \t]*+\|[ \t]*+"
)
_DASHES = re.compile(r"[ ]*-{2,}(?:[ ]+-{2,})+[ ]*")
_GRID = re.compile(r"\+(?:[-=:]{2,}\+)+[ ]*")
_CAPTION = re.compile(r"(?:[Tt]able\s*)?:\s+\S|\{#")
_WRITE = "write it with `|` between its cells, and a line `|---|---|` below its head"


def _tables(seen: Seen) -> Iterator[Diagnostic]:
    for paragraph in seen.of(Paragraph):
        yield from _in_text(paragraph.span)
    for line in seen.of(ThematicBreak):
        if _DASHES.fullmatch(line.span.file.line_text(line.span.line)) and _beside_text(line.span):
            yield Diagnostic(
                rules.FOREIGN_TABLE, line.span, "this is a table as Pandoc draws it", hint=_WRITE
            )
    for table in seen.of(Table):
        yield from _without_bars(table)


def _beside_text(span: Span) -> bool:
    """Whether a line directly above or below holds something."""
    file, last = span.file, len(span.file.line_starts)
    return any(file.line_text(at).strip() for at in (span.line - 1, span.line + 1) if 1 <= at <= last)


def _in_text(span: Span) -> Iterator[Diagnostic]:
    file, first = span.file, span.line
    lines = [file.line_text(at) for at in range(first, file.line_of(max(span.start, span.end - 1)) + 1)]
    for number, (above, line) in enumerate(pairwise(lines), first):
        if "|" in above and _BELOW_HEAD.fullmatch(line):
            head, below = _counted(above), _counted(line)
            fits = head == below
            yield Diagnostic(
                rules.FOREIGN_TABLE,
                file.whole_line(number + 1),
                "this is no table: with those above, it would have thousands of cells that nobody wrote"
                if fits
                else f"this is no table: its head has {head}, and the line below it {below}",
                hint="give each row as many cells as the head"
                if fits
                else "give the line below the head as many parts as the head: `|---|---|`",
            )
            return
    if lines and _GRID.fullmatch(lines[0].strip()):
        yield Diagnostic(
            rules.FOREIGN_TABLE, file.whole_line(first), "this is a table as Pandoc draws it", hint=_WRITE
        )


def _counted(line: str) -> str:
    number = len(re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|")))
    return f"{number} cell{'s' * (number > 1)}"


def _without_bars(table: Table) -> Iterator[Diagnostic]:
    if len(table.head) < 2:
        return
    for row in table.rows:
        place = row[0].span.file.whole_line(row[0].span.line)
        said = place.text.strip()
        if "|" in said or not said:
            continue
        if found := _CAPTION.match(said):
            caption = said[found.end() - 1 :] if not said.startswith("{#") else ""
            caption = without_attributes(caption)
            way = f"put an empty line before it, and write `*{caption}*`" if caption else "take it out"
            message = "this is a caption as Pandoc writes it, and is read as a row of the table"
            yield Diagnostic(rules.FOREIGN_CAPTION, place, message, hint=way)
        else:
            message = "this line has no `|`, and is read as a row of the table above it"
            yield Diagnostic(
                rules.FOREIGN_TABLE, place, message, hint="put an empty line before what is no row"
            )


CHECK = Check(_tables)
