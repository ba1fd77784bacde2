"""A file of a published site, fetched."""

import zlib

from briefgen.intake.fetch.exchange import NotFetchedError
from briefgen.intake.fetch.follow import fetch

_MOST = 64 * 1024 * 1024
_ANY_WRAPPING = 47
"""Of zlib: gzip or zlib, whichever it is."""


def fetched_file(address: str, *, own_network: bool = False) -> bytes | None:
    """What stands at an address, unpacked; None where it cannot be had. Raises LibraryMissingError."""
    try:
        page = fetch(address, _MOST, own_network=own_network).page
    except NotFetchedError:
        return None
    if page.header("content-encoding").lower() not in ("gzip", "deflate"):
        return page.body
    try:
        return zlib.decompressobj(_ANY_WRAPPING).decompress(page.body, _MOST)
    except zlib.error:
        return None
