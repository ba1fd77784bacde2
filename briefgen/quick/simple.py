"""Texts of nothing but words, some stressed, notes, simple links, tags and references: read in one pass.

Python-Markdown looks for one pattern after the other, and puts a placeholder into the text for each thing
that it finds. Where things do not touch each other, what they are can be said as they come.
"""

import re
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import (
    ENTITY_RE,
    HTML_RE,
    LINK_RE,
    HtmlInlineProcessor,
    LinkInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as Inlines

from briefgen.quick.links import ADDRESS, title_of

_REFERENCE = r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);"
_KEPT = rf"</?[a-z][a-z0-9]*(?: [a-z][a-z-]*(?:=\"[^\"<>\[\]\\`\x02]*\")?)*>|{_REFERENCE}"
"""Tags, and references to characters: they are put aside as they are."""
_AND = rf"&(?!{_REFERENCE[1:]})"
_PLACE = r"\x02(?:wzxhzdk:[0-9]+|[qz]{2}[0-9]+[qz]{2})\x03"
"""The place of HTML that was put aside before, or of what notes have at their end."""
_LINK = rf"\[((?>(?:[^\[\]\\`*_<&\x02]++|{_AND}|{_KEPT})+))\]{ADDRESS}"
_PART = re.compile(
    rf"(?:[^\[\\`*_<&!\x02]++|!(?!\[)|{_AND}|{_PLACE})+"
    rf"|({_KEPT})"
    rf"|\[\^([^\[\]\\`\x02]*)\]|{_LINK}"
    r"|(\*{1,2})(?![\s*])([^\\`*_\x02]+)(?<!\s)\6(?!\*)"
)
_LINKS = re.compile(_LINK)
_NOT_WORDS = re.compile(r"[\[<&]")
_KEPTS = re.compile(_KEPT)
_ENDS_LINE = "  \n"
_ANY = "{}"
"""How notes are numbered: by their number alone."""
_STARS = {"*": "em", "**": "strong"}
_KNOWN = {
    *((LinkInlineProcessor, LINK_RE), (HtmlInlineProcessor, HTML_RE), (HtmlInlineProcessor, ENTITY_RE)),
    (vars(inlinepatterns).get("DelimiterProcessor"), r"\*|_"),
}


class SimpleTexts:
    """Makes elements of the texts of a Markdown that are simple."""

    def __init__(self, md: Markdown, inlines: Inlines) -> None:
        self._md = md
        self._inlines = inlines
        patterns = list(md.inlinePatterns)
        notes = [one for one in patterns if type(one) is FootnoteInlineProcessor]
        self._notes = notes[0] if notes else None
        known = {(type(one), one.getCompiledRegExp().pattern) for one in patterns}
        numbered = self._notes is None or self._notes.footnotes.getConfig("SUPERSCRIPT_TEXT") == _ANY
        self.are_known = len(notes) <= 1 and known >= _KNOWN and numbered

    def made_of(self, text: str) -> tuple[str, list[Element]] | None:
        """The words before the first element in a text, and the elements, each with the words behind it.

        None where the text is not simple; nothing has been done then.
        """
        parts = self._parts(text)
        if parts is None:
            return None
        elements = list[Element]()
        words, texts = "", list[str]()
        for part in parts:
            kept, _, label, address, title, stars, inner = part.groups()
            if part.lastindex is None:
                words += part[0]
            elif kept is not None:
                words += self._keep(kept)
            else:
                texts.append(words)
                words = ""
                if label is not None:
                    elements.append(self._link(label, address, title))
                else:
                    elements.append(self._note(part) if stars is None else self._stressed(stars, inner))
        texts.append(words)
        for element, behind in zip(elements, texts[1:], strict=True):
            element.tail = behind or None
        return texts[0], elements

    def _parts(self, text: str) -> list[re.Match[str]] | None:
        if _ENDS_LINE in text:
            return None
        notes = self._notes.footnotes.footnotes if self._notes is not None else {}
        parts, done = [], 0
        for part in _PART.finditer(text):
            note, inner = part[2], part[7]
            if part.start() > done or (note is not None and note not in notes):
                return None
            if inner is not None and _NOT_WORDS.search(inner) and not _LINKS.fullmatch(inner):
                return None
            parts.append(part)
            done = part.end()
        return parts if done == len(text) else None

    def _keep(self, written: str) -> str:
        """The place of HTML that is put aside."""
        self._count()
        return self._md.htmlStash.store(written)

    def _count(self) -> None:
        """Have what is found after this the number that it would have had: broken placeholders are shown."""
        found = cast("dict[int, str]", self._inlines.stashed_nodes)
        found[len(found)] = ""

    def _note(self, part: re.Match[str]) -> Element:
        assert self._notes is not None
        self._count()
        found = self._notes.getCompiledRegExp().match(part.string, part.start())
        assert found is not None
        element, *_ = self._notes.handleMatch(found, part.string)
        assert isinstance(element, Element)
        return element

    def _stressed(self, stars: str, inner: str) -> Element:
        self._count()
        stressed = Element(_STARS[stars])
        link = _LINKS.fullmatch(inner)
        if link is None:
            stressed.text = inner
        else:
            stressed.append(self._link(*link.groups()))
        return stressed

    def _link(self, label: str, address: str, title: str | None) -> Element:
        self._count()
        link = Element("a")
        link.text = label
        if "<" in label or "&" in label:
            link.text = _KEPTS.sub(lambda kept: self._keep(kept[0]), label)
        link.set("href", address)
        if title is not None:
            link.set("title", title_of(title))
        return link
