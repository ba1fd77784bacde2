"""Tables that are drawn, or written as lists or with commas, as tables with pipes."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefgen.moving.edit import Edit
from briefgen.moving.seen import Seen

_GRID = re.compile(
    r"^(?P<indent>[ ]{0,3})\+(?:[-:]+\+)+[ \t]*\n(?:[ ]{0,3}[|+][^\n]*[|+][ \t]*(?:\n|\Z))+", re.MULTILINE
)
_MOST_ADDED = 100_000
"""So many empty cells are put in at most where rows are short: one long row among many would be millions."""
_LONGEST_CELL = 100_000
_BLOCK = re.compile(r"(?:[-*+>#]|\d+[.)])[ \t]|```|:::")


def grids(seen: Seen) -> Iterator[Edit]:
    """Tables of Pandoc that are drawn; one whose cells are joined, or hold blocks, stays."""
    for found in _GRID.finditer(seen.masked, seen.body):
        table = _of_grid(seen.text[found.start() : found.end()].rstrip("\n").split("\n"))
        if table is not None:
            tail = "\n" if found[0].endswith("\n") else ""
            yield Edit(found.start(), found.end(), table + tail, "a table that is drawn has pipes now")


def _of_grid(lines: list[str]) -> str | None:
    border = lines[0].rstrip()
    columns = [place for place, sign in enumerate(border) if sign == "+"]
    rows: list[list[str]] = [[""] * (len(columns) - 1)]
    has_head = False
    for line in (one.rstrip() for one in lines[1:]):
        if any(line[place : place + 1] not in ("|", "+") for place in columns):
            return None
        if line.lstrip().startswith("+"):
            if "|" in line or set(line.strip()) - set("+-=:"):
                return None
            has_head = has_head or "=" in line
            rows.append([""] * (len(columns) - 1))
            continue
        cells = [line[start + 1 : end].strip() for start, end in pairwise(columns)]
        if any("|" in cell or _BLOCK.match(cell) for cell in cells):
            return None
        if not any(cells) and any(rows[-1]):
            return None  # paragraphs in a cell
        rows[-1] = [f"{before} {cell}".strip() for before, cell in zip(rows[-1], cells, strict=True)]
    return with_pipes(rows[:-1] if not any(rows[-1]) else rows, has_head=has_head)


def from_lists(body: str, options: dict[str, str]) -> str | None:
    """A table of a list of lists; None where it is none."""
    rows: list[list[str]] = []
    for line in body.split("\n"):
        if found := re.fullmatch(r"[*-][ \t]+[*-](?:[ \t]+(.*))?", line):
            rows.append([found[1] or ""])
        elif rows and (found := re.fullmatch(r"[ \t]+[*-](?:[ \t]+(.*))?", line)):
            rows[-1].append(found[1] or "")
        elif line.strip():
            if not rows:
                return None
            rows[-1][-1] += f" {line.strip()}"
    return with_pipes(rows, has_head=options.get("header-rows", "0") != "0")


def from_comma_separated(body: str, options: dict[str, str]) -> str | None:
    """A table of lines with commas; None where there is none that can be read."""
    head = options.get("header", "")
    try:
        rows = [*_separated([head] if head else []), *_separated(body.strip().splitlines())]
    except csv.Error:  # a cell beyond the limit that the process has
        return None
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    return with_pipes(rows, has_head=bool(head) or options.get("header-rows", "0") != "0")


def _separated(lines: list[str]) -> Iterator[list[str]]:
    return ([cell.strip() for cell in row] for row in csv.reader(lines, skipinitialspace=True))


def with_pipes(rows: list[list[str]], *, has_head: bool) -> str | None:
    """Rows as a table: without a head of its own it has an empty one. None where most cells were added."""
    width = max(map(len, rows), default=0)
    if not rows or width * len(rows) - sum(map(len, rows)) > _MOST_ADDED:
        return None
    rows = [*([] if has_head else [[""] * width]), *rows]
    lines = [_row([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join((lines[0], "|" + "---|" * width, *lines[1:]))


_BAR = re.compile(r"(?<!\\)\|")


def _row(cells: Iterable[str]) -> str:
    escaped = [_BAR.sub(lambda _: "\\|", cell) for cell in cells]
    return f"| {' | '.join(escaped)} |"
