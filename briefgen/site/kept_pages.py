"""Pages of the last site, with what each was made from: one of which nothing has changed is not made anew."""

import json
import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from briefgen.cache.seal import seal_bytes, unseal_bytes

_VERSION = 4
_KEPT_AS = "pages"

Meta = Mapping[str, object]
Links = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was made: of which text, what it asked of the other files and was told, and what other
    pages and the check of its links need of it.

    `source` and `made` are the sha256 of its file in ``docs/`` and of the page itself, in which so many
    `marks` say of a quotation that it was found. `asked` has, by the
    paths it looked for, the address of what was there. `links` are those that lead to an anchor, by the
    file and the anchor.
    """

    source: str
    made: str
    asked: Mapping[str, str | None]
    meta: Meta
    heading: str | None
    anchors: tuple[str, ...]
    links: Links
    marks: int = 0


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The pages of a site by their files, and what all of them were made from: `around` is what the builder
    alone can tell of that, as the titles in the navigation.

    `copies` are files that stand in it as they are, with their sha256; `paths` is a hash of all files' paths.
    """

    made_from: str
    around: str = ""
    pages: Mapping[str, KeptPage] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    paths: str = ""


def encode_pages(kept: KeptPages, key: bytes) -> bytes:
    """What is kept, sealed."""
    pages = {
        path: [
            page.source,
            page.made,
            page.asked,
            page.meta,
            page.heading,
            page.anchors,
            page.links,
            page.marks,
        ]
        for path, page in kept.pages.items()
    }
    said = (_VERSION, kept.made_from, kept.around, pages, dict(kept.copies), kept.paths)
    return seal_bytes(marshal.dumps(said), key, _KEPT_AS)


def decode_pages(data: bytes, key: bytes, made_from: str) -> KeptPages:
    """The pages that were kept, if they were made from just this; none of any other data."""
    try:
        version, made_then, around, pages, copies, paths = marshal.loads(
            unseal_bytes(data, key, _KEPT_AS) or b""
        )
        if (version, made_then) == (_VERSION, made_from):
            pages = {path: _page(*one) for path, one in pages.items()}
            return KeptPages(made_from, around, pages, copies, paths)
    except (AttributeError, EOFError, LookupError, TypeError, ValueError):
        pass  # damaged, or sealed by another Python
    return KeptPages(made_from)


def _page(
    source: str,
    made: str,
    asked: Mapping[str, str | None],
    meta: Meta,
    heading: str | None,
    anchors: list[str],
    links: Links,
    marks: int,
) -> KeptPage:
    return KeptPage(source, made, asked, meta, heading, tuple(anchors), links, marks)


def can_be_kept(meta: object) -> TypeGuard[Meta]:
    """Whether the front matter of a page is the same after it was kept: a date, say, is not."""
    try:
        return isinstance(meta, dict) and json.loads(json.dumps(meta)) == meta
    except (RecursionError, TypeError, ValueError):
        return False
