"""How far the lines of a card may reach: so much is drawn for them, and the rest is as on other cards."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor

from briefgen.model.card import Font
from briefgen.render.cards.title import missing_letters, width_of

WIDTH, HEIGHT = 1200, 630
MARGIN = 80

Edges = tuple[int, int, int, int]
"""Left, top, right, bottom: the last two are the first pixels that are not reached."""

_OVERHANG = 0.3
"""How far a letter may reach before the place where it stands, in em."""
_LOWEST, _HIGHEST = -0.35, 1.05
"""What a font reaches at least, whatever it says."""
_AROUND = 2
"""So many pixels more on either side of what each letter reaches by itself."""


def edges_of(
    lines: Sequence[str],
    fonts: Sequence[Font],
    size: int,
    feet: tuple[float, float],
    rows: tuple[int, int],
    *,
    mirrored: bool,
) -> Edges:
    """The edges of lines that all begin at a margin, the foot of the first and of the last one at `feet`.

    They are set in the first font, and in the others what it lacks. Between the first and the last of `rows`
    nothing else stands.
    """
    text = "".join(lines)
    whole = not missing_letters(text, fonts[:1])
    left, right = 0, WIDTH
    if whole:  # else how wide it is depends on which fonts the other letters are taken from
        reach = max(width_of(line, fonts) for line in lines) * size + size / 2
        near = MARGIN - _OVERHANG * size
        left = floor(WIDTH - MARGIN - reach) if mirrored else floor(near)
        right = WIDTH if mirrored else ceil(MARGIN + reach)
    top, bottom = rows
    if are_plain(lines, fonts[0]):
        (_, highest), (lowest, _) = (_reach(line, fonts[0]) for line in (lines[0], lines[-1]))
        top = max(top, floor(feet[0] - highest * size) - _AROUND)
        bottom = min(bottom, ceil(feet[1] - lowest * size) + _AROUND)
    elif not any(unicodedata.combining(character) for character in text):  # marks may stand upon marks
        top, bottom = rows_of_all(fonts[:1] if whole else fonts, size, feet, rows)
    return max(left, 0), top, min(right, WIDTH), bottom


def rows_of_all(
    fonts: Sequence[Font], size: int, feet: tuple[float, float], rows: tuple[int, int]
) -> tuple[int, int]:
    """The first row that letters of these fonts reach, and the first below that they do not."""
    highest = max(_HIGHEST, *(font.highest for font in fonts))
    lowest = min(_LOWEST, *(font.lowest for font in fonts))
    top, bottom = floor(feet[0] - highest * size) - 1, ceil(feet[1] - lowest * size) + 1
    return max(rows[0], top), min(rows[1], bottom)


def are_plain(lines: Sequence[str], font: Font, step: float | None = None) -> bool:
    """Whether lines are in letters of one font that stand beside one another, each drawn as its outline is,
    and are `step` em apart, if that is given, so that no line reaches into another."""
    if not all(ord(character) in font.reach and _is_alone(character) for line in lines for character in line):
        return False
    reaches = [_reach(line, font) for line in lines]
    return step is None or all(above[0] + step > below[1] + 0.05 for above, below in pairwise(reaches))


def _is_alone(character: str) -> bool:
    """Whether a letter looks the same whatever it stands beside, and stands in the order of writing."""
    category = unicodedata.category(character)
    if category == "Lo":
        return unicodedata.east_asian_width(character) == "W"
    return category[0] in "LNPSZ" and unicodedata.bidirectional(character) not in ("R", "AL", "AN")


def _reach(line: str, font: Font) -> tuple[float, float]:
    """How deep and how high a line reaches."""
    reaches = [font.reach[ord(character)] for character in line]
    return min((low for low, _ in reaches), default=0), max((high for _, high in reaches), default=0)
