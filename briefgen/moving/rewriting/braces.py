"""Attributes in braces and raw output, where they mean nothing here: the words stay, the braces go."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.seen import Seen

_BEHIND = re.compile(r"(?<=[)`])\{:?[ ]?(?P<inside>(?:[#.][^\s{}]|[A-Za-z][\w-]*=|=[a-z])[^{}\n]*)\}")
_SPAN = re.compile(r"(?<![\\!\]])\[(?P<words>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\{(?P<inside>[^{}\n]*)\}")
_OURS = re.compile(r"\.own\b|\.event\b|occurrence=|elision_ok=")
_MARKS = {"smallcaps": "", "sc": "", "underline": "*", "ul": "*", "mark": "==", "strikeout": "~~"}
_RAW = re.compile(r"\{=(?P<format>[\w+-]+)\}")


def braces(seen: Seen) -> Iterator[Edit]:
    """Attributes behind links, code and words in brackets."""
    for found in _BEHIND.finditer(seen.masked, seen.body):
        inside = found["inside"]
        if inside.startswith("="):
            said = f"raw output for `{inside[1:]}` is shown as code: write it as Markdown, or take it out"
            yield Edit(found.start(), found.end(), "", said, Told.DECIDE)
        else:
            yield Edit(
                found.start(),
                found.end(),
                "",
                f"`{{{inside}}}` is taken out: it means nothing here",
                Told.LEFT,
            )
    for found in _SPAN.finditer(seen.masked, seen.body):
        if _OURS.search(found["inside"]) is None:
            yield from _span(found)


def _span(found: re.Match[str]) -> Iterator[Edit]:
    inside = found["inside"]
    mark = next((_MARKS[one] for one in re.findall(r"\.([\w-]+)", inside) if one in _MARKS), "")
    place = anchor(one[1]) if (one := re.search(r"#([^\s{}#]+)", inside)) else ""
    said = f"words in brackets stand without `{{{inside}}}`"
    yield Edit(found.start(), found.start() + 1, f"{place}{mark}", said, Told.LEFT)
    yield Edit(found.end("words"), found.end(), mark)


def raw_blocks(seen: Seen) -> Iterator[Edit]:
    """Blocks of raw output: HTML becomes what it is, the others are shown as code."""
    for fence in seen.fences:
        found = _RAW.fullmatch(fence.info)
        if found is None or fence.is_text:
            continue
        start, end = seen.line(fence.first)
        said = f"raw output for `{found['format']}` is shown as code: write it as Markdown, or take it out"
        yield Edit(start, end, f"{fence.indent}{fence.mark}{found['format']}", said, Told.DECIDE)
