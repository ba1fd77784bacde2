"""Which elements of an article are found, and as what."""

from collections.abc import Iterator
from dataclasses import replace

from briefgen.model.layout import anchors, classes
from briefgen.site.search.html_tree import Element
from briefgen.site.search.records import RecordKind

Region = tuple[RecordKind, Element]

_SECTIONS = frozenset({"h1", "h2"})
_REPEATED = frozenset(
    (
        anchors.PARTS.examined,
        anchors.PARTS.sources,
        anchors.PARTS.checked,
        anchors.PARTS.cite,
        anchors.PARTS.report,
        anchors.PARTS.evidence,
    )
)
"""Parts of a brief that repeat what is found elsewhere: at its boxes, at its footnotes, at its works."""


def regions_of(article: Element, kind: str, work_language: str, *, has_errata: bool) -> Iterator[Region]:
    """The elements of an article to be read, in order.

    `kind` is what the page says it is, and `has_errata` whether something of it was wrong. Of a page that
    lists only the head is found, since its entries are pages of their own; of a work's page the head and the
    passages. The title and reference on it are in `work_language`, which its HTML need not say.
    """
    elements = [
        child if isinstance(child, Element) else Element("p", {}, [child]) for child in article.children
    ]
    if kind == "brief":
        yield from _of_brief(elements, has_errata=has_errata)
    elif kind == "work":
        yield from _of_work(elements, work_language)
        yield from ((RecordKind.PASSAGES, one) for one in _passages(article))
    elif kind == "list":
        yield from ((RecordKind.PAGE, one) for one in _head(elements) if one.tag in {"h1", "p"})
    else:
        yield from ((RecordKind.PAGE, one) for one in _without_excluded(elements))


def _of_brief(elements: list[Element], *, has_errata: bool) -> Iterator[Region]:
    left_out = _REPEATED if has_errata else _REPEATED | {anchors.PARTS.errata}
    section = ""
    for element in elements:
        if element.tag in _SECTIONS:
            section = element.identifier
        if classes.FOOTNOTES in element.classes:
            yield RecordKind.FOOTNOTES, element
        elif classes.WRONG in element.classes:
            continue
        elif section not in left_out and element.identifier != anchors.PARTS.footnotes:
            yield RecordKind.BRIEF, element


def _of_work(elements: list[Element], language: str) -> Iterator[Region]:
    said = ""
    for element in _head(elements):
        # Its labels are those of every card, and the reference says the most.
        if classes.WORK_CARD in element.classes:
            rows = [one for one in element.walk() if one.tag == "dd"]
            yield from ((RecordKind.WORK, row) for row in rows if row.text().strip() not in said)
            continue
        said += element.text()
        if element.tag in {"h1", "p"} and classes.WORK_KEY not in element.classes:
            element = replace(element, attributes={"lang": language} | dict(element.attributes))
        yield RecordKind.WORK, element


def _passages(element: Element) -> Iterator[Element]:
    """What is quoted of a work, without what is said of it: by whom, and where."""
    for child in element.children:
        if isinstance(child, Element):
            if classes.UNCHECKED in child.classes:
                continue  # no words of the source, as far as anybody knows; they are found in their briefs
            if classes.PASSAGE in child.classes or classes.FULL_TEXT in child.classes:
                yield (
                    child
                    if "lang" in child.attributes
                    else replace(child, children=list(_in_a_language(child)))
                )
            else:
                yield from _passages(child)


def _in_a_language(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element) and child.tag != "a":
            if "lang" in child.attributes:
                yield child
            else:
                yield from _in_a_language(child)


def _head(elements: list[Element]) -> Iterator[Element]:
    for element in elements:
        if element.tag == "h2":
            return
        yield element


def _without_excluded(elements: list[Element]) -> Iterator[Element]:
    """Without the sections whose headings say ``data-search-exclude``, as in Material's search."""
    excluded = 0
    for element in elements:
        if level := element.level:
            if excluded and level <= excluded:
                excluded = 0
            if not excluded and "data-search-exclude" in element.attributes:
                excluded = level
        if not excluded:
            yield element
