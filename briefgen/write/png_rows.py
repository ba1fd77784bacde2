"""The rows of a PNG as whoever draws it writes it: opaque, eight bits for each colour.

To unpack the pixels of a whole picture, in Python, takes longer than to draw it. What a PNG has of a pixel is
how it differs from those beside it, one colour like the other: so each colour can be taken by itself as well.
"""

import zlib
from dataclasses import dataclass
from itertools import accumulate
from struct import unpack_from

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGBA8 = b"\x08\x06\x00\x00\x00"
NONE, SUB, UP, AVERAGE, PAETH = range(5)
"""Filters: they compare a pixel with nothing, with that on its left, with that above, with the average of
both, or with all around."""


class NotSeparateError(Exception):
    """The parts are no pictures of this kind, or their edges not all of one colour."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a picture, of so many pixels of so many bytes each: the filter of each, and what it makes
    of the pixels."""

    width: int
    depth: int
    filters: bytes
    filtered: tuple[bytes, ...]


def rows_of(png: bytes, depth: int) -> Rows:
    """The rows of a picture: its three colours, or the first alone, if that is all it says. Raises
    NotSeparateError."""
    chunks = dict[bytes, bytes]()
    at = len(SIGNATURE)
    while at < len(png):
        length, kind = unpack_from(">I4s", png, at)
        chunks[kind] = chunks.get(kind, b"") + png[at + 8 : at + 8 + length]
        at += length + 12
    width, height = unpack_from(">II", chunks[b"IHDR"])
    if chunks[b"IHDR"][8:] != _RGBA8:
        raise NotSeparateError
    data, stride = zlib.decompress(chunks[b"IDAT"]), 4 * width + 1
    starts = range(1, height * stride, stride)
    if depth == 1:
        filtered = tuple(data[start : start + stride - 1 : 4] for start in starts)
    else:
        filtered = tuple(_without_alpha(data[start : start + stride - 1]) for start in starts)
    return Rows(width, depth, data[::stride], filtered)


def _without_alpha(row: bytes) -> bytes:
    colours = bytearray(row)
    del colours[3::4]
    return bytes(colours)


def pixels_of(picture: Rows) -> list[bytes]:
    """The pixels of each row."""
    rows, depth, above = [], picture.depth, bytes(picture.depth * picture.width)
    for kind, row in zip(picture.filters, picture.filtered, strict=True):
        said = -(-len(row.rstrip(b"\0")) // depth) * depth  # behind it no pixel differs
        if not said and kind in (UP, PAETH):
            pixels = above
        else:
            said = min(said + depth, len(row))
            pixels = _UNDONE[kind](row[:said], above[:said], depth)
            last = pixels[-depth:]
            rest = last * ((len(row) - said) // depth)
            if kind != NONE and above[said - depth :] == last + rest:
                pixels += rest
            elif said < len(row):
                pixels = _UNDONE[kind](row, above, depth)
        rows.append(pixels)
        above = pixels
    return rows


def _of_none(row: bytes, _: bytes, __: int) -> bytes:
    return row


def _of_left(row: bytes, _: bytes, depth: int) -> bytes:
    pixels = bytearray(row)
    for colour in range(depth):
        pixels[colour::depth] = bytes(one & 0xFF for one in accumulate(row[colour::depth]))
    return bytes(pixels)


def _of_above(row: bytes, above: bytes, _: int) -> bytes:
    return bytes([(one + other) & 0xFF for one, other in zip(row, above, strict=True)])


def _of_average(row: bytes, above: bytes, depth: int) -> bytes:
    pixels = bytearray(depth) + row
    for at, up in enumerate(above):
        pixels[at + depth] = (pixels[at + depth] + (pixels[at] + up) // 2) & 0xFF
    return bytes(pixels[depth:])


def _of_nearest(row: bytes, above: bytes, depth: int) -> bytes:
    """Paeth's filter: of the pixels on the left, above and between, that which is nearest to their plane."""
    pixels, corners = bytearray(depth) + row, bytes(depth) + above
    for at, up in enumerate(above):
        left, corner = pixels[at], corners[at]
        to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
        other = up if to_up <= to_corner else corner
        nearest = left if to_left <= min(to_up, to_corner) else other
        pixels[at + depth] = (pixels[at + depth] + nearest) & 0xFF
    return bytes(pixels[depth:])


_UNDONE = {NONE: _of_none, SUB: _of_left, UP: _of_above, AVERAGE: _of_average, PAETH: _of_nearest}
