"""Fenced divs of Pandoc and Quarto: callouts become boxes, others are opened up."""

import re
from collections.abc import Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.fences import Fence
from briefgen.moving.note import Told
from briefgen.moving.numbered import is_heading, kind_of
from briefgen.moving.rewriting.box import KINDS, anchor, opening
from briefgen.moving.rewriting.comment import commented
from briefgen.moving.seen import Seen

_CLASS = re.compile(r"\.([^\s{}.#=]+)")
_ID = re.compile(r"#([^\s{}#]+)")
_TITLE = re.compile(r"""(?<![^\s{])title=(?:"((?:\\.|[^"\\])*)"|'([^']*)'|(\S+?)(?=[\s}]))""")
_HIDDEN = frozenset({"content-hidden", "hidden"})


def hidden_divs(seen: Seen) -> Iterator[Edit]:
    """Each div that nobody is shown, as a whole: nothing that others make of its text may end the comment."""
    for fence in seen.fences:
        info, classes = _said(fence)
        if _is_div(fence) and not _HIDDEN.isdisjoint(classes):
            first, last = seen.lines(fence.first, fence.first), seen.lines(fence.last, fence.last)
            end = last[0] if fence.closed else last[1]
            text = f"{fence.indent}{commented(chr(10) + seen.text[first[1] : end] + fence.indent)}\n"
            yield Edit(first[0], last[1], text, f"a hidden block `{info}` is a comment now", Told.LEFT)


def divs(seen: Seen) -> Iterator[Edit]:
    """Each other div, at its first and at its last line."""
    for fence in seen.fences:
        if _is_div(fence):
            yield from _div(seen, fence)


def _is_div(fence: Fence) -> bool:
    return fence.mark[0] == ":" and fence.is_text


def _said(fence: Fence) -> tuple[str, list[str]]:
    """What stands behind the colons, and the classes in it."""
    info = fence.info.rstrip(":").strip()
    return info, _CLASS.findall(info) if info.startswith("{") else [info]


def _div(seen: Seen, fence: Fence) -> Iterator[Edit]:
    info, classes = _said(fence)
    identifier = found[1] if (found := _ID.search(info)) and info.startswith("{") else ""
    name = next((one for one in classes), "")
    kind = name.removeprefix("callout-")
    start, end = seen.line(fence.first)
    start += len(fence.indent)
    title = next((part for part in found.groups() if part), "") if (found := _TITLE.search(info)) else ""
    title = title.replace('\\"', '"')
    if kind in KINDS or name.startswith("callout"):
        said = f"a callout `{kind}` is a box `note` now"
        has_title = _begins_with_heading(seen, fence)
        line = opening("note" if has_title else kind, "" if has_title else title, identifier)
        line += f"\n{fence.indent}**{title}**\n" if has_title and title else ""
        yield Edit(start, end, line, said)
        if not fence.closed:
            yield Edit(len(seen.text), len(seen.text), "\n:::\n")
    elif (
        identifier
        and (counted := kind_of(identifier))
        and not is_heading(counted)
        and counted not in ("fig", "tbl", "lst")
    ):
        target = seen.around.targets.get(identifier)  # none of an id whose braces are left open
        title = target.words if target and not _begins_with_heading(seen, fence) else ""
        yield Edit(start, end, opening("", title, identifier), f"a block `#{identifier}` is a box `note` now")
    else:
        yield from _opened(seen, fence, info, identifier)


def _opened(seen: Seen, fence: Fence, info: str, identifier: str) -> Iterator[Edit]:
    """A div of which only the text is left."""
    first, last = seen.lines(fence.first, fence.first), seen.lines(fence.last, fence.last)
    if identifier == "refs":
        yield Edit(*first, "", "`#refs` is taken out: the list of sources is made by itself")
        yield Edit(*last, "")
    else:
        said = f"a block `{info}` is opened up: its text stands among the text"
        yield Edit(*first, f"{fence.indent}{anchor(identifier)}\n\n" if identifier else "", said, Told.LEFT)
        if fence.closed:
            yield Edit(*last, "")


def _begins_with_heading(seen: Seen, fence: Fence) -> bool:
    for number in range(fence.first + 1, fence.last):
        line = seen.text[slice(*seen.line(number))].strip()
        if line:
            return line.startswith("#")
    return False
