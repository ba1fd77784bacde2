"""Pixels as numbers of colours: a third of the bytes, as letters have few.

What draws letters mixes ink with paper in some thirty steps. White letters on black say which step a pixel
is, and so its number; what else is in a picture has the numbers between.
"""

from collections.abc import Iterator, Mapping, Sequence

_MOST = 256

SAMPLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" fill="{ink}">'
    '<rect width="96" height="96" fill="{paper}"/><circle cx="31.3" cy="30.7" r="29.1"/>'
    '<path d="M62 1.3L95 13.7L63.1 60.9zM1 70.2L95 63.1L94.3 65.2zM2.7 74L93.1 94.9L3 79.3z"/></svg>'
)
"""Edges of all slopes: what is a step on black and white, and what it is in other colours."""


def steps_of(shades: Sequence[bytes], colours: Sequence[bytes]) -> Mapping[int, bytes]:
    """The steps of a sample, drawn in white on black and in its colours; none if one has two colours."""
    steps: dict[int, bytes] = {}
    for shade, colour in zip(_split(shades, 1), _split(colours, 3), strict=True):
        if steps.setdefault(shade[0], colour) != colour:
            return {}
    return steps


def numbered(rows: Sequence[bytes], steps: Mapping[int, bytes]) -> tuple[list[bytes], bytes] | None:
    """Rows of pixels as numbers in a palette, and this: None where they have too many colours."""
    numbers = {colour: step for step, colour in steps.items()}
    free = sorted((number for number in range(_MOST) if number not in steps), key=_nearness)
    for colour in sorted(set(_split(rows, 3)) - numbers.keys()):
        if not free:
            return None
        numbers[colour] = free.pop()
    palette = bytearray(3 * _MOST)
    for colour, number in numbers.items():
        palette[3 * number : 3 * number + 3] = colour
    for step, colour in steps.items():
        palette[3 * step : 3 * step + 3] = colour
    known: dict[bytes, bytes] = {}
    for row in set(rows):
        known[row] = bytes(numbers[colour] for colour in _split((row,), 3))
    return [known[row] for row in rows], bytes(palette)


def _nearness(number: int) -> tuple[int, int]:
    """Steps are sixteenths, or one less: what is taken last is nearest to them."""
    return min(number % 16, 15 - number % 16), number


def _split(rows: Sequence[bytes], depth: int) -> Iterator[bytes]:
    for row in rows:
        yield from (row[at : at + depth] for at in range(0, len(row), depth))
