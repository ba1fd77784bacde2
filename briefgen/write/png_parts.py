"""A picture put together from parts that were drawn by themselves: rows of a PNG, moved as they are.

To unpack pixels, in Python, would take longer than to draw them all. But what a PNG has of a pixel is how it
differs from those beside it: so a row that stands between pixels of the background, with more of these on
both sides, differs in nothing but its ends. And what is the same in many pictures is compressed once.

Here everything is three colours of a byte each, without transparency.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from struct import pack, unpack_from

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGBA8 = b"\x08\x06\x00\x00\x00"
_RGB8 = b"\x08\x02\x00\x00\x00"
NONE, SUB, UP, AVERAGE, PAETH = range(5)
"""Filters: they compare a pixel with nothing, with that on its left, that above, with the average of
these, or with all around."""
_LEVEL = 6
_ADLER = 65521


class NotSeparateError(Exception):
    """The parts are no pictures of this kind, or their edges not all of one colour."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a picture, of so many pixels each: the filter of each, and what it makes of the pixels."""

    width: int
    filters: bytes
    filtered: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows side by side, compressed so that others can stand before and behind them."""

    length: int
    adler: int
    data: bytes


class Ground:
    """A picture on which parts of others are laid."""

    def __init__(self, png: bytes) -> None:
        self._rows = rows_of(png)
        self._pieces: dict[tuple[int, int], _Piece] = {}

    @property
    def width(self) -> int:
        """How many pixels a row has."""
        return self._rows.width

    def with_rows(self, parts: Iterable[tuple[int, Sequence[bytes]]]) -> bytes:
        """The picture as PNG, with other rows from some heights on, from above downwards: as they are
        compressed, the first and the last of them blank, and none in need of the one before the first.

        They hide blank rows of the ground. Raises NotSeparateError.
        """
        pieces: list[_Piece] = []
        done = 0
        for top, rows in parts:
            bottom = top + len(rows)
            self._check_blank(top, bottom)
            pieces += (self._piece(done, top), _compressed(rows))
            done = bottom
        pieces.append(self._piece(done, len(self._rows.filters)))
        return _png(self._rows.width, len(self._rows.filters), pieces)

    def _piece(self, start: int, end: int) -> _Piece:
        if (start, end) not in self._pieces:
            rows = self._rows
            joined = zip(rows.filters[start:end], rows.filtered[start:end], strict=True)
            self._pieces[start, end] = _compressed(bytes([kind]) + row for kind, row in joined)
        return self._pieces[start, end]

    def _check_blank(self, top: int, bottom: int) -> None:
        """Each of these rows, and the one before them, has to be as the row above it."""
        same = bytes(3 * self._rows.width)
        for row in range(top - 1, min(bottom + 1, len(self._rows.filters))):
            if self._rows.filters[row] not in (UP, PAETH) or self._rows.filtered[row] != same:
                raise NotSeparateError


def rows_of(png: bytes) -> Rows:
    """The rows of a picture that is opaque, as whoever draws it writes it. Raises NotSeparateError."""
    chunks = dict[bytes, bytes]()
    at = len(_SIGNATURE)
    while at < len(png):
        length, kind = unpack_from(">I4s", png, at)
        chunks[kind] = chunks.get(kind, b"") + png[at + 8 : at + 8 + length]
        at += length + 12
    width, height = unpack_from(">II", chunks[b"IHDR"])
    if chunks[b"IHDR"][8:] != _RGBA8:
        raise NotSeparateError
    data, stride = zlib.decompress(chunks[b"IDAT"]), 4 * width + 1
    return Rows(
        width,
        data[::stride],
        tuple(_without_alpha(data[row * stride + 1 : (row + 1) * stride]) for row in range(height)),
    )


def _without_alpha(row: bytes) -> bytes:
    # A filter compares red with red and so on: what it makes of one colour depends on no other.
    colours = bytearray(row)
    del colours[3::4]
    return bytes(colours)


def laid(part: Rows, left: int, width: int) -> list[bytes]:
    """The rows of a part as they are between pixels of the background, `left` of which stand before it.

    Raises NotSeparateError.
    """
    colour = part.filtered[0][:3]
    right = width - left - part.width
    blank = bytes([SUB]) + colour + bytes(3 * (width - 1))
    first = _first_pixels(colour)
    around = {
        kind: (bytes([kind]) + first[kind] + bytes(3 * left), bytes(3 * right))
        for kind in range(SUB, PAETH + 1)
    }
    around[NONE] = bytes([NONE]) + colour * (left + 1), colour * right
    rows = [blank]
    if part.filtered[0] not in (blank[1 : 3 * part.width + 1], colour * part.width):
        raise NotSeparateError
    for kind, row in zip(part.filters[1:-1], part.filtered[1:-1], strict=True):
        if row[:3] != first[kind]:
            raise NotSeparateError
        before, behind = around[kind]
        rows.append(before + row[3:] + behind)
    return [*rows, blank]


def _first_pixels(colour: bytes) -> Sequence[bytes]:
    """What each filter makes of the first pixel of a row, where it and the one above are of this colour."""
    same = bytes(3)
    return colour, colour, same, bytes(one - one // 2 for one in colour), same


def _compressed(rows: Iterable[bytes]) -> _Piece:
    data = b"".join(rows)
    packing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    packed = packing.compress(data) + packing.flush(zlib.Z_FULL_FLUSH)
    return _Piece(len(data), zlib.adler32(data), packed)


def _png(width: int, height: int, pieces: Sequence[_Piece]) -> bytes:
    adler = 1
    for piece in pieces:
        adler = _adler_of_both(adler, piece)
    data = b"".join((b"\x78\x9c", *(piece.data for piece in pieces), b"\x03\x00", pack(">I", adler)))
    head = pack(">II", width, height) + _RGB8
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _adler_of_both(before: int, piece: _Piece) -> int:
    """The checksum of what stands before a piece, and of the piece, from those of both."""
    low = (before & 0xFFFF) + (piece.adler & 0xFFFF) - 1
    high = (before >> 16) + (piece.adler >> 16) + piece.length * ((before & 0xFFFF) - 1)
    return (high % _ADLER) << 16 | low % _ADLER


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
