"""The addresses that links to other pages have in the site: MkDocs takes each apart, and puts it together."""

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from mkdocs.structure import pages
from mkdocs.utils import get_relative_url

_STEP, _METHOD = "_RelativePathTreeprocessor", "path_to_url"
"""What MkDocs calls its step that puts addresses into links, and what it does with one."""
_PLAIN = re.compile(r"((?:\.\./)*(?:\w[\w-]*/)*\w[\w-]*\.md)?(?:#([\w:-]+))?", re.ASCII)
"""A page and a place on it, with nothing in it that an address may have beside these."""


def link_quickly() -> None:
    """Have MkDocs find in a shorter way where plain links lead; what is not there it is to tell of itself."""
    step: Any = vars(pages).get(_STEP)
    whole: Callable[[Any, str], str] | None = getattr(step, _METHOD, None)
    if whole is not None:
        setattr(step, _METHOD, lambda self, url: address_of(self, url) or whole(self, url))


def address_of(step: Any, url: str) -> str | None:
    """The address in the site that a link of a page leads to; None where MkDocs is to find it."""
    plain = _PLAIN.fullmatch(url)
    if plain is None:
        return None
    path, place = plain.groups()
    if path is None:
        if place:
            step.links_to_anchors.setdefault(step.file, {}).setdefault(place, url)
        return url
    target = step.files.get_file_from_path(_target(posixpath.dirname(step.file.src_uri), path))
    if target is None or target.inclusion.is_excluded():
        return None
    address = _relative(target.url, step.file.url)
    if place:
        step.links_to_anchors.setdefault(target, {}).setdefault(place, url)
        return f"{address}#{place}"
    return address


@lru_cache(maxsize=1 << 14)
def _target(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path).lstrip("/"))


@lru_cache(maxsize=1 << 10)
def _relative(url: str, other: str) -> str:
    return get_relative_url(url, other)
