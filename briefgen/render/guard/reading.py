"""HTML as elements in elements, just as it is written: what nothing opened closes nothing."""

from collections.abc import Mapping

from briefgen.markup.elements import VOID
from briefgen.markup.html_parser import LinearHTMLParser
from briefgen.markup.plain_html import NotPlainError, tags_in

_NOT_READ = ("<script", "<style")
"""Elements whose text `tags_in` leaves out."""


class Element:
    """An element, with its text and elements in order."""

    __slots__ = ("attributes", "children", "classes", "name")

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        said = attributes.get("class")
        self.name = name
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.classes = said.split() if said else []


def read_html(html: str) -> Element:
    """All of a piece of HTML in one element."""
    try:
        return read_plain(html)
    except NotPlainError:
        return read_any(html)


def read_plain(html: str) -> Element:
    """As `read_html`, of HTML as programs write it. Raises NotPlainError."""
    if any(name in html for name in _NOT_READ):
        raise NotPlainError
    root = Element("root", {})
    still_open = [root]
    for text, (name, attributes, is_start, is_whole) in tags_in(html):
        if text:
            still_open[-1].children.append(text)
        if is_start:
            element = Element(name, attributes)
            still_open[-1].children.append(element)
            if not is_whole and name not in VOID:
                still_open.append(element)
        elif name:
            _end(still_open, name)
    return root


def read_any(html: str) -> Element:
    """As `read_html`, whatever the HTML is like."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


def _end(still_open: list[Element], name: str) -> None:
    """Close the last element of this name, with all in it."""
    if len(still_open) > 1 and still_open[-1].name == name:  # as it is nearly always
        still_open.pop()
        return
    for index in range(len(still_open) - 1, 0, -1):
        if still_open[index].name == name:
            del still_open[index:]
            break


class _Parser(LinearHTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        _end(self._open, tag)

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
