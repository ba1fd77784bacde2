"""Zotero: notes with annotations, exported as HTML (“Export Note…”), or copied from the note editor.

Such a note has a paragraph for each annotation: the marked words in a `highlight`, a `citation` with the name
of the work and the page, then the comment.
"""

import re

from briefgen.intake.annotations.annotation import Annotation
from briefgen.intake.annotations.scaffold import escaped
from briefgen.markup.html_parser import LinearHTMLParser
from briefgen.raised import lowered, raised

_BLOCKS = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "div", "hr"})
_MARKED = frozenset({"highlight", "underline"})
_QUOTES = "„“”‟«»‹›‘’‚\"'「」『』"
_PLACE = re.compile(r"(?:(?:pp?|S|s|с|p\.?)\.|page|pages|Seite|Seiten)\s*(?P<pages>[\w–—-]+(?:[.:,]\w+)*)")
_LEVELS = {"sup": raised, "sub": lowered}
"""As captures have them: ten to the fifth is not a hundred and five."""
_LINK_TO_FILE = re.compile(r"\(\s*pdf\s*\)", re.IGNORECASE)


def read_zotero(text: str) -> tuple[Annotation, ...]:
    """Annotations and other paragraphs of the notes, in their order; none when this is no note."""
    if 'class="highlight"' not in text and 'class="underline"' not in text and "zotero-note" not in text:
        return ()
    parser = _Notes()
    parser.feed(text)
    parser.close()
    parser.end_block()
    return tuple(parser.found)


class _Notes(LinearHTMLParser):
    """Collects the paragraphs of notes; every other element only has its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Annotation] = []
        self._inside: list[str] = []
        self._parts: dict[str, list[str]] = {"marked": [], "citation": [], "text": []}
        self._ignored = 0
        self._levels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in ("head", "style", "script", "h1"):  # h1: “Annotations (day, time)”
            self._ignored += 1
        if tag in _LEVELS:
            self._levels.append(tag)
        if tag == "span":
            classes = set((dict(attrs).get("class") or "").split())
            kind = "marked" if classes & _MARKED else "citation" if "citation" in classes else ""
            self._inside.append(kind or (self._inside[-1] if self._inside else "text"))
            if kind == "marked" and self._parts["marked"]:  # two annotations in one paragraph
                self.end_block(keep=True)
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._inside:
            self._inside.pop()
        elif tag in _BLOCKS:
            self.end_block()
        if tag in _LEVELS and self._levels:
            self._levels.pop()
        if tag in ("head", "style", "script", "h1"):
            self._ignored = max(0, self._ignored - 1)

    def handle_data(self, data: str) -> None:
        if not self._ignored:
            data = _LEVELS[self._levels[-1]](data) if self._levels else data
            self._parts[self._inside[-1] if self._inside else "text"].append(data)

    def end_block(self, *, keep: bool = False) -> None:
        """A paragraph is over: what it holds is an annotation."""
        marked, citation, text = (" ".join("".join(part).split()) for part in self._parts.values())
        self._parts = {name: [] for name in self._parts}
        if not keep:
            self._inside.clear()
            self._levels.clear()
        text = _LINK_TO_FILE.sub("", text).strip()
        if marked or text:
            label, locator = _label(citation)
            comments = (escaped(text),) if text else ()
            self.found.append(Annotation(_unquoted(marked), comments, label=label, locator=locator))


def _unquoted(text: str) -> str:
    """The words without the quotation marks that Zotero puts around them."""
    quoted = len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES
    return text[1:-1].strip() if quoted else text


def _label(citation: str) -> tuple[str, str]:
    """``(Weber, 2025, p. 3)`` as the name of the work and the place in it."""
    name, comma, last = citation.strip("() ").rpartition(",")
    place = _PLACE.search(last)
    if comma and place:
        several = any(dash in place["pages"] for dash in "–—-")
        return name.strip(), f"{'pp' if several else 'p'}. {place['pages']}"
    return citation.strip("() "), ""
