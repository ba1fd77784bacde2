"""How each file of an index is wrapped, and named after what it holds."""

import gzip
import zlib
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha1, sha256

from briefgen.site.search.cbor import NotReadableError

_SIGNATURE = b"pagefind_dcd"
"""With it begins each file of an index, inside its compression."""
_LEVEL = 6
"""The highest one takes a third longer, for files that are a third of a hundredth smaller."""


_HEAD, _END = b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"\x03\0"
"""The head of a file of gzip (RFC 1952) that says nothing of itself, the end of deflated data (RFC 1951)."""
PIECE = 16_000
"""Bytes that a piece has at least. Those of a large file are packed apart, which makes it a fiftieth larger:
where a page changes, one of them does."""

Keep = Callable[[bytes, Callable[[], bytes]], bytes]
"""Gives the bytes under a name; where none are kept, what is made."""


def anew(_: bytes, make: Callable[[], bytes]) -> bytes:
    """For whoever may have what was packed kept, and does not."""
    return make()


def unpacked(data: bytes) -> bytes:
    """What a file holds. Raises NotReadableError, gzip.BadGzipFile."""
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise NotReadableError("a file without its signature")
    return plain.removeprefix(_SIGNATURE)


def packed(data: bytes) -> bytes:
    """A file that holds this: the same bytes whenever it is made."""
    return gzip.compress(_SIGNATURE + data, _LEVEL, mtime=0)


def named(language: str, data: bytes, length: int = 7) -> str:
    """The name of a file by what it holds, of the form that Pagefind gives them."""
    return f"{language}_{sha1(_SIGNATURE + data, usedforsecurity=False).hexdigest()[:length]}"


def packed_once(data: bytes, keep: Keep) -> bytes:
    """The same, if it is not kept."""
    return keep(sha256(data).digest(), partial(packed, data))


def piece(data: bytes) -> bytes:
    """A piece of what a file holds, deflated so that whatever stands before it and behind it is no matter."""
    whole = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return whole.compress(data) + whole.flush(zlib.Z_FULL_FLUSH)


def unpacked_piece(packed: bytes) -> bytes:
    """What is in a piece."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed)


def packed_of(pieces: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A file that holds these pieces, each given with what is in it."""
    every = [(piece(_SIGNATURE), _SIGNATURE), *pieces]
    size = sums = 0
    for _, data in every:
        size, sums = size + len(data), zlib.crc32(data, sums)
    numbers = (sums, size % (1 << 32))
    ends = (_END, *(number.to_bytes(4, "little") for number in numbers))
    return b"".join((_HEAD, *(one for one, _ in every), *ends))
