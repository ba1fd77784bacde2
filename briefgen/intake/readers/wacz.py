"""Packed web archives (.wacz): WARC files in a zip file, with a list of their hashes and of their pages."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from briefgen import rules
from briefgen.intake.readers.container import unzip
from briefgen.intake.readers.document import Document, Reading, Unreadable
from briefgen.intake.readers.warc import ReadBody, read_pages

_PACKAGE = "datapackage.json"
_PAGES = "pages/pages.jsonl"


def read_wacz(document: Document, read_body: ReadBody) -> Reading:
    """The text of the page that `document.address` names, or of the only one. Raises Unreadable."""
    files = unzip(document.data, document.limits)
    _refuse_altered(files)
    archives = [data for name, data in sorted(files.items()) if name.startswith("archive/")]
    if not archives:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: no archive is in it")
    return read_pages(archives, document, _starts(files), read_body)


def _refuse_altered(files: Mapping[str, bytes]) -> None:
    """Each file the package lists is there, with the hash it says."""
    if _PACKAGE not in files:
        raise Unreadable(rules.CAPTURE_DAMAGED, f"is damaged: {_PACKAGE} is not in it")
    for resource in _objects(_json(files[_PACKAGE], _PACKAGE).get("resources")):
        path, told = str(resource.get("path", "")), str(resource.get("hash", ""))
        if path not in files:
            raise Unreadable(rules.CAPTURE_DAMAGED, f"is damaged: {path} is not in it")
        kind, _, digest = told.rpartition(":")
        if kind in ("", "sha256") and digest and digest != sha256(files[path]).hexdigest():
            raise Unreadable(
                rules.CAPTURE_DAMAGED, f"is damaged: {path} is not the file its hash was taken of"
            )


def _starts(files: Mapping[str, bytes]) -> list[str]:
    """The addresses of the pages that were archived on purpose; the first line of the list is its head."""
    lines = files.get(_PAGES, b"").split(b"\n")[1:]
    return [str(_json(line, _PAGES).get("url", "")) for line in lines if line.strip()]


def _json(data: bytes, path: str) -> Mapping[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(rules.CAPTURE_DAMAGED, f"is damaged: {path} is not JSON") from error
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> Sequence[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
