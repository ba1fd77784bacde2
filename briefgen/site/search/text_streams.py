"""From elements to streams of text: one for each kind and language that occurs."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from briefgen.markup.elements import BLOCKS, CELLS
from briefgen.model.layout import anchors, classes
from briefgen.site.search.html_tree import Element
from briefgen.site.search.own_index import has_own_index, primary
from briefgen.site.search.records import Piece, RecordKind
from briefgen.site.search.regions import Region

_NO_TEXT = frozenset("button form head iframe nav noscript object script style svg template textarea".split())
_NO_TEXT_CLASSES = frozenset(
    (
        classes.BRIEF_STATUS,
        classes.CITED_AT,
        classes.COMPARED,
        classes.EVIDENCE,
        classes.FOOTNOTE_BACK,
        classes.FOOTNOTE_MARK,
        classes.FOUND,
        classes.NOT_CHECKED,
        classes.PAPER_LINE,
        classes.PERMALINK,
        classes.SKIP_LINK,
        classes.SOURCE_FILE,
        classes.SOURCE_STATE,
        classes.TAGS,
        classes.TRANSLATION_OF,
    )
)
"""What stands on every page, or says how the page works."""
_OMITTED = "…"
"""In place of words that are found in another language's index."""
_ADDRESS = "\0"
"""In place of an address, until the text is whole: nobody looks for it, and it goes with the comma before."""
_WITH_ADDRESS = re.compile(rf"(,\s*)?{_ADDRESS}")


@dataclass(slots=True)
class Stream:
    """The text of one kind and in one language, in the order of the page."""

    kind: RecordKind
    language: str
    pieces: list[Piece] = field(default_factory=list)
    place: str = ""
    """The id of the last place in it."""


def streams_of(regions: Iterable[Region], language: str, spoken: Collection[str]) -> list[Stream]:
    """The streams of the regions of a page that is in `language`, in the order in which they begin.

    `spoken` are the languages of the site's pages.
    """
    reader = _Reader(language, spoken)
    for kind, element in regions:
        reader.read_region(kind, element)
    return list(reader.streams.values())


class _Reader:
    """Walks once over a page. Text of another language goes to a stream of its own, with the places it stands
    at; so does text behind a box, which belongs to the section again."""

    def __init__(self, language: str, spoken: Collection[str]) -> None:
        self.streams: dict[tuple[RecordKind, str], Stream] = {}
        self._kind = RecordKind.PAGE
        self._page_language = language
        self._spoken = spoken
        self._place = ""
        """The id that a hit in the next text leads to."""
        self._box = ""
        """The id of a box, until something is said in it: its title is found under the id of the box."""
        self._note = ""
        """The id of a footnote, until something is said in it."""
        self._text: list[str] = []

    def read_region(self, kind: RecordKind, element: Element) -> None:
        """Read one element, as what it is found as."""
        if kind is not self._kind:
            self._kind, self._place = kind, ""
        if not _is_left_out(element):
            self._read_block(element, self._language_in(element, self._page_language))

    def _read(self, element: Element, language: str) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._text.append(child)
            elif _is_address(child):
                self._text.append(_ADDRESS)
            elif not _is_left_out(child):
                self._read_child(child, language)

    def _read_child(self, element: Element, language: str) -> None:
        own = self._language_in(element, language)
        if element.tag in BLOCKS:
            self._end_block(language)
            self._read_block(element, own)
        elif own != language:
            outside, self._text = [*self._text, _OMITTED], []
            self._read(element, own)
            self._end_block(own)
            self._text = outside
        else:
            self._read(element, own)
            self._text.append(_said_by(element))

    def _read_block(self, element: Element, language: str) -> None:
        outside = self._place
        if element.level:
            self._place = self._box or element.identifier
        elif element.identifier.startswith(anchors.NOTE_PREFIX):
            self._place = self._note = element.identifier
        elif element.identifier and not anchors.is_of_paragraph(element.identifier):
            # The id of a paragraph is for those who cite it: a hit leads to its section, with its heading.
            self._place = self._box = element.identifier
        self._read(element, language)
        self._end_block(language, heading=element.tag if element.level else "")
        if not element.level:
            self._place, self._box = outside, ""

    def _language_in(self, element: Element, language: str) -> str:
        tag = element.attributes.get("lang")
        if not tag or not has_own_index(element.text(), primary(tag), self._spoken):
            return language
        return primary(tag)

    def _end_block(self, language: str, heading: str = "") -> None:
        text = "".join(self._text)
        if _ADDRESS in text:
            text = _WITH_ADDRESS.sub("", text)
        text = " ".join(text.split()).removesuffix(" ·")
        self._text = []
        if not text.strip(f"{_OMITTED} "):
            return
        stream = self.streams.setdefault((self._kind, language), Stream(self._kind, language))
        if heading:
            piece = Piece(heading, text, self._place)
        elif self._note and language == self._page_language:
            piece = Piece("li", text, self._note)
            self._note = ""
        else:
            piece = Piece("p", text)
            if self._place and stream.place != self._place:
                stream.pieces.append(Piece("div", "", self._place))
        stream.pieces.append(piece)
        stream.place = self._place
        self._box = ""


def _is_left_out(element: Element) -> bool:
    attributes, said = element.attributes, element.classes
    if element.tag in _NO_TEXT or "hidden" in attributes or "data-search-exclude" in attributes:
        return True
    if classes.BOX_KIND in said and not element.level:  # “Correction”: the same above every one of them
        return True
    return attributes.get("aria-hidden") == "true" or not said.isdisjoint(_NO_TEXT_CLASSES)


def _is_address(element: Element) -> bool:
    return element.tag == "a" and element.text().startswith(("http://", "https://"))


def _said_by(element: Element) -> str:
    """What an element adds to its text."""
    if element.tag in CELLS:
        return " · "
    if element.tag == "img":
        return f" {element.attributes.get('alt', '')} "
    return " " if element.tag == "br" else ""
