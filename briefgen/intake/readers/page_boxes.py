"""How an element lays out what stands in it, and which of that has a place in a shadow tree."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SHADOW = "data-shadow-tree"
"""What the root of a shadow tree is called, which is read as an element."""
_HOSTS = frozenset(
    "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split()
)
"""What may have a shadow tree, beside elements of one's own."""
_TEMPLATE = re.compile(r"<(/?)template\b", re.IGNORECASE)
_OF_A_SHADOW = re.compile(r"[^<>]{0,2000}?\sshadowroot", re.IGNORECASE)


def with_shadows_open(page: str) -> str:
    """A page whose shadow trees are elements of it, from the beginning of each to its end."""
    parts: list[str] = []
    opened: list[bool] = []
    position = 0
    for tag in _TEMPLATE.finditer(page):
        if not tag[1]:
            opened.append(_OF_A_SHADOW.match(page, tag.end()) is not None)
            if opened[-1]:
                parts += page[position : tag.start()], f"<div {SHADOW}"
                position = tag.end()
        elif opened and opened.pop():
            parts += page[position : tag.start()], "</div"
            position = tag.end()
    return "".join((*parts, page[position:]))


def is_deep(style: Mapping[str, str]) -> bool:
    """Whether what stands in an element is turned in space with it, or seen in perspective."""
    return style.get("transform-style") == "preserve-3d" or style.get("perspective", "none") != "none"


def lays_out(style: Mapping[str, str]) -> bool:
    """Whether what stands in an element is a box, whatever it is."""
    display = style.get("display", "")
    return "flex" in display or "grid" in display or "box" in display


def slots_of(node: "LexborNode") -> frozenset[str] | None:
    """The places in a shadow tree for what stands beside it; None where there is no such tree."""
    if node.tag not in _HOSTS and "-" not in (node.tag or ""):
        return None
    child = node.first_child
    while child is not None and not is_shadow(child):
        child = child.next
    if child is None:
        return None
    return frozenset(one.attributes.get("name") or "" for one in child.css("slot") if _is_of(one, child))


def _is_of(slot: "LexborNode", tree: "LexborNode") -> bool:
    """Whether a slot is of this shadow tree, and of none that lies in it."""
    over = slot.parent
    while over is not None and not is_shadow(over):
        over = over.parent
    return over is not None and over.mem_id == tree.mem_id


def is_shadow(node: "LexborNode") -> bool:
    """Whether an element is the root of a shadow tree."""
    return node.tag == "div" and SHADOW in node.attributes


def is_given(child: "LexborNode", slots: frozenset[str]) -> bool:
    """Whether what stands beside a shadow tree has a place in it."""
    return is_shadow(child) or (child.attributes.get("slot") or "") in slots
