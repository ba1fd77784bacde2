"""Formulas in MathML, on one line: exponents stay raised, fractions stay fractions."""

import unicodedata
from typing import TYPE_CHECKING

from briefgen.raised import lowered, raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NOT_SHOWN = frozenset({"annotation", "annotation-xml", "-comment", "maction-hidden", "mphantom"})
_SPACED = frozenset("=≠<>≤≥≈≃≅≡∼∝→←↔⇒⇔∈∉⊂⊆+−-±∓×·÷∧∨∪∩")
_INVISIBLE = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064"))
_DEEPEST = 60


def formula(math: "LexborNode") -> str:
    """What a reader sees of a formula, on one line."""
    return " ".join(_written(math, 0).translate(_INVISIBLE).split())


def _written(node: "LexborNode", depth: int) -> str:
    tag = (node.tag or "").rpartition(":")[2]
    if tag in _NOT_SHOWN:
        return ""
    if tag == "-text":
        return "".join((node.text_content or "").split())
    if depth > _DEEPEST:
        return " ".join((node.text(deep=True) or "").split())
    if tag in ("mtext", "ms"):
        return node.text(deep=True) or ""
    if tag == "mspace":
        return " "
    parts = [written for child in _children(node) if (written := _written(child, depth + 1))]
    if tag == "mo":
        return _operator("".join(parts), node)
    match tag, parts:
        case "msup", [base, power]:
            return base + above(power)
        case "msub", [base, index]:
            return base + below(index)
        case "msubsup", [base, index, power]:
            return base + below(index) + above(power)
        case "mfrac", [over, under]:
            return fraction(over.strip(), under.strip())
        case "msqrt", _:
            return "√" + grouped("".join(parts))
        case "mroot", [base, index]:
            return raised(index) + "√" + grouped(base)
        case "mtd", _:
            return "".join(parts) + "\t"
        case "mtr", _:
            return "".join(parts) + "\n"
        case _, _:
            return "".join(parts)


def _children(node: "LexborNode") -> "list[LexborNode]":
    found = []
    child = node.first_child
    while child is not None:
        if child.tag != "-text" or (child.text_content or "").strip():
            found.append(child)
        child = child.next
    return found


def _operator(sign: str, node: "LexborNode") -> str:
    before = node.prev
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return f" {sign} " if sign in _SPACED and before is not None else sign


def above(text: str) -> str:
    """A raised text; where a part of it has no raised form, brackets keep it from running into its base."""
    plain = text.replace(" ", "")
    shown = raised(plain)
    if shown != plain or plain in ("′", "″", "*", "∗", "†"):
        return shown if all(_is_raised(mark) for mark in shown) else f"^({plain})"
    return f"^({plain})" if plain else ""


def _is_raised(mark: str) -> bool:
    return unicodedata.decomposition(mark).startswith("<super>") or mark in "′″*∗†"


def below(text: str) -> str:
    """A lowered text."""
    plain = text.replace(" ", "")
    shown = lowered(plain)
    return shown if shown != plain or len(plain) < 2 else f"_{plain}"


def fraction(over: str, under: str) -> str:
    """A fraction: ½, or a/b."""
    for mark in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒":
        if unicodedata.normalize("NFKC", mark) == f"{over}⁄{under}":
            return mark
    return f"{grouped(over)}/{grouped(under)}"


def grouped(text: str) -> str:
    """A text in brackets, where it is more than one number or word."""
    text = text.strip()
    return text if len(text) < 2 or text.isalnum() else f"({text})"
