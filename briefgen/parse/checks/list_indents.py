"""Lists that their indents make into something else: text of the line above, code, or a list of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Edit
from briefgen.markdown.walk import is_break
from briefgen.model.block import Block, BlockQuote, CodeBlock, List, Paragraph
from briefgen.model.inline import Text
from briefgen.parse.check import Check, Seen
from briefgen.text import Span, TextFile

_MARKER = re.compile(r"(?P<indent>[ \t]*)(?P<marker>[-*+]|[0-9]{1,9}[.)])(?P<space>[ \t]+)(?=\S)")
_TAB = 4
_LEAST = 2
"""How many spaces more than its list a block has that was meant for the item."""
_MEANT_FOR_ITEMS: Mapping[type[Block], str] = {List: "list", BlockQuote: "quote", Paragraph: "text"}


def _indents(seen: Seen) -> Iterator[Diagnostic]:
    for run in seen.runs:
        if not run.in_quote:
            yield from _too_little(run.blocks)
    for paragraph in seen.of(Paragraph):
        if found := _in_text(paragraph):
            yield found
    for code in seen.of(CodeBlock):
        if found := _as_code(code):
            yield found


def _too_little(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Blocks behind a list that stand further in than its items, and not far enough to be in the last one."""
    for before, block in pairwise(blocks):
        what = _MEANT_FOR_ITEMS.get(type(block))
        if not isinstance(before, List) or what is None:
            continue
        item, line = before.items[-1].span, block.span.file.line_text(block.span.line)
        marker = _MARKER.match(item.file.line_text(item.line))
        indent = len(line) - len(line.lstrip(" "))
        if marker is None or marker.start("marker") != item.column - 1 or indent != block.span.column - 1:
            continue
        wanted = len(marker[0])
        if indent - len(marker["indent"]) >= _LEAST and indent < wanted:
            yield Diagnostic(
                rules.LIST_INDENT,
                _line(block.span.file, block.span.line),
                f"this {what} is not in the item above, whose text is indented by {wanted}, it by {indent}",
                hint=f"indent it by {wanted} spaces; or not at all, if it is not to be in the item",
                fix=_moved(block.span, wanted - indent),
            )


def _in_text(paragraph: Paragraph) -> Diagnostic | None:
    """Lines of a paragraph that begin as items do, and are indented too far to be any."""
    if not any(map(is_break, paragraph.children)):
        return None
    begins = paragraph.children[0].span if paragraph.children else paragraph.span
    file, own = paragraph.span.file, begins.column - 1
    before = file.line_text(paragraph.span.line)[:own]
    if before.lstrip(" -*+0123456789.)"):
        return None  # in a quote, or behind a tab
    lines = [
        second.span.line
        for first, second in pairwise(paragraph.children)
        if is_break(first)
        and isinstance(second, Text)
        and (found := _MARKER.match(file.line_text(second.span.line)))
        and found.start("marker") == second.span.column - 1
        and _width(found["indent"]) >= own + _TAB
    ]
    if not lines or not _can_follow_text(file.line_text(lines[0])):
        return None
    much = min(_width(_indent_of(file.line_text(line))) for line in lines) - own
    spaces = all("\t" not in _indent_of(file.line_text(line)) for line in lines)
    return Diagnostic(
        rules.LIST_INDENT,
        _line(file, lines[0]),
        "this is no list: a line that is indented so far goes on with the text above it",
        hint=f"indent it by {own} spaces" if own else "begin it at the left edge",
        fix=tuple(Edit(_start_of(file, line, much), "") for line in lines) if spaces else (),
    )


def _can_follow_text(line: str) -> bool:
    """Whether a list may begin with a line directly below text: a number is 1 there."""
    return line.strip()[:1] in "-*+" or bool(re.match(r"0*1[.)]", line.strip()))


def _as_code(code: CodeBlock) -> Diagnostic | None:
    """An indented block of code that begins as an item does."""
    line = code.span.file.line_text(code.span.line)
    is_indented = not line[code.span.column - 1 :].lstrip().startswith(("```", "~~~"))
    found = _MARKER.match(code.text)
    if not is_indented or found is None or found["indent"]:
        return None
    return Diagnostic(
        rules.LIST_INDENT,
        _line(code.span.file, code.span.line),
        "this is shown as code: four spaces before a line make it so",
        hint="indent a list as far as the text it stands in, or not at all; put code between lines of ```",
    )


def _moved(span: Span, by: int) -> tuple[Edit, ...]:
    """Spaces before each line of a block."""
    file, last = span.file, span.file.line_of(max(span.start, span.end - 1))
    return tuple(
        Edit(_start_of(file, line, 0), " " * by)
        for line in range(span.line, last + 1)
        if file.line_text(line).strip()
    )


def _start_of(file: TextFile, line: int, length: int) -> Span:
    start = file.line_starts[line - 1]
    return file.span(start, start + length)


def _line(file: TextFile, number: int) -> Span:
    """A line without its indent."""
    whole = file.whole_line(number)
    return file.span(whole.start + len(_indent_of(whole.text)), whole.end)


def _indent_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _width(indent: str) -> int:
    return len(indent.expandtabs(_TAB))


CHECK = Check(_indents)
