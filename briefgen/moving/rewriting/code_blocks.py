"""Blocks of code with attributes of Pandoc: their caption, and the place they name, stand beside them."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.rewriting.box import anchor
from briefgen.moving.seen import Seen

_INFO = re.compile(r"(?P<language>[\w+-]*+)[ \t]*\{(?P<inside>[ \t]*[.#][^{}]*+)\}")
_CLASS = re.compile(r"(?:^|\s)\.([^\s.#=]+)")
_ID = re.compile(r"(?:^|\s)#([^\s{}#]+)")
_CAPTION = re.compile(r"""\b(?:lst-cap|caption|title|name)=(?:"(?P<said>[^"]*)"|'(?P<words>[^']*)')""")


def code_blocks(seen: Seen) -> Iterator[Edit]:
    """Each that has an id or a caption."""
    for fence in seen.fences:
        found = _INFO.fullmatch(fence.info) if fence.mark[0] != ":" and not fence.is_text else None
        inside = found["inside"] if found else ""
        identifier, caption = _ID.search(inside), _CAPTION.search(inside)
        if found is None or not (identifier or caption):
            continue
        name = identifier[1] if identifier else ""
        place = f"{fence.indent}{anchor(name)}\n\n" if name in seen.around.targets else ""
        kind = _CLASS.search(inside)
        language = found["language"] or (kind[1] if kind else "")
        start, end = seen.line(fence.first)
        said = f"a block of code stands without `{{{inside.strip()}}}`"
        if place:
            yield Edit(start, start, place)
        yield Edit(start, end, f"{fence.indent}{fence.mark}{language}", said)
        if caption:
            known = seen.around.targets.get(name)
            number = f"{known.words}: " if known and known.words != name else ""
            words = caption["said"] or caption["words"] or ""
            last = seen.line(fence.last)[1]
            yield Edit(last, last, f"\n\n{fence.indent}*{number}{words}*")
