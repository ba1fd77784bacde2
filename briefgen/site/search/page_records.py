"""From a page of the built site to its records."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from briefgen.model.layout import classes
from briefgen.model.layout import site as at
from briefgen.site.search.html_tree import Element, parse_html
from briefgen.site.search.own_index import primary
from briefgen.site.search.records import PageFacts, Piece, Record, RecordKind
from briefgen.site.search.regions import Region, regions_of
from briefgen.site.search.text_streams import Stream, streams_of

FULL, FULLEST = 1200, 1800
"""Words of a record: behind `FULL` a new section begins a new record, behind `FULLEST` any paragraph.

Five results are loaded at a time, so a record must stay small; all words of a search must stand in one, so it
must not be too small."""

_ASKED = frozenset({"html", "title", "meta", "article"})
"""The elements that are asked what a page is."""


def language_of(html: str) -> str:
    """The language of a page; its beginning is enough."""
    return primary(_said_language(html.partition("<head")[0]) or _said_language(html))


@lru_cache(maxsize=64)
def _said_language(beginning: str) -> str:
    """Asked of what stands before the head of a page, which is the same on thousands of them."""
    elements = parse_html(beginning)
    return next((one.attributes.get("lang", "") for one in elements if one.tag == "html"), "")


def records_of(html: str, address: str, spoken: Collection[str]) -> tuple[Record, ...]:
    """The records of a page whose address, relative to the site's root, is `address`.

    `spoken` are the languages of the site's pages. A page that asks to be left out, that only leads to
    another one, or that has no article, has none.
    """
    everything = parse_html(_without_surroundings(html))
    elements = [element for element in everything if element.tag in _ASKED]
    article = next((element for element in elements if element.tag == "article"), None)
    if article is None or _is_left_out(elements):
        return ()
    said = _said(elements)
    language = primary(next((one.attributes.get("lang", "") for one in elements if one.tag == "html"), ""))
    work_language = primary(said["language"][0]) if "language" in said else language
    facts = PageFacts(
        address,
        _title(elements, article),
        work_language,
        next(iter(said.get("date", ())), ""),
        tuple(said.get("topic", ())),
        tuple(said.get("verdict", ())),
        tuple(said.get("work", ())),
    )
    kind = next(iter(said.get("kind", ())), "")
    has_errata = classes.ERRATUM in html and any(classes.ERRATUM in one.classes for one in everything)
    regions = list(regions_of(article, kind, work_language, has_errata=has_errata))
    if kind == "brief":
        regions[1:1] = _description(elements, article)
    streams = streams_of(regions, language, spoken)
    return tuple(record for stream in streams for record in _parted(facts, stream))


def _without_surroundings(html: str) -> str:
    """The head and the article: what is around them is much of a page, and none of it is read."""
    head, article, end = html.find("<body"), html.find("<article"), html.rfind("</article>")
    return html[:head] + html[article:end] if -1 < head < article < end else html


def _is_left_out(elements: Sequence[Element]) -> bool:
    for element in elements:
        if element.tag == "meta":
            name, equivalent = (
                element.attributes.get("name"),
                element.attributes.get("http-equiv", "").lower(),
            )
            if equivalent == "refresh":
                return True
            if name == f"{at.META_PREFIX}search" and element.attributes.get("content") == "exclude":
                return True
    return False


def _said(elements: Sequence[Element]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for element in elements:
        name = element.attributes.get("name", "")
        if element.tag == "meta" and name.startswith(at.META_PREFIX):
            said.setdefault(name.removeprefix(at.META_PREFIX), []).append(
                element.attributes.get("content", "")
            )
    return said


def _title(elements: Sequence[Element], article: Element) -> str:
    heading = next((element for element in article.walk() if element.tag == "h1"), None)
    if heading is None:
        heading = next((element for element in elements if element.tag == "title"), None)
    if heading is None:
        return ""
    shown = [
        child if isinstance(child, str) else child.text() for child in heading.children if _is_text(child)
    ]
    return " ".join("".join(shown).split())


def _is_text(child: Element | str) -> bool:
    return isinstance(child, str) or classes.PERMALINK not in child.classes


def _description(elements: Sequence[Element], article: Element) -> list[Region]:
    """What a brief says of itself in lists, when its text does not say it in the same words."""
    for element in elements:
        if element.tag == "meta" and element.attributes.get("name") == "description":
            said = element.attributes.get("content", "")
            if " ".join(said.split()) not in " ".join(article.text().split()):
                return [(RecordKind.BRIEF, Element("p", {}, [said]))]
    return []


def _parted(page: PageFacts, stream: Stream) -> list[Record]:
    """The pieces of a stream in records of a size that a reader need not wait for."""
    parts: list[list[Piece]] = [[]]
    words, place = 0, ""
    for piece in stream.pieces:
        begins_section = piece.element in {"h1", "h2", "h3"}
        if parts[-1] and (words + piece.size > FULLEST or (words > FULL and begins_section)):
            # The new record begins in the middle of a section, and its hits lead there.
            parts.append([] if piece.identifier or not place else [Piece("div", "", place)])
            words = 0
        parts[-1].append(piece)
        words += piece.size
        place = piece.identifier or place
    return [
        Record(page, stream.kind, stream.language, number, tuple(part))
        for number, part in enumerate(parts, start=1)
        if any(piece.text for piece in part)
    ]
