"""What a web page says of itself: in its head, for those who cite it."""

import re
from collections.abc import Mapping, Sequence

from briefgen.intake.readers.document import LibraryMissingError
from briefgen.model.document_facts import DocumentFacts

_MOST = 500_000
"""How much of a page is looked at, in characters: what it says of itself stands at its beginning."""
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author")
_DATES = (
    "citation_publication_date",
    "citation_date",
    "dc.date",
    "dcterms.issued",
    "article:published_time",
    "date",
    "parsely-pub-date",
)
_OUTLETS = ("citation_journal_title", "og:site_name", "application-name", "dc.publisher")
_ADDRESSES = ("og:url", "citation_public_url")


def facts_of(page: str) -> DocumentFacts:
    """What a page says of itself. Raises LibraryMissingError."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ModuleNotFoundError as error:
        raise LibraryMissingError("selectolax") from error
    tree = LexborHTMLParser(page[:_MOST])
    named: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").strip().lower()
        content = _one_line(node.attributes.get("content") or "")
        if name and content:
            named.setdefault(name, []).append(content)
    title, html = tree.css_first("head title"), tree.css_first("html")
    canonical = tree.css_first('link[rel~="canonical" i][href]')
    date = _DAY.match(_first(named, _DATES).replace("/", "-"))
    authors = next((named[name] for name in _AUTHORS if name in named), [])
    return DocumentFacts(
        title=_first(named, _TITLES) or (_one_line(title.text()) if title else ""),
        authors=tuple(name for name in authors if not name.startswith(("http:", "https:"))),
        date=date[0] if date else "",
        outlet=_first(named, _OUTLETS),
        language=_one_line((html.attributes.get("lang") if html else "") or ""),
        address=_one_line((canonical.attributes.get("href") if canonical else "") or "")
        or _first(named, _ADDRESSES),
        asks_password=tree.css_first('input[type="password" i]') is not None,
        has_scripts=tree.css_first("script") is not None,
    )


def _first(named: Mapping[str, Sequence[str]], names: Sequence[str]) -> str:
    return next((named[name][0] for name in names if name in named), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
