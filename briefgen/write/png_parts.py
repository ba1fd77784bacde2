"""A picture put together from parts that were drawn by themselves: rows of a PNG, moved as they are.

A row that stands between pixels of the background, with more of these on both sides, differs from the row of
the part in nothing but its ends. And what is the same in many pictures is compressed once.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from struct import pack

from briefgen.write.png_rows import NONE, PAETH, SIGNATURE, SUB, UP, NotSeparateError, Rows

_RGB8 = b"\x08\x02\x00\x00\x00"
_NUMBERS8 = b"\x08\x03\x00\x00\x00"
_LEVEL = 4
"""A higher one takes twice as long, for a fiftieth less."""
_ADLER = 65521


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows side by side, compressed so that others can stand before and behind them."""

    length: int
    adler: int
    data: bytes


class Ground:
    """A picture on which parts of others are laid: its rows of pixels, and these as they are compressed. With
    a `palette` a pixel is the number of a colour in it, and else three colours."""

    def __init__(self, pixels: Sequence[bytes], rows: Sequence[bytes], palette: bytes = b"") -> None:
        self._pixels = pixels
        self._rows = rows
        self._palette = palette
        self._pieces: dict[tuple[int, int], _Piece] = {}

    @property
    def depth(self) -> int:
        """How many bytes a pixel has."""
        return 1 if self._palette else 3

    @property
    def width(self) -> int:
        """How many pixels a row has."""
        return len(self._pixels[0]) // self.depth

    def with_rows(self, parts: Iterable[tuple[int, Sequence[bytes]]]) -> bytes:
        """The picture as PNG, with other rows from some heights on, from above downwards: as they are
        compressed, the first and the last of them blank, and none in need of what stands above the first.

        They hide blank rows of the ground. Raises NotSeparateError.
        """
        pieces: list[_Piece] = []
        done = 0
        for top, rows in parts:
            bottom = top + len(rows)
            self._check_blank(top, bottom)
            pieces += (self._piece(done, top), _compressed(rows))
            done = bottom
        pieces.append(self._piece(done, len(self._rows)))
        return self._png(pieces)

    def _piece(self, start: int, end: int) -> _Piece:
        if (start, end) not in self._pieces:
            self._pieces[start, end] = _compressed(self._rows[start:end])
        return self._pieces[start, end]

    def _check_blank(self, top: int, bottom: int) -> None:
        """Each of these rows, the two before them and the one behind have to be of one colour."""
        blank = self._pixels[top][: self.depth] * self.width
        if any(row != blank for row in self._pixels[max(top - 2, 0) : bottom + 1]):
            raise NotSeparateError

    def _png(self, pieces: Sequence[_Piece]) -> bytes:
        adler = 1
        for piece in pieces:
            adler = _adler_of_both(adler, piece)
        data = b"".join((b"\x78\x9c", *(piece.data for piece in pieces), b"\x03\x00", pack(">I", adler)))
        head = pack(">II", self.width, len(self._rows)) + (_NUMBERS8 if self._palette else _RGB8)
        palette = _chunk(b"PLTE", self._palette) if self._palette else b""
        return SIGNATURE + _chunk(b"IHDR", head) + palette + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def laid(part: Rows, left: int, width: int) -> list[bytes]:
    """The rows of a part as they are between pixels of the background, `left` of which stand before it.

    Raises NotSeparateError.
    """
    depth = part.depth
    colour = part.filtered[0][:depth]
    right = width - left - part.width
    blank = bytes([SUB]) + colour + bytes(depth * (width - 1))
    first = _first_pixels(colour)
    around = {
        kind: (bytes([kind]) + first[kind] + bytes(depth * left), bytes(depth * right))
        for kind in range(SUB, PAETH + 1)
    }
    around[NONE] = bytes([NONE]) + colour * (left + 1), colour * right
    last = [colour, *[bytes(depth)] * PAETH]
    _check_ends(part, colour)
    rows = [blank]
    for kind, row in zip(part.filters[1:-1], part.filtered[1:-1], strict=True):
        if row[:depth] != first[kind] or row[-depth:] != last[kind]:
            raise NotSeparateError
        before, behind = around[kind]
        rows.append(before + row[depth:] + behind)
    return [*rows, blank]


def _check_ends(part: Rows, colour: bytes) -> None:
    """The first row has to be blank, and the last one: it is, if it is as one that says so by itself."""
    same = bytes(len(colour) * part.width)
    last = len(part.filters) - 1
    while last and part.filters[last] in (UP, PAETH) and part.filtered[last] == same:
        last -= 1
    blank = {SUB: colour + same[len(colour) :], NONE: colour * part.width}
    for row in (0, last):
        kind = part.filters[row]
        as_first = {UP: blank[NONE], PAETH: blank[SUB]} if row == 0 else {}
        if part.filtered[row] != (blank | as_first).get(kind):
            raise NotSeparateError


def _first_pixels(colour: bytes) -> Sequence[bytes]:
    """What each filter makes of the first pixel of a row, where it and the one above are of this colour."""
    same = bytes(len(colour))
    return colour, colour, same, bytes(one - one // 2 for one in colour), same


def _compressed(rows: Iterable[bytes]) -> _Piece:
    data = b"".join(rows)
    packing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    packed = packing.compress(data) + packing.flush(zlib.Z_FULL_FLUSH)
    return _Piece(len(data), zlib.adler32(data), packed)


def _adler_of_both(before: int, piece: _Piece) -> int:
    """The checksum of what stands before a piece, and of the piece, from those of both."""
    low = (before & 0xFFFF) + (piece.adler & 0xFFFF) - 1
    high = (before >> 16) + (piece.adler >> 16) + piece.length * ((before & 0xFFFF) - 1)
    return (high % _ADLER) << 16 | low % _ADLER


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
