"""The readers of documents, and how often each has learnt to read more of them."""

import re
from collections.abc import Mapping

READERS: Mapping[str, int] = {"docx": 3, "eml": 4, "epub": 4, "html": 4, "pdf": 5, "warc": 2}
"""Raised with every change that makes another text, or other spans, of the same document."""


_OURS = re.compile(r"briefgen ([a-z]+) ([0-9]{1,9})")
_FIRST = re.compile(r"(?:briefgen epub, |mammoth |pypdfium2 |selectolax |warcio |Python [0-9.]+ email)")
"""What the first readers said of themselves, which had no numbers yet."""


def is_older(extractor: str) -> bool:
    """Whether a text was made by one of our readers that has learnt to read more since."""
    ours = _OURS.findall(extractor)
    if not ours:
        return _FIRST.match(extractor) is not None
    return any(int(number) < READERS.get(name, 0) for name, number in ours)


def made_by(name: str, *libraries: str) -> str:
    """What made a text, as captures.yml says it: ``briefgen pdf 2, pypdfium2 5.15.2``."""
    return ", ".join((f"briefgen {name} {READERS[name]}", *libraries))
