"""The start tags of a page and where they stand, so that a page can be changed in places and nowhere else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from briefgen.markup.html_parser import LinearHTMLParser

_NAME = re.compile(r"<[^\s/>]+")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute, and the place of its value with its quotation marks; an empty one where it has none."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag from `start` to `end`; `inside` is what a script or a style holds, letter for letter."""

    name: str
    attributes: tuple[Attribute, ...]
    start: int
    end: int
    inside: str = ""

    def get(self, name: str) -> str | None:
        """The value of an attribute; of several with one name the first, as browsers do."""
        return next((one.value for one in self.attributes if one.name == name), None)

    def words(self, name: str) -> frozenset[str]:
        """The words of an attribute that is a list of them, as `rel` is, in lower case."""
        return frozenset((self.get(name) or "").lower().split())


def read_tags(page: str) -> tuple[Tag, ...]:
    """The start tags of a page, in order."""
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    return tuple(reader.finish())


def edited(page: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The page with each range from start to end replaced by a text; the ranges do not meet."""
    parts: list[str] = []
    end = 0
    for start, stop, text in sorted(edits):
        parts += (page[end:start], text)
        end = stop
    return "".join((*parts, page[end:]))


class _Reader(LinearHTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [0, *(match.end() for match in re.finditer("\n", page))]
        self._tags: list[Tag] = []
        self._inside: dict[int, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002, these have no places
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        written = self.get_starttag_text() or ""
        self._tags.append(Tag(tag, tuple(_attributes(written, start)), start, start + len(written)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:
            self._inside.setdefault(len(self._tags) - 1, []).append(data)

    def finish(self) -> Iterator[Tag]:
        for number, tag in enumerate(self._tags):
            inside = "".join(self._inside.get(number, ()))
            yield Tag(tag.name, tag.attributes, tag.start, tag.end, inside) if inside else tag


def _attributes(written: str, start: int) -> Iterator[Attribute]:
    name = _NAME.match(written)
    for found in _ATTRIBUTE.finditer(written, name.end() if name else 0):
        value = found[2] or ""
        if value[:1] in {'"', "'"}:
            value = value[1:-1]
        place = found.span(2) if found[2] else (found.end(), found.end())
        yield Attribute(found[1].lower(), unescape(value), start + place[0], start + place[1])
