"""The table of a font that says which glyph a character has."""

from collections.abc import Iterator
from struct import unpack_from

_UNICODE = 0
_WINDOWS = 3
_WINDOWS_ENCODINGS = (1, 10)


def characters_of(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Code points with their glyphs, of the largest table we can read. Raises struct.error, KeyError."""
    formats = {}
    for number in range(unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = unpack_from(">HHI", data, start + 4 + 8 * number)
        if platform == _UNICODE or (platform == _WINDOWS and encoding in _WINDOWS_ENCODINGS):
            formats[unpack_from(">H", data, start + offset)[0]] = start + offset
    if 12 in formats:
        return _groups(data, formats[12])
    return _segments(data, formats[4])


def _groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 12: runs of characters with runs of glyphs, for all of Unicode."""
    done = -1
    for number in range(unpack_from(">I", data, start + 12)[0]):
        first, last, glyph = unpack_from(">III", data, start + 16 + 12 * number)
        done = _in_order(done, first, last)
        for code in range(first, last + 1):
            yield code, glyph + code - first


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 4: the same for 16 bits, with a shift or an array of glyphs for each run."""
    count = unpack_from(">H", data, start + 6)[0] // 2
    ends = start + 14
    starts, shifts, offsets = (ends + 2 + 2 * count * part for part in (1, 2, 3))
    done = -1
    for number in range(count):
        at = 2 * number
        first, last = unpack_from(">H", data, starts + at)[0], unpack_from(">H", data, ends + at)[0]
        shift, offset = (
            unpack_from(">H", data, shifts + at)[0],
            unpack_from(">H", data, offsets + at)[0],
        )
        done = _in_order(done, first, last)
        for code in range(first, last + 1):
            if offset == 0:
                yield code, (code + shift) & 0xFFFF
            else:
                glyph = unpack_from(">H", data, offsets + at + offset + 2 * (code - first))[0]
                yield code, (glyph + shift) & 0xFFFF if glyph else 0


def _in_order(done: int, first: int, last: int) -> int:
    """`last`. Runs go upwards: in a damaged table they might go on nearly for ever. Raises KeyError."""
    if not done < first <= last <= 0x10FFFF:
        raise KeyError("order")
    return last
