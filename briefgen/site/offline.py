"""A page of a site that is opened from a disk, where no server shows a folder's index.html."""

from collections.abc import Container, Iterator
from html import escape
from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from briefgen.markup.tags import Tag, edited, read_tags
from briefgen.model.layout import site as at

_ADDRESSES = frozenset({"action", "data", "formaction", "href", "poster", "src", "xlink:href"})
_FOR_SERVERS = frozenset({"canonical", "dns-prefetch", "modulepreload", "preconnect", "prefetch", "preload"})
"""Links of the head that mean nothing on a disk: a font that is preloaded from there is a refused request."""


def offline_page(page: str, path: str, files: Container[str]) -> str:
    """The page for a disk: every relative address leads to a file of the site, where there is one for it.

    `path` is the place of the page in the site and `files` holds the places of all its files. Builders write
    such addresses for the links of Markdown. Those of HTML that someone wrote by hand they leave alone, and
    these were written for a page whose address is ``briefs/kursk/``.
    """
    return edited(page, (edit for tag in read_tags(page) for edit in _edits(tag, path, files)))


def _edits(tag: Tag, path: str, files: Container[str]) -> Iterator[tuple[int, int, str]]:
    if tag.name == "link" and tag.words("rel") & _FOR_SERVERS:
        yield tag.start, tag.end, ""
        return
    for attribute in tag.attributes:
        if attribute.name in _ADDRESSES:
            address = _address(attribute.value.strip(), path, files)
            if address is not None:
                yield attribute.start, attribute.end, f'"{escape(address)}"'


def _address(address: str, path: str, files: Container[str]) -> str | None:
    """The address to write instead, if any."""
    try:
        parts = urlsplit(address)
    except ValueError:  # as `http://[`: left for the browser
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    way = unquote(parts.path)
    as_it_is = _place(dirname(path), way)
    if as_it_is in files and not way.endswith("/"):
        return None
    # As if this page were a folder, which it is on a server: briefs/kursk.html is briefs/kursk/ there.
    folder = dirname(path) if path.endswith(at.INDEX) else path.removesuffix(at.PAGE_ENDING)
    for place in (_place(folder, way), as_it_is):
        for file in (place, f"{place}{at.PAGE_ENDING}", normpath(join(place, at.INDEX))):
            if file in files:
                shortest = quote(relpath(file, dirname(path) or "."))
                return urlunsplit(("", "", shortest, parts.query, parts.fragment))
    return None


def _place(folder: str, way: str) -> str:
    """Where a way leads, from the root of the site; a way from `/` begins there."""
    return normpath(join(".", way.lstrip("/") if way.startswith("/") else join(folder, way)))
