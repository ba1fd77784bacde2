"""Letters of the very colour of what is behind them, as far as a page says what that is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

_Colour = tuple[float, float, float, float]
_WHITE: _Colour = (1.0, 1.0, 1.0, 1.0)
_BLACK: _Colour = (0.0, 0.0, 0.0, 1.0)
_ALIKE = 0.02
_CLEAR = 0.01
# Browsers have colours of their own for these.
_OWN_INK = frozenset("a button input mark option select textarea".split())
_PICTURED = re.compile(r"url\(|gradient|image-set|element\(")
_WORD = re.compile(r"[\w-]+\([^()]*\)|[^\s()]+")
_CLIPS = ("background-clip", "-webkit-background-clip")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour of letters and that of their ground, None for what is not known: a picture may be behind."""

    ink: _Colour | None = _BLACK
    ground: _Colour | None = _WHITE
    painted: bool = False
    """Whether the letters are filled with their ground, by `background-clip`."""

    @property
    def show(self) -> bool:
        """Whether letters are seen."""
        if self.ink is None or self.painted:
            return True
        if self.ink[3] < _CLEAR:
            return False
        if self.ground is None or self.ink[3] < 1:
            return True
        return any(abs(one - other) > _ALIKE for one, other in zip(self.ink, self.ground, strict=True))


UNKNOWN = Colours(None, None)
"""Where style sheets are missing."""


def within(colours: Colours, tag: str, style: Mapping[str, str]) -> Colours:
    """The colours in an element."""
    if tag in _OWN_INK:
        colours = replace(colours, ink=None, ground=None if tag != "a" else colours.ground)
    if not style:
        return colours
    # What is placed, or in a grid, may lie over anything.
    if style.get("position", "static") != "static" or "grid" in style.get("display", ""):
        colours = replace(colours, ground=None)
    grounds = " ".join(style.get(name, "") for name in ("background", "background-image", "background-color"))
    if grounds.strip():
        colours = replace(colours, ground=_ground(grounds, colours.ground))
    if any("text" in style.get(name, "") for name in _CLIPS):
        colours = replace(colours, painted=True)
    written = style.get("-webkit-text-fill-color") or style.get("color", "")
    if written and written not in ("inherit", "currentcolor", "unset", "revert"):
        colours = replace(colours, ink=colour_of(written))
    return colours


def _ground(written: str, before: _Colour | None) -> _Colour | None:
    if _PICTURED.search(written) or "var(" in written:
        return None
    ground = before
    for word in _WORD.findall(written):
        colour = colour_of(word)
        if colour is not None and colour[3] >= _CLEAR:
            ground = colour if colour[3] == 1 else None
    return ground


@lru_cache(maxsize=1024)
def colour_of(written: str) -> _Colour | None:
    """The colour that a word or a function names; None for what is not known."""
    if written == "transparent" or _TRANSPARENT.fullmatch(written):
        return 0.0, 0.0, 0.0, 0.0
    if named := _NAMED.get(written):
        return named
    if extreme := _EXTREME.fullmatch(written):
        return (
            _WHITE if extreme[1] in ("1", "100%") or (extreme[1] == "100" and written[:2] != "ok") else _BLACK
        )
    import tinycss2.color4

    try:
        colour = tinycss2.color4.parse_color(written)
        if colour is None or isinstance(colour, str):
            return None
        red, green, blue = colour.to("srgb").coordinates
    except (NotImplementedError, TypeError, ValueError):
        return None
    return float(red), float(green), float(blue), float(colour.alpha)


_NAMED = {"canvas": _WHITE, "canvastext": _BLACK}
_EXTREME = re.compile(r"(?:ok)?(?:lab|lch)\(\s*(0%?|1|100%?)\s+0%?\s+(?:0%?|none|[\d.]+)\s*\)")
"""Black and white: what is between them in these spaces is not computed."""
_TRANSPARENT = re.compile(
    r"(?:rgb|hsl)a?\((?:[^,/)]*,){3}\s*+0?(?:\.0*)?%?\s*\)|[a-z]+\([^,/)]*/\s*+0?(?:\.0*)?%?\s*\)"
    r"|#[0-9a-f]{6}00|#[0-9a-f]{3}0"
)


def presented(tag: str, attributes: Mapping[str, str | None]) -> Mapping[str, str]:
    """What old attributes say of colours, as a style sheet would."""
    said = {}
    ink = attributes.get("color") if tag == "font" else attributes.get("text") if tag == "body" else None
    if ink:
        said["color"] = ink.strip().lower()
    if tag in ("body", "table", "tbody", "thead", "tr", "td", "th"):
        if ground := attributes.get("bgcolor"):
            said["background-color"] = ground.strip().lower()
        if attributes.get("background"):
            said["background-image"] = "url()"
    return said
