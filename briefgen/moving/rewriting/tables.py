"""Tables that are written as lists or with commas, as tables with pipes."""

import csv
import re
from collections.abc import Iterable


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
    """A table of lines with commas; None where there is none."""
    rows = [
        [cell.strip() for cell in row] for row in csv.reader(body.strip().splitlines(), skipinitialspace=True)
    ]
    head = options.get("header", "")
    rows = [*csv.reader([head], skipinitialspace=True), *rows] if head else rows
    return with_pipes(rows, has_head=bool(head) or options.get("header-rows", "0") != "0")


def with_pipes(rows: list[list[str]], *, has_head: bool) -> str | None:
    """Rows as a table: without a head of its own it has an empty one."""
    if not rows:
        return None
    width = max(map(len, rows))
    rows = [*([] if has_head else [[""] * width]), *rows]
    lines = [_row([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join((lines[0], "|" + "---|" * width, *lines[1:]))


_BAR = re.compile(r"(?<!\\)\|")


def _row(cells: Iterable[str]) -> str:
    escaped = [_BAR.sub(lambda _: "\\|", cell) for cell in cells]
    return f"| {' | '.join(escaped)} |"
