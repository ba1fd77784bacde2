"""Addresses from file names."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_UNFIT = re.compile(r"[^\w\s.-]")


def slug_of(path: str) -> str:
    """The slug of an annotated source file: its name without ``.md``, NFC, lower case, spaces to hyphens.

    Letters and digits of every script are kept, and ``-``, ``_`` and ``.``; what an address or a file
    name cannot hold goes. The result may be empty.
    """
    name = path.rpartition("/")[2].removesuffix(".md")
    fit = _UNFIT.sub("", unicodedata.normalize("NFC", name).lower())
    return _SPACE.sub("-", fit.strip()).strip(".-")
