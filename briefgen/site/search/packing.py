"""How each file of an index is wrapped, and named after what it holds."""

import gzip
from hashlib import sha1

from briefgen.site.search.cbor import NotReadableError

_SIGNATURE = b"pagefind_dcd"
"""With it begins each file of an index, inside its compression."""
_LEVEL = 6
"""The highest one takes a third longer, for files that are a third of a hundredth smaller."""


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
