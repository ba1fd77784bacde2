"""What is left of an element that is clipped or masked: something, nothing, or nobody knows."""

import re
from collections.abc import Callable, Mapping, Sequence

from briefgen.intake.readers.css_values import amount
from briefgen.intake.readers.page_colours import colour_of

_POINTS = re.compile(r"(?:[^(),]++|\([^()]*+\))+")
"""What stands between commas, but for those within a function."""
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_SHAPE = re.compile(r"([a-z-]+)\((.*)\)", re.DOTALL)
_BOX = re.compile(r"\b(?:border|padding|content|margin|fill|stroke|view)-box\b")
_POINT = re.compile(r"[\"']\s*m\s*-?[\d.]+[\s,]+-?[\d.]+\s*z?\s*[\"']")
"""A path that goes nowhere; how large another one is, is not computed."""
_COLOUR = re.compile(r"(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^()]*\)|#[0-9a-f]+|[a-z]+")
_OF_GRADIENTS = frozenset(
    "at bottom center circle conic deg ellipse gradient left linear px radial repeating right to top".split()
)
"""Words of a gradient that are no colours; with any other nobody knows what the mask leaves."""
_PARTS = re.compile(r"(?:[^\s()]++|\([^()]*+\))+")
_WIDE, _TALL = 1_280.0, 5_000.0
"""Wider and higher, in pixels, is no element but a page."""
_MUCH = 100.0
_EDGES = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
MASKS = ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image")


def is_clipped_away(clip: str) -> bool:
    """Whether `clip` leaves nothing."""
    if not clip.startswith("rect(") or "auto" in clip:
        return False
    edges = [float(number) for number in _NUMBER.findall(clip)]
    return len(edges) == 4 and (edges[2] - edges[0] <= 1 or edges[1] - edges[3] <= 1)


def is_cut_away(path: str) -> bool | None:
    """Whether `clip-path` leaves nothing; None where that is not known."""
    path = _BOX.sub("", path).strip()
    if path in ("", "none"):
        return False
    shape = _SHAPE.fullmatch(path)
    judge = _SHAPES.get(shape[1]) if shape is not None else None
    return None if shape is None or judge is None else judge(shape[2].strip())


def is_masked_away(style: Mapping[str, str]) -> bool | None:
    """Whether a mask leaves nothing; None where that is not known, as of a picture."""
    masks = [
        style[name]
        for name in MASKS
        if style.get(name, "none") not in ("none", "inherit", "initial", "unset")
    ]
    if not masks:
        return False
    if any("gradient(" not in mask or "url(" in mask or "var(" in mask for mask in masks):
        return None
    words = [word for mask in masks for word in _COLOUR.findall(mask)]
    colours = [colour_of(word) for word in words if word not in _OF_GRADIENTS]
    if any(colour is not None and colour[3] >= 0.01 for colour in colours):
        return False
    return None if not colours or None in colours else True


def _circle(written: str) -> bool | None:
    return _are_thin(written.partition("at ")[0].split())


def _are_thin(sizes: Sequence[str]) -> bool:
    """Whether any of these sizes is next to none."""
    return any((found := amount(one, whole=1_000.0)) is not None and found <= 1 for one in sizes)


def _inset(written: str) -> bool | None:
    edges = _PARTS.findall(written.partition("round")[0])
    if not 1 <= len(edges) <= 4:
        return None
    top, right, bottom, left = (edges[at] for at in _EDGES[len(edges)])
    known = True
    for one, other, most in ((top, bottom, _TALL), (left, right, _WIDE)):
        pair = amount(one, whole=most), amount(other, whole=most)
        if pair[0] is None or pair[1] is None:
            return None
        if pair[0] + pair[1] >= most:
            return True
        shares = all(edge.endswith("%") or amount(edge) == 0 for edge in (one, other))
        known = known and (shares or pair[0] + pair[1] < _MUCH)
    return False if known else None


def _rect(written: str) -> bool | None:
    edges = [amount(one, whole=1_000.0) for one in _PARTS.findall(written.partition("round")[0])]
    if len(edges) != 4 or "auto" in written:
        return None if "auto" not in written else False
    top, right, bottom, left = edges
    if top is None or right is None or bottom is None or left is None:
        return None
    return bottom - top <= 1 or right - left <= 1


def _sized(written: str) -> bool | None:
    parts = _PARTS.findall(written.partition("round")[0])
    return _are_thin(parts[2:]) if len(parts) == 4 else None


def _polygon(written: str) -> bool | None:
    points: list[tuple[float, float]] = []
    for pair in _POINTS.findall(written):
        if pair.strip() in ("nonzero", "evenodd"):
            continue
        parts = [amount(part, whole=1_000.0) for part in _PARTS.findall(pair)]
        if len(parts) != 2 or parts[0] is None or parts[1] is None:
            return None
        points.append((parts[0], parts[1]))
    return _is_thin(points)


def _path(written: str) -> bool | None:
    return True if _POINT.fullmatch(written) else None


def _is_thin(points: Sequence[tuple[float, float]]) -> bool | None:
    if not points:
        return None
    return any(max(one[axis] for one in points) - min(one[axis] for one in points) < 0.01 for axis in (0, 1))


_SHAPES: Mapping[str, Callable[[str], bool | None]] = {
    "circle": _circle,
    "ellipse": _circle,
    "inset": _inset,
    "rect": _rect,
    "xywh": _sized,
    "polygon": _polygon,
    "path": _path,
}
