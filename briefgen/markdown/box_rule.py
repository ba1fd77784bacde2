"""markdown-it-py's block rule for boxes: Pandoc's fenced divs.

An opening fence has a name or attributes, a closing fence has none; the lengths of fences say nothing.
An opening fence does not interrupt a paragraph, a closing fence does. A ``:::`` inside a code block
is code. The fence that closes is found while the content is tokenized, because only then is known
what is code.
"""

import re
from typing import TypedDict

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from briefgen.markdown.attributes import RawAttributes, scan_attributes

_FENCE = re.compile(r":{3,}[ \t]*")
_NAME = re.compile(r"([^\s{}:][^\s{}]*+)[ \t]*+(?::+[ \t]*)?$")
_TAIL = re.compile(r"[ \t]*+(?::+[ \t]*)?$")


class OpenBox(TypedDict):
    """A box whose content is being tokenized: the nesting level inside it, and its closing line."""

    level: int
    closed_at: int | None


def box_plugin(md: MarkdownIt) -> None:
    """Add the rule; closing fences end paragraphs, quotes, lists and tables."""
    md.block.ruler.before(
        "fence", "box_close", _close, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.block.ruler.before("fence", "box", _open, {"alt": []})


def _stack(state: StateBlock) -> list[OpenBox]:
    boxes: list[OpenBox] = state.env.setdefault("open_boxes", [])
    return boxes


def _fence_end(state: StateBlock, line: int) -> int | None:
    """The offset after the colons (and spaces) of a fence line, None for any other line."""
    if state.is_code_block(line):
        return None
    start = state.bMarks[line] + state.tShift[line]
    match = _FENCE.match(state.src, start, state.eMarks[line])
    return match.end() if match else None


def _close(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    boxes = _stack(state)
    if not boxes:
        return False
    after = _fence_end(state, line)
    if after is None or after < state.eMarks[line]:
        return False
    if silent:
        return True
    if state.level != boxes[-1]["level"]:
        return False
    boxes[-1]["closed_at"] = line
    state.line = end_line
    return True


def _open(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    after = _fence_end(state, line)
    if after is None or after == state.eMarks[line]:
        return False
    head = _head(state.src, after, state.eMarks[line])
    if head is None:
        return False
    if silent:
        return True
    token = state.push("box_open", "div", 1)
    token.map = [line, line + 1]
    token.markup = ":::"
    boxes = _stack(state)
    boxes.append({"level": state.level, "closed_at": None})
    state.md.block.tokenize(state, line + 1, end_line)
    box = boxes.pop()
    closed_at = box["closed_at"]
    token.meta = {"name": head[0], "attributes": head[1], "closed": closed_at is not None}
    state.push("box_close", "div", -1)
    if closed_at is not None:
        state.line = closed_at + 1
    token.map = [line, max(state.line, line + 1)]
    state.line = token.map[1]
    return True


def _head(src: str, start: int, end: int) -> tuple[str, RawAttributes | None] | None:
    """What stands on an opening fence: a bare name, or attributes."""
    attributes = scan_attributes(src, start, end)
    if attributes is not None:
        return ("", attributes) if _TAIL.match(src, attributes.end, end) else None
    match = _NAME.match(src[start:end])
    return (match[1].rstrip(":"), None) if match else None
