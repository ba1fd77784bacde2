"""The readers of documents, and how often each has learnt to read more of them."""

import re
from collections.abc import Mapping

READERS: Mapping[str, int] = {"docx": 2, "eml": 2, "epub": 2, "html": 2, "pdf": 2, "warc": 2}
"""Raised with every change that makes another text, or other spans, of the same document."""

_OWN = re.compile(r"briefgen (?P<name>[a-z]+) (?P<version>\d+)")


def made_by(name: str, *libraries: str) -> str:
    """What made a text, as captures.yml says it: ``briefgen pdf 2, pypdfium2 5.15.2``."""
    return ", ".join((f"briefgen {name} {READERS[name]}", *libraries))


def is_older(extractor: str) -> bool:
    """Whether a text was made by an older reader than there is now: one before the second did not say so."""
    own = [(match["name"], int(match["version"])) for match in _OWN.finditer(extractor)]
    return not own or any(version < READERS.get(name, 0) for name, version in own)
