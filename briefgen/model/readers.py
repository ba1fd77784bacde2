"""The readers of documents, and how often each has learnt to read more of them."""

from collections.abc import Mapping

READERS: Mapping[str, int] = {"docx": 2, "eml": 2, "epub": 2, "html": 2, "pdf": 2, "warc": 2}
"""Raised with every change that makes another text, or other spans, of the same document."""


def made_by(name: str, *libraries: str) -> str:
    """What made a text, as captures.yml says it: ``briefgen pdf 2, pypdfium2 5.15.2``."""
    return ", ".join((f"briefgen {name} {READERS[name]}", *libraries))
