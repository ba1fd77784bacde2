"""Fences and other lines that open and close something: found by a walk over the lines of a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_OPENING = re.compile(
    r"(?P<indent>[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?)(?P<mark>`{3,}|~{3,}|:{3,})(?P<info>[^\n]*)"
)
_COMMENT = re.compile(r"[ \t]*<!--")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: lines are numbered from 0, `last` is that of the closing fence, or the last there is.

    `is_text` says that what stands in it is text, and not code. `inner` counts the fences of text around it.
    """

    first: int
    last: int
    closed: bool
    indent: str
    mark: str
    info: str
    is_text: bool
    inner: int


IsText = Callable[[str, str], bool]
"""Whether a fence of this mark and info has text in it."""


@dataclass(slots=True)
class _Open:
    first: int
    indent: str
    mark: str
    info: str
    is_text: bool


def find_fences(lines: list[str], is_text: IsText, *, by_length: bool = False) -> list[Fence]:
    """All fences, in the order of their first lines. With `by_length` a fence of colons is closed as one of
    backticks is: by one that is as long at least; else any line of colons closes the innermost."""
    found: list[Fence] = []
    stack: list[_Open] = []
    comment = False
    for number, line in enumerate(lines):
        if comment:
            comment = "-->" not in line
            continue
        in_code = bool(stack) and not stack[-1].is_text
        match = _OPENING.match(line)
        if match is None:
            if not in_code and _COMMENT.match(line) and "-->" not in line:
                comment = True
            continue
        if stack and _closes(stack, match, by_length=by_length):
            opened = stack.pop()
            found.append(_fence(opened, number, len(stack), closed=True))
        elif not in_code and _opens(match):
            info = match["info"].strip()
            mark = match["mark"]
            stack.append(_Open(number, match["indent"], mark, info, is_text(mark, info)))
    while stack:
        opened = stack.pop()
        found.append(_fence(opened, len(lines) - 1, len(stack), closed=False))
    return sorted(found, key=lambda fence: fence.first)


def _fence(opened: _Open, last: int, inner: int, *, closed: bool) -> Fence:
    return Fence(opened.first, last, closed, opened.indent, opened.mark, opened.info, opened.is_text, inner)


def _closes(stack: list[_Open], match: re.Match[str], *, by_length: bool) -> bool:
    top, mark = stack[-1], match["mark"]
    if match["info"].strip() or mark[0] != top.mark[0]:
        return False
    return len(mark) >= len(top.mark) or (mark[0] == ":" and not by_length)


def _opens(match: re.Match[str]) -> bool:
    if match["mark"][0] == "`":
        return "`" not in match["info"]
    return match["mark"][0] == "~" or bool(match["info"].strip())
