"""What stands in the text of a page and is none of it: marks of notes, buttons, menus."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from briefgen.model.spans import SpanKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NOTE_ROLES = frozenset({"doc-noteref", "noteref"})
_NOTE_CLASSES = frozenset(
    """reference footnote-ref footnoteref footnote-reference fn-ref noteref template-fact fnref
    footnote-anchor footnote-marker sdfootnoteanc sdendnoteanc sdfootnotesym sdendnotesym
    msofootnotereference msoendnotereference""".split()
)
_NOTE_TARGET = re.compile(r"note|ref|foot|fn|cite|end|bib|fußn|ftn", re.IGNORECASE)
_NOTE_MARK = re.compile(r"[\[(]?\s*(?:\w{1,4}|[*†‡§¶]+)\s*[\])]?")
_BRACKETED = re.compile(r"(?:\[[^\[\]]{1,40}\]\s*)+")
_QUANTITY = re.compile(r"(?:\d|(?:^|[\d\s(])[^\W\d_]{1,3}|[)\]])$")
_MOST_OF_A_MARK = 50
_LONGEST_MARK = 60
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus[_-]thread|respond|comment[_-]?(?:list|s?[_-]?area|section|thread))(?:$|\s)",
    re.IGNORECASE,
)
_OWN_NUMBER = "briefgen-number"
"""What the reader of Word files calls the number of an item."""
_EDIT_LINKS = frozenset({"mw-editsection", "mw-jump-link", "headerlink", "anchorjs-link", "header-anchor"})


class Places:
    """The places in a page that links can lead to; looked for when first asked."""

    def __init__(self, root: "LexborNode") -> None:
        self._root = root

    def own(self, link: str) -> str:
        """A link as it is within its page: archives and browsers write the page's whole address before it."""
        _, mark, place = link.partition("#")
        return f"#{place}" if mark and place in self._names else link

    def named(self, name: str) -> "LexborNode | None":
        """The element of this id."""
        return self._by_id.get(name)

    @cached_property
    def _by_id(self) -> Mapping[str, "LexborNode"]:
        found: dict[str, LexborNode] = {}
        for node in self._root.css("[id]"):
            found.setdefault(node.attributes.get("id") or "", node)
        return found

    @cached_property
    def _names(self) -> frozenset[str]:
        found = set(self._by_id)
        found |= {node.attributes.get("name") or "" for node in self._root.css("a[name]")}
        return frozenset(found - {""})


def kind_of(
    node: "LexborNode", tag: str, attributes: Mapping[str, str | None], before: str, places: Places
) -> SpanKind | None:
    """What an element is, where it is no text of the work; `before` is what stands right before it."""
    if tag in ("sup", "a", "span") and _is_note_mark(node, tag, attributes, before, places):
        return SpanKind.NOTE_MARK
    if tag == "button":
        return SpanKind.CONTROL
    if tag in ("del", "s", "strike"):
        return SpanKind.STRUCK
    if tag == "nav":
        return SpanKind.NAVIGATION
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return SpanKind.HEADING
    if not attributes:
        return None
    classes, role = attributes.get("class") or "", attributes.get("role") or ""
    if _EDIT_LINKS & {*classes.split()} or role == "button":
        return SpanKind.CONTROL
    if classes == _OWN_NUMBER:
        return SpanKind.NUMBER
    if role == "navigation":
        return SpanKind.NAVIGATION
    if tag in ("section", "div", "ol", "ul", "aside") and (
        _COMMENTS.search(attributes.get("id") or "") or _COMMENTS.search(classes)
    ):
        return SpanKind.COMMENTS
    return None


def _is_note_mark(
    node: "LexborNode", tag: str, attributes: Mapping[str, str | None], before: str, places: Places
) -> bool:
    """Whether this is the mark of a footnote: it says so, or is a raised number that leads to a note."""
    roles = {*(attributes.get("role") or "").split(), *(attributes.get("epub:type") or "").split()}
    if _NOTE_ROLES & roles:
        return True
    said = bool(_NOTE_CLASSES & {*(attributes.get("class") or "").lower().split()})
    if tag == "span" and not said:
        return False
    few = list(islice(_below(node), _MOST_OF_A_MARK + 1))
    if len(few) > _MOST_OF_A_MARK:
        return False
    if tag == "a" and not said and not (few and few[0].tag == "sup" and few[0].next is None):
        return False
    shown = " ".join((node.text(deep=True) or "").split())
    if not shown or len(shown) > _LONGEST_MARK:
        return False
    if said:
        return True
    links = [attributes.get("href")] if tag == "a" else []
    links += [one.attributes.get("href") for one in few if one.tag == "a"]
    targets = [places.own(link) for link in links if link and "#" in link]
    if tag == "sup" and _BRACKETED.fullmatch(shown) and (targets or links or any(map(str.isalpha, shown))):
        return True
    if not targets or not _NOTE_MARK.fullmatch(shown):
        return False
    if any(_NOTE_TARGET.search(link.partition("#")[2]) or _leads_to_number(link, shown) for link in targets):
        return True
    # What leads elsewhere from behind a number or a unit is its exponent: 10⁶, 20 m².
    return not (shown.isdecimal() and _QUANTITY.search(before)) and any(
        link.startswith("#") for link in targets
    )


def _leads_to_number(link: str, shown: str) -> bool:
    """Whether a link leads to a place of this page that has the number of the mark: ``#n2``."""
    place = link.removeprefix("#")
    return (
        link.startswith("#") and shown.isdecimal() and place.lstrip("_-abcdefghijklmnopqrstuvwxyz") == shown
    )


def _below(node: "LexborNode") -> "Iterator[LexborNode]":
    """The nodes in a node."""
    waiting = [node.first_child]
    while waiting:
        one = waiting.pop()
        if one is not None:
            yield one
            waiting += [one.next, one.first_child]
