"""A style of CSL, and what must be known of it before it is used."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

_CSL = "{http://purl.org/net/xbiblio/csl}"
_PARENT = re.compile(r"https?://www\.zotero\.org/styles/([a-z0-9-]+)")
_SUFFIX = re.compile(r'\s(?:disambiguate-add-year-suffix|subsequent-author-substitute)\s*=\s*"[^"]*"')
_SUBSTITUTE = re.compile(r'\ssubsequent-author-substitute\s*=\s*"[^"]*"')


class NoStyleError(ValueError):
    """A text is no style of CSL that can be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its text, and where it puts citations.

    `in_notes`: they are notes; else they stand in the text, as `numbers` or not. `counts_notes`: they name
    the numbers of earlier notes. `tells_apart`: they say more of works that would look the same.
    """

    text: str
    in_notes: bool
    numbers: bool
    counts_notes: bool
    tells_apart: bool

    @property
    def for_briefs(self) -> str:
        """The style for the citations of briefs.

        An author stands in each entry of a list, even in several that follow each other: a dash in their
        place says nothing to who is led there by a link.
        """
        return _SUBSTITUTE.sub("", self.text)

    @property
    def for_each_work(self) -> str:
        """The style for a work by itself, which no letter behind its year has to tell from others."""
        return _SUFFIX.sub("", self.text)


def parent_of(text: str) -> str:
    """The name of the style that a style stands for; empty for one of its own. Raises NoStyleError."""
    for link in _read(text).iter(f"{_CSL}link"):
        if link.get("rel") == "independent-parent":
            found = _PARENT.fullmatch(link.get("href", ""))
            return found[1] if found else ""
    return ""


def style_of(text: str) -> Style:
    """The style that a text is. Raises NoStyleError."""
    root = _read(text)
    if root.find(f"{_CSL}citation") is None:
        raise NoStyleError("it has no `citation`")
    formats = {one.get("citation-format") for one in root.iter(f"{_CSL}category")}
    return Style(
        text=text,
        in_notes=root.get("class") == "note",
        numbers="numeric" in formats or 'variable="citation-number"' in _citation(root),
        counts_notes="first-reference-note-number" in text,
        tells_apart="disambiguate" in text,
    )


def _citation(root: ElementTree.Element) -> str:
    citation = root.find(f"{_CSL}citation")
    return "" if citation is None else ElementTree.tostring(citation, "unicode")


def _read(text: str) -> ElementTree.Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NoStyleError("it declares a type of document")
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as error:
        raise NoStyleError(f"it is no XML: {error}") from None
    if root.tag != f"{_CSL}style":
        raise NoStyleError("it is no style of CSL")
    return root
