"""HTML as a tree of elements, whatever the HTML is like: half of a page gives the tree of that half.

What a builder of sites writes is read by a shorter way than `html.parser` has, as far as both say the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from briefgen.markup.elements import VOID
from briefgen.markup.html_parser import LinearHTMLParser
from briefgen.markup.plain_html import NotPlainError, tags_in

_UNREAD = frozenset({"script", "style", "template"})
_CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
"""An element that has no end of its own ends where one of these begins."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "dl", "table", "select"})
_IN_PARAGRAPHS = frozenset(
    """a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark q s samp small span
    strong sub sup svg time u var wbr""".split()
)
_NO_CLASSES = frozenset[str]()
_DEEPEST = 200
"""Elements within elements; what is deeper is read as part of the last one."""


@dataclass(slots=True)
class Element:
    """An element of a page, with its text and elements in order."""

    tag: str
    attributes: Mapping[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def identifier(self) -> str:
        """Its id, or nothing."""
        return self.attributes.get("id", "")

    @property
    def level(self) -> int:
        """Of a heading, from 1 to 6; 0 of anything else."""
        return int(self.tag[1]) if self.tag in _HEADINGS else 0

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        said = self.attributes.get("class")
        return _classes_in(said) if said else _NO_CLASSES

    def walk(self) -> "Iterator[Element]":
        """This element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def text(self) -> str:
        """All text below it, spaces as they are."""
        texts: list[str] = []
        self._add_text(texts)
        return "".join(texts)

    def _add_text(self, texts: list[str]) -> None:
        for child in self.children:
            if isinstance(child, str):
                texts.append(child)
            else:
                child._add_text(texts)


@lru_cache(maxsize=1 << 12)
def _classes_in(said: str) -> frozenset[str]:
    """On thousands of elements stands the same."""
    return frozenset(said.split())


def parse_html(html: str) -> list[Element]:
    """The elements of a page in their order, behind the root of their tree, which is none of the page."""
    try:
        return read_plain(html)
    except NotPlainError:
        return read_any(html)


def read_any(html: str) -> list[Element]:
    """As `parse_html`, whatever the HTML is like."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tree.elements


def read_plain(html: str) -> list[Element]:
    """As `parse_html`, of plain HTML. Raises NotPlainError."""
    tree = _Tree()
    opened, tags = tree.opened, tree.tags
    for text, (name, attributes, is_start, is_whole) in tags_in(html):
        last = tags[-1]
        if text and last not in _UNREAD:
            opened[-1].children.append(text)
        if is_start:
            tree.start(name, attributes, is_whole=is_whole)
        elif name == last and name:  # nearly all ends are of what began last
            tags.pop()
            opened.pop()
        elif name:
            tree.end(name)
    return tree.elements


class _Tree:
    """The elements so far, and those that are open, with their tags."""

    def __init__(self) -> None:
        self.elements = [Element("", {})]
        self.opened = self.elements[:1]
        self.tags = [""]

    def start(self, tag: str, attributes: Mapping[str, str], *, is_whole: bool) -> None:
        element = Element(tag, attributes, [])
        self.elements.append(element)
        if is_whole:
            self.opened[-1].children.append(element)
            return
        if tag not in _IN_PARAGRAPHS:
            if "p" in self.tags:
                self._close("p")
            if tag in _CLOSED_BY:
                self._close_one_of(_CLOSED_BY[tag])
        self.opened[-1].children.append(element)
        if tag not in VOID and len(self.opened) < _DEEPEST:
            self.opened.append(element)
            self.tags.append(tag)

    def end(self, tag: str) -> None:
        if tag == self.tags[-1]:
            self.tags.pop()
            self.opened.pop()
        elif tag in self.tags:
            self._close(tag)

    def say(self, text: str) -> None:
        if self.tags[-1] not in _UNREAD:
            self.opened[-1].children.append(text)

    def _close(self, tag: str) -> None:
        """The last element of this name that is open, with all in it."""
        depth = len(self.tags) - 1
        while self.tags[depth] != tag:
            depth -= 1
        self._close_at(depth)

    def _close_one_of(self, tags: frozenset[str]) -> None:
        """The last one of these, if no list is open in it."""
        for depth in range(len(self.tags) - 1, 0, -1):
            if self.tags[depth] in tags:
                self._close_at(depth)
                return
            if self.tags[depth] in _LISTS:
                return

    def _close_at(self, depth: int) -> None:
        del self.opened[depth:]
        del self.tags[depth:]


class _Reader(LinearHTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = _Tree()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, _by_name(attrs), is_whole=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, _by_name(attrs), is_whole=True)

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.say(data)


def _by_name(attributes: list[tuple[str, str | None]]) -> dict[str, str]:
    return {name: value or "" for name, value in attributes}
