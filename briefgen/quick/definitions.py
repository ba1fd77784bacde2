"""A block of many definitions, taken apart once: Python-Markdown copies and reads the rest behind each."""

import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from markdown.blockprocessors import (
    BlockProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor

_ASKED_BEFORE = frozenset(
    {
        AdmonitionProcessor,
        CodeBlockProcessor,
        DefListIndentProcessor,
        EmptyBlockProcessor,
        HRProcessor,
        HashHeaderProcessor,
        ListIndentProcessor,
        MarkdownInHtmlProcessor,
        OListProcessor,
        SetextHeaderProcessor,
        TableProcessor,
        UListProcessor,
    }
)
"""Kinds that say no of what is left of a block, if they did of the whole, if it begins with a definition, and
if its second line makes no heading or table of that."""
_CODE = ("pymdownx.superfences", "SuperFencesCodeBlockProcessor")
"""The code blocks of `pymdownx.superfences`, which begin as any do."""
_KNOWN = (r"(^|\n)[ ]{0,3}:[ ]{1,3}(.*?)(\n|$)", r"^[ ]{0,3}[^ :]")
"""How Python-Markdown finds a definition, and what continues it without being indented."""
_DEFINITION = re.compile(r"[ ]{0,3}:[ ]{1,3}[^\n]*(?:\n|\Z)")
_GOES_ON = re.compile(r"[ ]{0,3}[^ :]")
_CHANGES_FIRST = re.compile(r"[|:\- ]*(?:\n|\Z)|=")
"""A line that makes a heading or the head of a table of the line before."""

_Run = Callable[[Element, list[str]], bool | None]


def quick_definitions(kind: BlockProcessor, before: Iterable[BlockProcessor]) -> _Run:
    """What makes definitions of a block: all at once, if those that are asked before are known."""
    run: _Run = kind.run
    if type(kind) is not DefListProcessor or not all(map(_is_known, before)):
        return run
    if (kind.RE.pattern, kind.NO_INDENT_RE.pattern) != _KNOWN:
        return run
    indent = " " * kind.tab_length

    def run_each(parent: Element, blocks: list[str]) -> bool | None:
        items, rest = _parted(blocks[0], kind.RE, indent)
        if run(parent, items[:1]) is False:
            return False
        for item in items[1:]:
            run(parent, [item])
        blocks[:1] = [rest] if rest else []
        return None

    return run_each


def _is_known(kind: BlockProcessor) -> bool:
    return type(kind) in _ASKED_BEFORE or (type(kind).__module__, type(kind).__name__) == _CODE


def _parted(block: str, definition: re.Pattern[str], indent: str) -> tuple[list[str], str]:
    """Definitions, the first with its terms, and what is left, of which others are to be asked."""
    found = definition.search(block)
    items: list[str] = []
    start = 0
    while found is not None:
        end = found.end()
        if _GOES_ON.match(block, end):
            return [*items, block[start:]], ""
        end = _indented(block, end, indent)
        if end == len(block):
            return [*items, block[start:]], ""
        items.append(block[start : end - 1])
        found = _DEFINITION.match(block, end)
        if found is not None and _CHANGES_FIRST.match(block, found.end()):
            found = None
        start = end
    return items, block[start:]


def _indented(block: str, start: int, indent: str) -> int:
    """Where the indented and empty lines end."""
    while start < len(block):
        end = block.find("\n", start) + 1 or len(block)
        line = block[start:end]
        if not line.startswith(indent) and line.strip():
            break
        start = end
    return start
