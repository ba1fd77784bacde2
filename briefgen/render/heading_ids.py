"""The ids of an author's headings: readable in every script, and the same when another heading is added.

Python-Markdown makes ids of ASCII alone: where that is all there is to a heading, nothing is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import runs_of
from briefgen.model.block import Block, Box, Heading
from briefgen.model.box import BoxRole
from briefgen.model.inline import Inline
from briefgen.model.layout import anchors
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class HeadingId:
    """The id of a heading, empty where the site's builder makes it; `before` is its earlier one, `place`
    the one that leads to it on the page."""

    identifier: str
    before: str = ""
    place: str = ""


def heading_ids(title: str, blocks: Iterable[Block]) -> Mapping[Span, HeadingId]:
    """The ids of the headings of a page and of its boxes' titles, by their places; `title` is the page's."""
    listed = list(_headings(blocks))
    given = {one.identifier for one in listed if one.identifier}
    used = _Names({*given, anchors.in_every_script(title)})
    made_before = _Names({anchors.of_heading(title)})
    ids: dict[Span, HeadingId] = {}
    above: list[tuple[int, str]] = []
    for one in listed:
        text = plain_text(one.line)
        before = made_before.counted(anchors.of_heading(text))
        made_before.names.add(before)
        own = one.identifier or _free(anchors.in_every_script(text), above, one.level, used)
        used.names.add(own)
        above = [*((level, name) for level, name in above if level < one.level), (one.level, own)]
        if one.identifier or (own and own != before and not anchors.is_taken(own)):
            old = before if before.strip("_0123456789") and before not in used.names else ""
            ids[one.span] = HeadingId(own, "" if anchors.is_taken(old) else old, own)
        elif anchors.is_of_theme(before):
            ids[one.span] = HeadingId("", "", anchors.instead_of(before, one.span.line))
        elif anchors.is_of_part(before):
            second = made_before.counted(before)
            made_before.names.add(second)
            ids[one.span] = HeadingId(second, "", second)
        else:
            ids[one.span] = HeadingId("", "", before)
    return ids


@dataclass(frozen=True, slots=True)
class _Listed:
    level: int
    line: tuple[Inline, ...]
    span: Span
    identifier: str


def _headings(blocks: Iterable[Block], *, nested: bool = False) -> Iterator[_Listed]:
    """Headings, and the titles of boxes that are written as such: not of translations, nor inside lists."""
    for block in blocks:
        if isinstance(block, Heading):
            yield _Listed(block.level, block.children, block.span, block.identifier)
        if isinstance(block, Box) and block.title and block.kind.role is not BoxRole.TRANSLATES:
            own = block.attributes.identifier
            yield from (_Listed(3, block.title, block.span, own),) if own or not nested else ()
        for run in runs_of(block):
            yield from _headings(run, nested=nested or not isinstance(block, Box))


def _free(slug: str, above: Iterable[tuple[int, str]], level: int, used: "_Names") -> str:
    """A name that no other heading has: of a second one with that of what it stands below before it."""
    if not slug or slug not in used.names:
        return slug
    over = [name for higher, name in above if higher < level and name]
    within = f"{over[-1]}-{slug}" if over else slug
    return used.counted(within)


class _Names:
    """Names that are taken on a page."""

    def __init__(self, names: set[str]) -> None:
        self.names = names
        self._numbers: dict[str, int] = {}

    def counted(self, name: str) -> str:
        """A name as Python-Markdown makes it one of its own."""
        if name and name not in self.names:
            return name
        number = self._numbers.get(name, 1)
        while f"{name}_{number}" in self.names:
            number += 1
        self._numbers[name] = number
        return f"{name}_{number}"
