"""The numbers that a browser sets before the items of a list."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    )
)
_STYLES = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}


class Numbers:
    """The list that is being read, with the number of its next item."""

    def __init__(self, node: "LexborNode", style: Mapping[str, str]) -> None:
        attributes = node.attributes
        self._step = -1 if "reversed" in attributes else 1
        count = sum(child.tag == "li" for child in _children(node)) if self._step < 0 else 1
        self._next = _whole(attributes.get("start")) or (0 if attributes.get("start") == "0" else count)
        self._style = _style_of(attributes.get("type") or "1", style)

    def of(self, item: "LexborNode", style: Mapping[str, str]) -> str:
        """The number of an item as it is shown: ``4. ``; empty where none is."""
        value = item.attributes.get("value")
        if value and (number := _whole(value)):
            self._next = number
        shown = self._next
        self._next += self._step
        kind = _style_of(self._style, style)
        if style.get("display", "list-item") != "list-item":
            return ""
        return f"{written_number(shown, kind)}. " if kind else ""


def _style_of(inherited: str, style: Mapping[str, str]) -> str:
    words = f"{style.get('list-style-type', '')} {style.get('list-style', '')}".split()
    if "none" in words:
        return ""
    return next((_STYLES[word] for word in words if word in _STYLES), inherited)


def written_number(number: int, kind: str) -> str:
    """A number in figures (`1`), letters (`a`) or Roman figures (`i`)."""
    if kind in "aA" and number > 0:
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters if kind == "a" else letters.upper()
    if kind in "iI" and 0 < number < 4000:
        roman = ""
        for value, sign in _ROMAN:
            while number >= value:
                roman += sign
                number -= value
        return roman.lower() if kind == "i" else roman
    return str(number)


def _whole(written: str | None) -> int | None:
    try:
        return int(written) if written and len(written) < 10 else None
    except ValueError:
        return None


def _children(node: "LexborNode") -> "list[LexborNode]":
    found = []
    child = node.first_child
    while child is not None:
        found.append(child)
        child = child.next
    return found
