"""Whether a browser shows the words of an element, by what is declared for it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefgen.intake.readers.page_colours import Colours, within

_FAR = -900.0
"""So far off the page in pixels nobody scrolls."""
_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(px|r?em|ex|ch|pt|vw|vh|%|in|cm|mm)?")
_PIXELS = {"": 1.0, "px": 1.0, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "pt": 1.333, "vw": 12.8}
_PIXELS |= {"vh": 8.0, "%": 10.0, "in": 96.0, "cm": 37.8, "mm": 3.78}
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_FONT_OF_NOTHING = re.compile(r"(?:^|\s)0(?:px|em|rem|pt|%)?\s*/")
_NO_SIZE = re.compile(r"(?:scale(?:x|y|3d)?\(\s*0(?:\.0*)?\s*[,)])")
_FADED = re.compile(r"opacity\(\s*([\d.]+%?)\s*\)")
_SIDES = ("left", "right", "top", "bottom", "inset", "inset-inline", "inset-inline-start")
_MARGINS = ("margin", "margin-left", "margin-inline-start")
_AMOUNT = r"((?:-|(?<![\d.]))(?:\d++(?:\.\d*+)?|\.\d++))(?![\d.])"
_POINTS = re.compile(rf"{_AMOUNT}[a-z%]*\s+{_AMOUNT}[a-z%]*")
_PERCENT = re.compile(rf"{_AMOUNT}%")
_SHIFT = re.compile(r"translate(?:x|y|3d)?\(\s*(-?[\d.]+)(px|r?em|vw|%)?")


@dataclass(frozen=True, slots=True)
class Seen:
    """What an element hands on to what stands in it."""

    visible: bool = True
    sized: bool = True
    capitals: bool = False
    colours: Colours = Colours()  # noqa: RUF009, frozen: nobody can change it

    @property
    def shows(self) -> bool:
        """Whether words are seen here."""
        return self.visible and self.sized and self.colours.show


def inherited(seen: Seen, tag: str, style: Mapping[str, str]) -> Seen:
    """What holds within an element."""
    colours = within(seen.colours, tag, style)
    if colours is not seen.colours:
        seen = replace(seen, colours=colours)
    if not style:
        return seen
    visibility = style.get("visibility", "")
    if visibility in ("hidden", "collapse"):
        seen = replace(seen, visible="animation" in style or "animation-name" in style)
    elif visibility in ("visible", "initial"):
        seen = replace(seen, visible=True)
    size = style.get("font-size", "")
    if not size and _FONT_OF_NOTHING.search(style.get("font", "")):
        size = "0"
    if size:
        seen = replace(seen, sized=_has_size(size, seen.sized))
    transform = style.get("text-transform", "")
    if transform and transform != "inherit":
        seen = replace(seen, capitals=transform == "uppercase")
    return seen


def is_out(style: Mapping[str, str]) -> bool:
    """Whether an element is not shown with all that stands in it."""
    if not style:
        return False
    if style.get("display") == "none" or style.get("content-visibility") == "hidden":
        return True
    if _is_nothing(style.get("opacity", "")) and not _moves(style):
        return True
    if (faded := _FADED.search(style.get("filter", ""))) and _is_nothing(faded[1]) and not _moves(style):
        return True
    clips = _hides_what_runs_over(style)
    if clips and any(_is_tiny(style, name) for name in ("height", "width", "max-height", "max-width")):
        return True
    placed = style.get("position", "static")
    if placed in ("absolute", "fixed") and _is_clipped_away(style.get("clip", "")):
        return True
    if placed in ("absolute", "fixed", "relative") and _is_far(style, _SIDES):
        return True
    if _is_far(style, _MARGINS):
        return True
    if _pixels(style.get("text-indent", "")) <= _FAR or (clips and style.get("text-indent") == "100%"):
        return True
    return _is_cut_away(style.get("clip-path", "")) or _is_moved_away(style)


def _is_far(style: Mapping[str, str], names: Iterable[str]) -> bool:
    """Whether any of these properties moves an element off the page."""
    return any(_pixels(part) <= _FAR for name in names for part in style.get(name, "").split())


def level(style: Mapping[str, str], tag: str) -> int:
    """1 for what is raised above its line by a style, -1 for what is lowered, 0 for the rest."""
    if tag in ("td", "th", "img", "tr", "tbody", "table"):
        return 0
    position = style.get("font-variant-position", "")
    if position in ("super", "sub"):
        return 1 if position == "super" else -1
    aligned = style.get("vertical-align", "")
    if aligned in ("super", "sub"):
        return 1 if aligned == "super" else -1
    by = _pixels(aligned)
    small = _is_smaller(style.get("font-size", ""))
    if aligned == "text-top" and small:
        return 1
    if not by and style.get("position") == "relative" and small:
        by = _pixels(style.get("bottom", "")) - _pixels(style.get("top", ""))
    return (1 if by > 0 else -1) if abs(by) >= (2.0 if small else 3.0) else 0


def _is_smaller(size: str) -> bool:
    if size in ("smaller", "small", "x-small", "xx-small"):
        return True
    match = _LENGTH.fullmatch(size)
    if match is None:
        return False
    number, unit = float(match[1]), match[2] or ""
    return number < {"%": 95, "em": 0.95, "rem": 0.85, "px": 13, "pt": 10}.get(unit, 0)


def _has_size(size: str, before: bool) -> bool:
    match = _LENGTH.fullmatch(size)
    if match is None:
        return before if size in ("inherit", "smaller", "larger") else True
    if float(match[1]) == 0:
        return False
    return before if (match[2] or "") in ("em", "%", "ex", "ch") else True


def _is_nothing(value: str) -> bool:
    match = re.fullmatch(r"(\d*(?:\.\d*)?)%?", value)
    try:
        return bool(match and match[1]) and float(match[1] if match else 1) < (1 if "%" in value else 0.01)
    except ValueError:
        return False


def _moves(style: Mapping[str, str]) -> bool:
    """Whether something fades in: what it ends as no declaration says."""
    return style.get("animation", style.get("animation-name", "none")) != "none"


def _hides_what_runs_over(style: Mapping[str, str]) -> bool:
    values = " ".join(style.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    return "hidden" in values or "clip" in values


def _is_tiny(style: Mapping[str, str], name: str) -> bool:
    match = _LENGTH.fullmatch(style.get(name, ""))
    return match is not None and float(match[1]) <= (1 if match[2] in (None, "px") else 0.05)


def _pixels(value: str) -> float:
    match = _LENGTH.fullmatch(value)
    return float(match[1]) * _PIXELS[match[2] or ""] if match else 0.0


def _is_clipped_away(clip: str) -> bool:
    if not clip.startswith("rect(") or "auto" in clip:
        return False
    edges = [float(number) for number in _NUMBER.findall(clip)]
    return len(edges) == 4 and (edges[2] - edges[0] <= 1 or edges[1] - edges[3] <= 1)


def _is_cut_away(path: str) -> bool:
    if path.startswith("circle(0"):
        return True
    if path.startswith("polygon("):
        points = [(float(x), float(y)) for x, y in _POINTS.findall(path)]
        return bool(points) and any(len({point[axis] for point in points}) == 1 for axis in (0, 1))
    if not path.startswith("inset("):
        return False
    edges = [float(number) for number in _PERCENT.findall(path)]
    return bool(edges) and (
        edges[0] + edges[min(2, len(edges) - 1)] >= 100 if len(edges) != 2 else max(edges) >= 50
    )


def _is_moved_away(style: Mapping[str, str]) -> bool:
    transform = style.get("transform", "")
    if _moves(style):
        return False
    if _is_far(style, ("translate",)) or re.match(r"0(?:\.0*)?(?:\s|$)", style.get("scale", "")):
        return True
    if _NO_SIZE.search(transform):
        return True
    shift = _SHIFT.search(transform)
    return shift is not None and shift[2] != "%" and _pixels(f"{shift[1]}{shift[2] or ''}") <= _FAR
