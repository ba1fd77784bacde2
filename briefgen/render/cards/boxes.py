"""How far the lines of a card may reach: so much is drawn for them, and the rest is as on other cards."""

import unicodedata
from collections.abc import Sequence
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
        reach = max(width_of(line, fonts) for line in lines) * size + size
        near = MARGIN - _OVERHANG * size
        left = floor(WIDTH - MARGIN - reach) if mirrored else floor(near)
        right = WIDTH if mirrored else ceil(MARGIN + reach)
    top, bottom = rows
    if not any(unicodedata.combining(character) for character in text):  # marks may stand upon marks
        able = fonts[:1] if whole else fonts
        highest = max(_HIGHEST, *(font.highest for font in able))
        lowest = min(_LOWEST, *(font.lowest for font in able))
        top = max(top, floor(feet[0] - highest * size) - 1)
        bottom = min(bottom, ceil(feet[1] - lowest * size) + 1)
    return max(left, 0), top, min(right, WIDTH), bottom
