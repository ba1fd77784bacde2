"""HTML in a normal form: what is left is structure and words.

Passed over: space where HTML means none (a no-break space means something), ids, whether an item of a list
is set as a paragraph, how wide a tab in code is, space at the ends of its lines, and everything our renderer
adds (marks, labels, back-links) where it adds it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.directions import OVERRIDES
from briefgen.markup.elements import BLOCKS, CELLS
from briefgen.model.layout import anchors, classes
from briefgen.render.guard.reading import Element, read_html

_BLOCKS = BLOCKS | CELLS | {"root", "box", "title", "footnote"}  # the last ones are elements of ours
_OURS = {
    classes.FOUND: {"a"},
    classes.NOT_CHECKED: {"a", "span"},
    classes.BOX_KIND: {"p", "span", "h2"},
    classes.VERDICT: {"a", "span"},
    classes.AS_OF: {"p", "span"},
    classes.ABSENCE: {"p", "span"},
    classes.TRANSLATION_OF: {"p", "span"},
    classes.PERMALINK: {"a"},
    classes.FOOTNOTE_BACK: {"a"},
    classes.CITED_IN_FULL: {"span"},
    classes.EARLIER_ID: {"span"},
    classes.CITED_IN_TEXT: {"span"},
}
"""The classes of what we add, and the elements that have them; on others, a text was read as attributes."""
_OUR_CLASSES = frozenset(
    (
        classes.QUOTATION,
        classes.ATTRIBUTION,
        classes.TRANSLATED,
        classes.ITEM,
        classes.TRANSLATION,
        classes.CAPTIONED,
        classes.BOX_TITLE,
    )
)
_OUR_AROUND = frozenset({classes.QUOTATION, classes.TRANSLATED, classes.ITEM})
_TRANSPARENT = frozenset({"mark", "thead", "tbody"})
_PARTICULAR = _TRANSPARENT | {"pre", "sup", "input", "aside"}
"""What is more than its name and its attributes without any class, too."""
_HOLD_PARAGRAPHS = frozenset({"li", "dd", "td", "th", "dt"})
_SAME = {"s": "del", "strike": "del"}
_KEPT = ("align", "href", "src", "alt", "start", "lang", "dir")
_NEVER_KEPT = frozenset({"data-at", "id"})
_EMPTY_COMMENT = re.compile("<!-->|<!--->")  # Python's parser would read on to the next "-->"
_SPACE = re.compile("[ \t\n\r\f]{2,}|[\t\n\r\f]")  # what is not one space already
_TURNING = tuple(map(chr, OVERRIDES))


@dataclass(slots=True)  # not frozen, which takes twice as long to make: there is one for each element
class Normal:
    """An element; `at` is the index of its span, where the HTML said so, and does not count in comparing."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Normal | str, ...]" = ()
    at: int | None = field(default=None, compare=False)


def normal_form(html: str) -> Normal:
    """The normal form of a piece of HTML."""
    if any(character in html for character in _TURNING):
        html = html.translate(OVERRIDES)
    (root,) = _normal(read_html(_EMPTY_COMMENT.sub("", html) if "<!--" in html else html))
    assert isinstance(root, Normal)
    return root


_Nodes = list[Normal | str]


def _normal(element: Element) -> _Nodes:
    """The normal form of an element; nothing for what is ours, its content for what is transparent."""
    said = element.classes
    if not said and element.name not in _PARTICULAR:  # most elements
        return _named(_SAME.get(element.name, element.name), _attributes(element), element)
    if said and _is_ours(element):
        return []
    if element.name == "pre" or classes.HIGHLIGHTED in said:
        return [Normal("pre", (), (_code_text(element),), _at(element))]
    if element.name == "sup" and (label := _note_label(element)):
        return [Normal("note", (("label", label),))]
    if element.name == "div" and classes.FOOTNOTES in said:
        return _footnotes(element)
    if element.name == "input" and element.attributes.get("type") == "checkbox":
        return ["☑" if "checked" in element.attributes else "☐"]
    if element.name in _TRANSPARENT or not _OUR_AROUND.isdisjoint(said):
        return _children(element)
    if element.name == "span" and classes.ATTRIBUTION in said:
        return _children(element)
    name, attributes = _SAME.get(element.name, element.name), _attributes(element)
    if classes.BOX_TITLE in said:
        name, attributes = "title", ()
    elif classes.BOX in said:
        name, attributes = "box", (("kind", " ".join(said[1:])),)
    elif classes.TRANSLATION in said:
        name, attributes = "box", (("kind", "translation"),)
    elif name == "aside" and "data-note" in element.attributes:
        name, attributes = "footnote", (("label", element.attributes["data-note"]),)
    return _named(name, attributes, element)


def _named(name: str, attributes: tuple[tuple[str, str], ...], element: Element) -> _Nodes:
    children = _children(element)
    if name in _HOLD_PARAGRAPHS:
        children = _paragraphs(children)
    inside = tuple(_trimmed(name, children))
    if not inside and name in ("title", "p"):
        return []  # nothing, or nothing but what our renderer adds: a label, the back-links of a footnote
    return [Normal(name, attributes, inside, _at(element))]


def _is_ours(element: Element) -> bool:
    return any(element.name in _OURS.get(name, ()) for name in element.classes)


def _children(element: Element) -> _Nodes:
    if len(element.children) == 1 and isinstance(only := element.children[0], str):
        return [only]
    nodes: _Nodes = []
    for child in element.children:
        if isinstance(child, str):
            _add(nodes, child)
            continue
        if classes.FOOTNOTE_BACK in child.classes and nodes and isinstance(last := nodes[-1], str):
            nodes[-1] = last.removesuffix("\xa0")
        for node in _normal(child):
            if isinstance(node, str):
                _add(nodes, node)
            else:
                nodes.append(node)
    return nodes


def _add(nodes: _Nodes, text: str) -> None:
    """Neighbouring texts are one."""
    if nodes and isinstance(last := nodes[-1], str):
        nodes[-1] = last + text
    else:
        nodes.append(text)


def _trimmed(name: str, nodes: Sequence[Normal | str]) -> _Nodes:
    """Runs of space as one space; none at the edges of a block or beside one."""
    if len(nodes) == 1 and isinstance(nodes[0], str):
        text = _SPACE.sub(" ", nodes[0])
        text = text.strip(" ") if name in _BLOCKS else text
        return [text] if text else []
    trimmed: _Nodes = []
    for index, node in enumerate(nodes):
        if not isinstance(node, str):
            trimmed.append(node)
            continue
        text = _SPACE.sub(" ", node)
        if text.startswith(" ") and _is_edge(nodes[index - 1] if index else None, name):
            text = text.lstrip(" ")
        if text.endswith(" ") and _is_edge(nodes[index + 1] if index + 1 < len(nodes) else None, name):
            text = text.rstrip(" ")
        if text:
            trimmed.append(text)
    return trimmed


def _is_edge(neighbour: Normal | str | None, parent: str) -> bool:
    if neighbour is None:
        return _is_block(parent)
    return isinstance(neighbour, Normal) and (_is_block(neighbour.name) or neighbour.name == "br")


def _is_block(name: str) -> bool:
    return name in _BLOCKS


def _paragraphs(nodes: Sequence[Normal | str]) -> _Nodes:
    """Loose inline nodes of an item as a paragraph, and paragraphs of a tight one alike."""
    wrapped: _Nodes = []
    run: _Nodes = []
    for node in nodes:
        if isinstance(node, Normal) and _is_block(node.name):
            wrapped += _paragraph(run)
            wrapped.append(node)
            run = []
        else:
            run.append(node)
    return wrapped + _paragraph(run)


def _paragraph(run: _Nodes) -> _Nodes:
    inside = _trimmed("p", run) if run else []
    return [Normal("p", (), tuple(inside))] if inside else []


def _footnotes(element: Element) -> _Nodes:
    """The definitions of Python-Markdown's list of footnotes."""
    notes: _Nodes = []
    for item in _elements(element, "li"):
        label = item.attributes.get("id", "").removeprefix(anchors.NOTE_PREFIX)
        if label:
            notes.append(Normal("footnote", (("label", label),), tuple(_paragraphs(_children(item)))))
    return notes


def _elements(element: Element, name: str) -> list[Element]:
    """The direct items of the list inside."""
    found = []
    for child in element.children:
        if isinstance(child, Element):
            if child.name == name:
                found.append(child)
            elif child.name == "ol":
                found += _elements(child, name)
    return found


def _note_label(element: Element) -> str:
    if "data-note" in element.attributes:
        return element.attributes["data-note"]
    link = element.children[0] if element.children else None
    if isinstance(link, Element) and classes.FOOTNOTE_MARK in link.classes:
        return link.attributes.get("href", "").removeprefix(f"#{anchors.NOTE_PREFIX}")
    return ""


def _code_text(element: Element) -> str:
    lines = _text(element).expandtabs(4).strip("\n").split("\n")
    return "\n".join(line.rstrip(" ") for line in lines).rstrip("\n")


def _text(element: Element) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in element.children)


def _attributes(element: Element) -> tuple[tuple[str, str], ...]:
    if not element.attributes or element.attributes.keys() <= _NEVER_KEPT:  # most elements
        return ()
    kept = [(name, element.attributes[name]) for name in _KEPT if name in element.attributes]
    kept += [("class", name) for name in element.classes if name not in _OUR_CLASSES]
    if title := _SPACE.sub(" ", element.attributes.get("title", "")).strip(" "):
        kept.append(("title", title))
    if (style := element.attributes.get("style", "")).startswith("text-align"):
        kept.append(("align", style.partition(":")[2].strip(" ;")))
    return tuple(sorted(kept))


def _at(element: Element) -> int | None:
    at = element.attributes.get("data-at")
    return int(at) if at and at.isdecimal() else None
