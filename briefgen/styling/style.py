"""A style of CSL, and what must be known of it before it is used."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
CSL = f"{{{_NAMESPACE}}}"
_PARENT = re.compile(r"https?://www\.zotero\.org/styles/([a-z0-9-]+)")
_SUFFIX = re.compile(r'\s(?:disambiguate-add-year-suffix|subsequent-author-substitute)\s*=\s*"[^"]*"')
_SUBSTITUTE = re.compile(r'\ssubsequent-author-substitute\s*=\s*"[^"]*"')
_COUNTING = ("ordinal", "long-ordinal", "roman")
_POSITIONS = re.compile(r"\bposition=|et-al-subsequent")
_NEAR_BY_DEFAULT = 5
_LEAST_NEAR = 3
"""Below this what is near cannot be told from what follows."""


class NoStyleError(ValueError):
    """A text is no style of CSL that can be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its text, and where it puts citations.

    `in_notes`: they are notes; else they stand in the text, as `numbers` or not. `counts_notes`: they name
    the numbers of earlier notes. `positions`: what is cited again is cited otherwise. `near`: how many notes
    before is near, 0 where that is all the same. `follows`: what is cited twice in a row is cited otherwise.
    `counts_places`: a page is printed as ordinals or Roman numbers are. `tells_apart`: they say more of works
    that would look the same, `names` already where persons have a family name in common. `lists`: it has a
    list of works, `sorts`: in an order of its own, `by_number`: in which numbers of citations count.
    """

    text: str
    in_notes: bool
    numbers: bool
    counts_notes: bool
    positions: bool
    near: int
    follows: bool
    counts_places: bool
    tells_apart: bool
    names: bool
    lists: bool
    sorts: bool
    by_number: bool

    @property
    def can_be_parted(self) -> bool:
        """Whether a citation can be formatted without all those before it."""
        return self.near == 0 or self.near >= _LEAST_NEAR

    @property
    def for_briefs(self) -> str:
        """The style for the citations of briefs.

        An author stands in each entry of a list, even in several that follow each other: a dash in their
        place says nothing to who is led there by a link.
        """
        return _SUBSTITUTE.sub("", self.text)

    @property
    def for_citations(self) -> str:
        """The style without its list of works."""
        return _pruned(self.text, ("bibliography",))

    @property
    def for_entries(self) -> str:
        """The style for each work by itself, which no letter behind its year has to tell from others."""
        return _pruned(_SUFFIX.sub("", self.text), ("citation",))

    @property
    def for_order(self) -> str:
        """The style as one that prints nothing of works, in the order of its list."""
        return _pruned(_SUFFIX.sub("", self.text), ("citation", "bibliography"))


def parent_of(text: str) -> str:
    """The name of the style that a style stands for; empty for one of its own. Raises NoStyleError."""
    for link in _seen(text).iter(f"{CSL}link"):
        if link.get("rel") == "independent-parent":
            found = _PARENT.fullmatch(link.get("href", ""))
            return found[1] if found else ""
    return ""


def style_of(text: str) -> Style:
    """The style that a text is. Raises NoStyleError."""
    root = _seen(text)
    citation, listed = (root.find(f"{CSL}{part}") for part in ("citation", "bibliography"))
    if citation is None:
        raise NoStyleError("it has no `citation`")
    formats = {one.get("citation-format") for one in root.iter(f"{CSL}category")}
    rule = citation.get("givenname-disambiguation-rule", "by-cite")
    sort = None if listed is None else listed.find(f"{CSL}sort")
    sorted_by = all_of(root, sort) if sort is not None else ()
    near = _number(citation.get("near-note-distance", ""), _NEAR_BY_DEFAULT) if "near-note" in text else 0
    return Style(
        text=text,
        in_notes=root.get("class") == "note",
        numbers="numeric" in formats or _names(all_of(root, citation), "citation-number"),
        counts_notes="first-reference-note-number" in text,
        positions=bool(_POSITIONS.search(text)),
        near=near,
        follows="ibid" in text,
        counts_places=any(
            one.get("variable") == "locator" and one.get("form") in _COUNTING for one in root.iter()
        ),
        tells_apart="disambiguate" in text,
        names=citation.get("disambiguate-add-givenname") == "true" and rule != "by-cite",
        lists=listed is not None,
        sorts=sort is not None,
        by_number=_names(sorted_by, "citation-number"),
    )


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() else default


def _names(elements: Iterable[ElementTree.Element], variable: str) -> bool:
    return any(variable in one.get("variable", "").split() for one in elements)


def all_of(root: ElementTree.Element, start: ElementTree.Element) -> tuple[ElementTree.Element, ...]:
    """An element with all that is inside of it, and inside of the macros it calls."""
    macros = {one.get("name", ""): one for one in root.findall(f"{CSL}macro")}
    waiting, called, found = [start], set[str](), list[ElementTree.Element]()
    while waiting:
        for one in waiting.pop().iter():
            found.append(one)
            name = one.get("macro", "")
            if name in macros and name not in called:
                called.add(name)
                waiting.append(macros[name])
    return tuple(found)


@lru_cache(maxsize=8)
def _pruned(text: str, parts: tuple[str, ...]) -> str:
    """A style without what its `citation` or `bibliography` prints, and without what is then not called."""
    root = read_style(text)
    for part in parts:
        if (whole := root.find(f"{CSL}{part}")) is not None:
            _emptied(root, whole, is_sorted=part == "bibliography" and "citation" in parts)
    _untold(root)
    for listed in root.iter(f"{CSL}bibliography"):
        _unnumbered(listed)
    called = {
        id(one)
        for part in ("citation", "bibliography")
        if (whole := root.find(f"{CSL}{part}")) is not None
        for one in all_of(root, whole)
    }
    for one in root.findall(f"{CSL}macro"):
        if id(one) not in called:
            root.remove(one)
    return written(root)


def written(root: ElementTree.Element) -> str:
    """A style as a text again."""
    ElementTree.register_namespace("", _NAMESPACE)
    return ElementTree.tostring(root, "unicode")


def _emptied(root: ElementTree.Element, part: ElementTree.Element, *, is_sorted: bool) -> None:
    """A part that prints next to nothing for each work, in its order if it `is_sorted`, else no list."""
    if part.tag == f"{CSL}bibliography" and not is_sorted:
        root.remove(part)
        return
    for one in list(part):
        if not (is_sorted and one.tag == f"{CSL}sort"):
            part.remove(one)
    layout = ElementTree.SubElement(part, f"{CSL}layout")
    shown = {"value": "x"} if is_sorted else {"variable": "citation-number"}
    ElementTree.SubElement(layout, f"{CSL}text", shown)


def _unnumbered(listed: ElementTree.Element) -> None:
    """A list of works without their numbers: ours have others. What stood behind them is no margin then."""
    for parent in list(listed.iter()):
        for one in list(parent):
            if one.get("variable") == "citation-number" and one.tag != f"{CSL}key":
                parent.remove(one)
                listed.attrib.pop("second-field-align", None)


def _untold(root: ElementTree.Element) -> None:
    """A style that says nothing more of works that would look the same."""
    for one in root.iter():
        for name in [name for name in one.attrib if name.startswith("disambiguate")]:
            del one.attrib[name]
            if name == "disambiguate":  # a condition, which is never so
                one.set("is-uncertain-date", "none")


@lru_cache(maxsize=2)
def _seen(text: str) -> ElementTree.Element:
    """A style as a tree that nobody changes. Raises NoStyleError."""
    return read_style(text)


def read_style(text: str) -> ElementTree.Element:
    """A style as a tree. Raises NoStyleError."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NoStyleError("it declares a type of document")
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as error:
        raise NoStyleError(f"it is no XML: {error}") from None
    if root.tag != f"{CSL}style":
        raise NoStyleError("it is no style of CSL")
    return root
