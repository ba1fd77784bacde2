"""Lines that a PDF draws through words, as programs do for what is struck out."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

RECOGNISED, STRUCK = 1, 2
"""What is told of a character, as bits of a number."""
_THICKEST, _SHORTEST = 2.5, 2.0
"""In points: a line of a table may be thicker, a stroke of a letter is shorter."""
_LOWEST, _HIGHEST = 0.14, 0.48
"""How far above the foot of letters such a line runs, in sizes of them: through small ones and large."""
_ASIDE = 0.1
_STEP = 4.0


def strikes_of(objects: Sequence[Any]) -> Callable[[float, float, float], bool] | None:
    """What tells whether a line runs through a character at a place, of a size; None where no line can."""
    from pypdfium2 import raw

    lines: dict[int, list[tuple[float, float, float]]] = {}
    for one in objects:
        if one.type != raw.FPDF_PAGEOBJ_PATH:
            continue
        left, bottom, right, top = one.get_bounds()
        if top - bottom <= _THICKEST and right - left >= _SHORTEST:
            height = (bottom + top) / 2
            lines.setdefault(int(height // _STEP), []).append((left, right, height))
    if not lines:
        return None

    def is_struck(x: float, y: float, size: float) -> bool:
        lowest, highest = y + _LOWEST * size, y + _HIGHEST * size
        aside = _ASIDE * size
        return any(
            left - aside <= x and x + aside <= right and lowest <= height <= highest
            for step in range(int(lowest // _STEP), int(highest // _STEP) + 1)
            for left, right, height in lines.get(step, ())
        )

    return is_struck


def stretches(told: Sequence[int], text: str, bit: int) -> tuple[tuple[int, int], ...]:
    """Where characters of a text are told to be so, with the spaces between them, and more than spaces."""
    found: list[tuple[int, int]] = []
    at = 0
    for is_so, group in groupby(bool(one & bit) for one in told):
        end = at + len(list(group))
        if is_so and text[at:end].strip():
            if found and not text[found[-1][1] : at].strip():
                found[-1] = found[-1][0], end
            else:
                found.append((at, end))
        at = end
    return tuple(found)
