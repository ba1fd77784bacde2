"""HTML as a tree of elements, whatever the HTML is like: half of a page gives the tree of that half."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.markup.elements import VOID
from briefgen.markup.html_parser import LinearHTMLParser

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
_DEEPEST = 200
"""Elements within elements; what is deeper is read as part of the last one."""


@dataclass(slots=True)
class Element:
    """An element of a page, with its text and elements in order."""

    tag: str
    attributes: dict[str, str]
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
        return frozenset(self.attributes.get("class", "").split())

    def walk(self) -> "Iterator[Element]":
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self) -> str:
        """All text below it, spaces as they are."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parse_html(html: str) -> Element:
    """The tree of a page; its root is no element of the page."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


class _Builder(LinearHTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _IN_PARAGRAPHS:
            self._close_one_of(frozenset({"p"}), frozenset())
        if tag in _CLOSED_BY:
            self._close_one_of(_CLOSED_BY[tag], _LISTS)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._close_one_of(frozenset({tag}), frozenset())

    def handle_data(self, data: str) -> None:
        if self._open[-1].tag not in _UNREAD:
            self._open[-1].children.append(data)

    def _close_one_of(self, tags: frozenset[str], not_beyond: frozenset[str]) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in tags:
                del self._open[depth:]
                return
            if self._open[depth].tag in not_beyond:
                return
