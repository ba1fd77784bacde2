"""Where an author's links lead: one reading, for the renderer that writes them and for the check."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from briefgen.markup.addresses import parts_of
from briefgen.model.layout import project
from briefgen.model.layout.pages import brief_path
from briefgen.model.layout.ways import relative_path
from briefgen.model.workspace import VerifiedCorpus
from briefgen.remembered import remembered

_DOCS = project.in_docs("")
_ENCODED = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A file of docs/, by its path in it, with what else an address says; `fragment` without its ``#``."""

    path: str
    query: str = ""
    fragment: str = ""

    def address_from(self, page: str) -> str:
        """The address that leads here from a page of docs/."""
        same = self.path == page and self.fragment
        address = "" if same else quote(relative_path(self.path, page))
        return address + f"?{self.query}" * bool(self.query) + f"#{self.fragment}" * bool(self.fragment)


@dataclass(frozen=True, slots=True)
class AddressReading:
    """How the addresses in an author's file are read: for the brief whose page is `page`.

    `briefs` has the page of every brief by the path of its source file.
    """

    page: str
    briefs: Mapping[str, str]

    def target(self, address: str, source: str) -> Target | None:
        """What an address in the file `source` means; None when that is not said by a way through files.

        An address that leads from the author's file to the file of a brief, or to a file of docs/, means
        that brief or file: so it can be followed in an editor, too. Any other is read from the page's place.
        """
        from_page = page_target(address, self.page)
        if from_page is None or from_page.path == self.page:
            return from_page
        path = _path(address, source)
        meant = self.briefs.get(path) or (path.removeprefix(_DOCS) if path.startswith(_DOCS) else "")
        return Target(meant, from_page.query, from_page.fragment) if meant else from_page

    def only_for(self, links: Iterable[tuple[str, str]]) -> "AddressReadings":
        """The same of just these addresses, each with the file that it stands in: no other brief is known."""
        paths = {_path(address, source) for address, source in links if page_target(address, self.page)}
        return AddressReadings({path: self.briefs[path] for path in sorted(paths) if path in self.briefs})

    def address(self, address: str, source: str, page: str) -> str:
        """The address as it must stand on a page of docs/, which is not always the brief's own."""
        target = self.target(address, source)
        if target is None:
            return address
        if target == page_target(address, page):
            return address.partition("#")[0] + f"#{target.fragment}" * ("#" in address)
        return target.address_from(page)


AS_MKDOCS = AddressReading("", {})
"""Reads every address from the place of its page, and knows no brief."""


@dataclass(frozen=True, slots=True)
class AddressReadings:
    """How the addresses of every brief are read; `briefs` is what each `AddressReading` has of it."""

    briefs: Mapping[str, str]

    def of(self, slug: str) -> AddressReading:
        """How those of the brief with a slug are read."""
        return AddressReading(brief_path(slug), self.briefs)


def _path(address: str, source: str) -> str:
    """The file that an address in the file `source` leads to, read from there."""
    return unicodedata.normalize("NFC", _join(source, unquote(parts_of(address).path)))


def readings_of(corpus: VerifiedCorpus) -> AddressReadings:
    """How the addresses of the briefs of a corpus are read."""
    return _readings(
        tuple(
            (brief.resolved.brief.file.path, brief_path(brief.slug)) for brief in corpus.briefs if brief.slug
        )
    )


@remembered()
def _readings(pages: tuple[tuple[str, str], ...]) -> AddressReadings:
    return AddressReadings(dict(pages))


def page_target(address: str, page: str) -> Target | None:
    """What an address on a page means, as MkDocs reads it; None when it is not a way through files."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or address.startswith("/"):
        return None
    path = _join(page, unquote(parts.path)) if parts.path else page
    return Target(path, parts.query, _with_letters(parts.fragment))


def _join(file: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))


def _with_letters(fragment: str) -> str:
    """A fragment with its letters as letters: MkDocs compares it with ids as it stands."""

    def decoded(run: re.Match[str]) -> str:
        text = unquote(run[0])
        return text if text.isalnum() else run[0]

    return _ENCODED.sub(decoded, fragment)
