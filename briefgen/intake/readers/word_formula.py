"""Formulas of Word (OMML), on one line: exponents stay raised, fractions stay fractions."""

from xml.etree.ElementTree import Element

from briefgen.intake.readers.mathml import above, below, fraction, grouped

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DEEPEST = 60


def formula(element: Element) -> str:
    """What a reader sees of a formula, on one line."""
    return " ".join(_written(element, 0).split())


def _written(element: Element, depth: int) -> str:
    name = element.tag.removeprefix(M)
    if depth > _DEEPEST:
        return "".join(element.itertext())
    if name == "t":
        return element.text or ""
    part = {child.tag.removeprefix(M): child for child in element}

    def of(key: str) -> str:
        return _written(part[key], depth + 1) if key in part else ""

    match name:
        case "sSup":
            return of("e") + above(of("sup"))
        case "sSub":
            return of("e") + below(of("sub"))
        case "sSubSup":
            return of("e") + below(of("sub")) + above(of("sup"))
        case "f":
            return fraction(of("num").strip(), of("den").strip())
        case "rad":
            return "√" + grouped(of("e"))
        case "d":
            inner = ", ".join(_written(child, depth + 1) for child in element if child.tag == f"{M}e")
            return f"({inner})"
        case "nary":
            return f"{_sign(element, '∫')}{below(of('sub'))}{above(of('sup'))}{of('e')}"
        case "mr" | "eqArr":
            return " ".join(_written(child, depth + 1) for child in element)
        case _:
            return "".join(_written(child, depth + 1) for child in element if child.tag.startswith(M))


def _sign(element: Element, default: str) -> str:
    sign = element.find(f"{M}naryPr/{M}chr")
    return (sign.get(f"{M}val") or default) if sign is not None else default
