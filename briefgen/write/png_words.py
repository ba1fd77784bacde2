"""Pictures of words, unpacked to pixels once, to be set side by side again and again."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.write.png_rows import NONE, NotSeparateError, Rows, pixels_of


@dataclass(frozen=True, slots=True)
class Ink:
    """What of a picture is not blank: rows of pixels from `left` to `right`, on a ground of one colour."""

    colour: bytes
    left: int
    right: int
    rows: tuple[bytes, ...]


def ink_of(picture: Rows) -> Ink:
    """A picture without what is blank at its sides. Raises NotSeparateError where it reaches an edge."""
    rows, depth = pixels_of(picture), picture.depth
    colour = rows[0][:depth]
    blank = colour * picture.width
    if rows[0] != blank or rows[-1] != blank:
        raise NotSeparateError
    starts = range(0, len(blank), depth)
    inked = [start for start in starts if any(row[start : start + depth] != colour for row in rows)]
    left, right = (inked[0] // depth, inked[-1] // depth + 1) if inked else (1, 1)
    if left == 0 or right == picture.width:
        raise NotSeparateError
    return Ink(colour, left, right, tuple(row[depth * left : depth * right] for row in rows))


def line_of(words: Sequence[tuple[int, Ink]], width: int) -> list[bytes]:
    """The rows of a picture so wide, as they are compressed, in which words stand so far from the left.

    Raises NotSeparateError where they touch one another.
    """
    colour, height = words[0][1].colour, len(words[0][1].rows)
    depth, done = len(colour), 0
    rows = [bytearray(colour * width) for _ in range(height)]
    for place, ink in words:
        left, right = place + ink.left, place + ink.right
        if left < done or right > width or (ink.colour, len(ink.rows)) != (colour, height):
            raise NotSeparateError
        for row, inked in zip(rows, ink.rows, strict=True):
            row[depth * left : depth * right] = inked
        done = right
    return [bytes([NONE]) + row for row in rows]
