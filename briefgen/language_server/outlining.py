"""The outline of a brief: its headings, and the boxes below them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from briefgen.markdown.plain import plain_text
from briefgen.model.block import Block, Box, Heading
from briefgen.text import Span, TextFile


class PartKind(Enum):
    """What a part of a text is."""

    HEADING = "heading"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: `span` is all of it, `head` what it is known by."""

    kind: PartKind
    title: str
    head: Span
    span: Span
    parts: "tuple[Part, ...]" = ()
    level: int = 0


def outline(file: TextFile, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The parts of a text, those within others below them."""
    flat = list(_flat(blocks, 1))
    ends = [*(part.head.start for part in flat[1:]), len(file.text)]
    return _nested([_until(part, flat[at + 1 :], ends[-1]) for at, part in enumerate(flat)])


def _flat(blocks: Sequence[Block], level: int) -> "list[Part]":
    parts: list[Part] = []
    for block in blocks:
        if type(block) is Heading:
            level = block.level
            title = plain_text(block.children) or "#" * level
            parts.append(Part(PartKind.HEADING, title, block.span, block.span, level=level))
        elif type(block) is Box:
            title = plain_text(block.title)
            name = block.kind.value or "box"
            shown = f"{name}: {title}" if title else name
            end = block.children[-1].span.end if block.children else block.span.end
            whole = block.span.file.span(block.span.start, max(end, block.span.end))
            same = whole.path == block.span.path
            parts.append(Part(PartKind.BOX, shown, block.span, whole if same else block.span, level=7))
    return parts


def _until(part: Part, behind: Sequence[Part], end: int) -> Part:
    """A heading with all that stands below it."""
    if part.kind is not PartKind.HEADING:
        return part
    stop = next((one.head.start for one in behind if one.level <= part.level), end)
    return replace(part, span=part.head.file.span(part.head.start, max(stop, part.head.end)))


def _nested(parts: Sequence[Part]) -> tuple[Part, ...]:
    found: list[Part] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        below = at + 1
        while below < len(parts) and parts[below].level > part.level:
            below += 1
        found.append(replace(part, parts=_nested(parts[at + 1 : below])))
        at = below
    return tuple(found)
