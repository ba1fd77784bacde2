"""Whether a browser shows the words of an element, by what is declared for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefgen.intake.readers.css_values import amount
from briefgen.intake.readers.page_clipped import is_clipped_away, is_cut_away, is_masked_away
from briefgen.intake.readers.page_colours import Colours, within
from briefgen.intake.readers.page_transform import is_transformed_away

_FAR = -900.0
"""So far off the page in pixels nobody scrolls."""
_LENGTH = re.compile(r"([+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[+-]?\d++)?)(px|r?em|ex|ch|pt|vw|vh|%|in|cm|mm)?")
_LEAST_SIZE = 0.5
"""Of letters, in pixels: nobody reads smaller ones."""
_LEAST_OF_ALL = 0.01
"""The same where they may be enlarged."""
_USUAL_SIZE = 16.0
_LEAST_ZOOM = 0.01
_SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0}
_SIZES |= {"xx-large": 32.0, "xxx-large": 48.0, "initial": 16.0, "smaller": 1 / 1.2, "larger": 1.2}
_SIZE_IN_FONT = re.compile(
    r"(?:^|\s)(\+?(?:0(?![\d.])|(?:\d++(?:\.\d*+)?|\.\d++)(?:[a-z]+|%))|(?:xxx?-|x-)?(?:small|large)|medium|smaller|larger"
    r"|[a-z-]+\([^()]*\))(?=\s*/|\s)"
)
_OF_THE_SYSTEM = frozenset("caption icon menu message-box small-caption status-bar".split())
_OWN_SIZE = frozenset("button input meter progress select textarea".split())
_FADED = re.compile(r"opacity\(\s*([^()\s]+(?:\([^()]*\))?)\s*\)")
SIZES = tuple(
    "height width max-height max-width block-size inline-size max-block-size max-inline-size".split()
)
_CLIPPING = re.compile("hidden|clip")
_CONTAINED = re.compile("paint|strict|content")
_MARGINS = ("margin-left", "margin-inline-start")


@dataclass(frozen=True, slots=True)
class Seen:
    """What an element hands on to what stands in it."""

    visible: bool = True
    size: float = _USUAL_SIZE
    """Of letters, in pixels."""
    scaled: bool = False
    """Whether what stands here is drawn larger or smaller than its size says."""
    capitals: bool = False
    colours: Colours = Colours()  # noqa: RUF009, frozen: nobody can change it

    @property
    def shows(self) -> bool:
        """Whether words are seen here."""
        least = _LEAST_OF_ALL if self.scaled else _LEAST_SIZE
        return self.visible and self.size >= least and self.colours.show


@dataclass(frozen=True, slots=True)
class Around:
    """What an element stands in, as far as it bears on which of its properties hold."""

    in_line: bool = False
    """Within a line: it has no width and no height of its own, and is not transformed."""
    deep: bool = False
    """In a space of three dimensions."""


NOWHERE = Around()


def inherited(seen: Seen, tag: str, style: Mapping[str, str]) -> Seen:
    """What holds within an element."""
    colours = within(seen.colours, tag, style)
    if colours is not seen.colours:
        seen = replace(seen, colours=colours)
    if tag in _OWN_SIZE:
        seen = replace(seen, size=_USUAL_SIZE)
    elif tag == "svg":
        seen = replace(seen, scaled=True)
    if not style:
        return seen
    if "transform" in style or "scale" in style or "zoom" in style:
        seen = replace(seen, scaled=True)
    visibility = style.get("visibility", "")
    if visibility in ("hidden", "collapse"):
        seen = replace(seen, visible="animation" in style or "animation-name" in style)
    elif visibility in ("visible", "initial"):
        seen = replace(seen, visible=True)
    font = style.get("font", "")
    size = style.get("font-size", "")
    if not size and (in_font := _SIZE_IN_FONT.search(font)):
        size = in_font[1]
    if size or font in _OF_THE_SYSTEM:
        seen = replace(seen, size=_size(size, seen.size))
    transform = style.get("text-transform", "")
    if transform and transform != "inherit":
        seen = replace(seen, capitals=transform == "uppercase")
    return seen


def is_out(style: Mapping[str, str], around: Around = NOWHERE) -> bool:
    """Whether an element is not shown with all that stands in it."""
    if not style:
        return False
    display = style.get("display", "")
    if display == "none":
        return True
    if display == "contents":  # there is no box that anything could be done to
        return False
    if _is_nothing(style.get("opacity", "")) and not _moves(style):
        return True
    if (faded := _FADED.search(style.get("filter", ""))) and _is_nothing(faded[1]) and not _moves(style):
        return True
    placed = style.get("position", "static")
    if placed in ("absolute", "fixed") and is_clipped_away(style.get("clip", "")):
        return True
    if placed in ("absolute", "fixed", "relative") and _is_off(style):
        return True
    if (
        is_cut_away(style.get("clip-path", ""))
        or is_masked_away(style)
        or any(_far(style.get(name, "")) for name in _MARGINS)
    ):
        return True
    if any(_far(part) for part in style.get("margin", "").split()):
        return True
    return not around.in_line and _is_no_box(style, around)


def _is_no_box(style: Mapping[str, str], around: Around) -> bool:
    """The same by what only boxes have."""
    if style.get("content-visibility") == "hidden":
        return True
    clips = hides_what_runs_over(style)
    if clips and any(_is_tiny(style, name) for name in SIZES):
        return True
    indent = style.get("text-indent", "")
    if _far(indent) or (clips and indent == "100%"):
        return True
    zoom = amount(style.get("zoom", ""), whole=1.0)
    if zoom is not None and 0 < zoom < _LEAST_ZOOM:
        return True
    return not _moves(style) and is_transformed_away(style, deep=around.deep)


def _is_off(style: Mapping[str, str]) -> bool:
    """Whether a placed element is off the page; one that begins as far off at both sides is between them."""
    top, right, bottom, left = _sides(style)
    if _far(left) and -(_pixels(left)) < _pixels(style.get("width", "")):
        return False  # it reaches into the page
    return _far(left) != _far(right) or _far(top) != _far(bottom)


def _sides(style: Mapping[str, str]) -> tuple[str, str, str, str]:
    parts = style.get("inset", "").split()
    around = [""] * 4
    if parts:
        around = [parts[0], parts[min(1, len(parts) - 1)], parts[0 if len(parts) < 3 else 2], ""]
        around[3] = parts[3] if len(parts) > 3 else around[1]
    for name, one, other in (("inset-block", 0, 2), ("inset-inline", 3, 1)):
        if pair := style.get(name, "").split():
            around[one], around[other] = pair[0], pair[-1]
        around[one] = style.get(f"{name}-start", around[one])
    named = (style.get(name, known) for name, known in zip(_SIDES, around, strict=True))
    top, right, bottom, left = named
    return top, right, bottom, left


_SIDES = ("top", "right", "bottom", "left")


def _far(value: str) -> bool:
    return bool(value) and _pixels(value) <= _FAR


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


def _size(written: str, before: float) -> float:
    """The size of letters, in what has letters of another one."""
    if written in ("smaller", "larger"):
        return before * _SIZES[written]
    if written in ("inherit", "unset"):
        return before
    size = amount(written, em=before, whole=before)
    return _SIZES.get(written, _USUAL_SIZE) if size is None else max(size, 0.0)


def _is_nothing(value: str) -> bool:
    found = amount(value, whole=1.0)
    return found is not None and found < 0.01


def _moves(style: Mapping[str, str]) -> bool:
    """Whether something fades in: what it ends as no declaration says."""
    return style.get("animation", style.get("animation-name", "none")) != "none"


def hides_what_runs_over(style: Mapping[str, str]) -> bool:
    """Whether what is larger than its box is cut off."""
    values = " ".join(style.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    return bool(_CLIPPING.search(values) or _CONTAINED.search(style.get("contain", "")))


def _is_tiny(style: Mapping[str, str], name: str) -> bool:
    found = amount(style.get(name, ""), whole=1_000.0)
    return found is not None and found <= 1


def _pixels(value: str) -> float:
    return amount(value, whole=1_000.0) or 0.0
