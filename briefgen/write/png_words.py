"""Pictures of words, unpacked to pixels once, to be set side by side again and again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefgen.write.png_parts import AVERAGE, NONE, PAETH, SUB, UP, NotSeparateError, Rows


@dataclass(frozen=True, slots=True)
class Ink:
    """What of a picture is not blank: rows of pixels from `left` to `right`, on a ground of one colour."""

    colour: bytes
    left: int
    right: int
    rows: tuple[bytes, ...]


def ink_of(picture: Rows) -> Ink:
    """A picture without what is blank at its sides. Raises NotSeparateError where it reaches an edge."""
    rows = _pixels(picture)
    colour = rows[0][:3]
    blank = colour * picture.width
    if rows[0] != blank or rows[-1] != blank:
        raise NotSeparateError
    columns = range(picture.width)
    inked = [column for column in columns if any(row[3 * column : 3 * column + 3] != colour for row in rows)]
    left, right = (inked[0], inked[-1] + 1) if inked else (1, 1)
    if left == 0 or right == picture.width:
        raise NotSeparateError
    return Ink(colour, left, right, tuple(row[3 * left : 3 * right] for row in rows))


def line_of(words: Sequence[tuple[int, Ink]], width: int) -> list[bytes]:
    """The rows of a picture so wide, as they are compressed, in which words stand so far from the left.

    Raises NotSeparateError where they touch one another.
    """
    colour, height = words[0][1].colour, len(words[0][1].rows)
    rows = [bytearray(colour * width) for _ in range(height)]
    done = 0
    for place, ink in words:
        left, right = place + ink.left, place + ink.right
        if left < done or right > width or (ink.colour, len(ink.rows)) != (colour, height):
            raise NotSeparateError
        for row, inked in zip(rows, ink.rows, strict=True):
            row[3 * left : 3 * right] = inked
        done = right
    return [bytes([NONE]) + row for row in rows]


def _pixels(picture: Rows) -> list[bytes]:
    rows, above = [], bytes(3 * picture.width)
    for kind, row in zip(picture.filters, picture.filtered, strict=True):
        above = _UNDONE[kind](row, above)
        rows.append(above)
    return rows


def _of_none(row: bytes, _: bytes) -> bytes:
    return row


def _of_left(row: bytes, _: bytes) -> bytes:
    pixels = bytearray(row)
    for colour in range(3):
        pixels[colour::3] = bytes(one & 0xFF for one in accumulate(row[colour::3]))
    return bytes(pixels)


def _of_above(row: bytes, above: bytes) -> bytes:
    return bytes([(one + other) & 0xFF for one, other in zip(row, above, strict=True)])


def _of_average(row: bytes, above: bytes) -> bytes:
    pixels = bytearray(3) + row
    for at, up in enumerate(above):
        pixels[at + 3] = (pixels[at + 3] + (pixels[at] + up) // 2) & 0xFF
    return bytes(pixels[3:])


def _of_nearest(row: bytes, above: bytes) -> bytes:
    """Paeth's filter: of the pixels on the left, above and between, that which is nearest to their plane."""
    pixels, corners = bytearray(3) + row, bytes(3) + above
    for at, up in enumerate(above):
        left, corner = pixels[at], corners[at]
        to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
        other = up if to_up <= to_corner else corner
        nearest = left if to_left <= min(to_up, to_corner) else other
        pixels[at + 3] = (pixels[at + 3] + nearest) & 0xFF
    return bytes(pixels[3:])


_UNDONE = {NONE: _of_none, SUB: _of_left, UP: _of_above, AVERAGE: _of_average, PAETH: _of_nearest}
