"""Rows of PNG are unpacked to the pixels that Pillow reads of them."""

import io
import random
import zlib
from struct import pack

import pytest
from PIL import Image

from briefgen.write.png_rows import NotSeparateError, pixels_of, rows_of

WIDTH, HEIGHT = 23, 12


def chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


def written(filtered: bytes) -> bytes:
    """Rows, each with the number of its filter, as a PNG of four bytes a pixel."""
    head = chunk(b"IHDR", pack(">II", WIDTH, HEIGHT) + b"\x08\x06\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(filtered)) + chunk(b"IEND", b"")


def row(chance: random.Random, kind: int) -> bytes:
    """One that says something of some pixels, and of those at its end nothing."""
    said = chance.choice([0, 1, 5, WIDTH])
    pixels = [chance.choice([bytes(4), chance.randbytes(4), bytes([7, 7, 7, 0])]) for _ in range(said)]
    return bytes([kind]) + b"".join(pixels).ljust(4 * WIDTH, b"\0")


def test_pixels_are_those_that_pillow_reads() -> None:
    for seed in range(150):
        chance = random.Random(seed)
        png = written(b"".join(row(chance, chance.randrange(5)) for _ in range(HEIGHT)))
        read = Image.open(io.BytesIO(png))
        assert b"".join(pixels_of(rows_of(png, 3))) == read.convert("RGB").tobytes()
        assert b"".join(pixels_of(rows_of(png, 1))) == read.getchannel("R").tobytes()


def test_what_is_no_such_picture_is_refused() -> None:
    grey = io.BytesIO()
    Image.new("L", (3, 3)).save(grey, "PNG")
    with pytest.raises(NotSeparateError):
        rows_of(grey.getvalue(), 3)
