"""Where a work is found: addresses, DOI, preprints and numbers of archives."""

import re
from dataclasses import dataclass
from typing import TypedDict

from briefgen.bibliography.addresses import (
    NUMBER_FIELDS,
    addresses_in,
    arxiv_number,
    bare_doi,
    identifier,
    is_doi,
    is_web_address,
    isbns,
    of_eprint,
    with_scheme,
)
from briefgen.bibliography.field_reader import FieldReader
from briefgen.bibliography.verbatim import verbatim
from briefgen.model.work import Identifier
from briefgen.rules import BAD_ADDRESS

_ONLY_A_LINK = re.compile(r"\{?\\url\s*\{[^{}]*\}\}?|https?://\S+")


class Found(TypedDict):
    """Where a work is found: its addresses, and the numbers that archives and catalogues have for it."""

    url: str
    url_shown: str
    more_urls: tuple[str, ...]
    doi: str
    isbn: str
    eprint: str
    eprint_type: str
    identifiers: tuple[Identifier, ...]


def found_at(fields: FieldReader) -> Found:
    """All of it; reports `bad-address`."""
    addresses, numbers = _addresses_of(fields), _numbers_of(fields)
    return {
        "url": addresses.url,
        "url_shown": addresses.shown,
        "more_urls": addresses.more,
        "doi": _doi_of(fields),
        "isbn": numbers.isbn,
        "eprint": numbers.eprint,
        "eprint_type": numbers.eprint_type,
        "identifiers": numbers.identifiers,
    }


@dataclass(frozen=True, slots=True)
class _Addresses:
    """The first address of a work, as it is followed and as it was written, and the others."""

    url: str = ""
    shown: str = ""
    more: tuple[str, ...] = ()


def _addresses_of(fields: FieldReader) -> _Addresses:
    """The addresses of `url`, or of `howpublished` where that is one; reports `bad-address`."""
    field = fields.left.get("url")
    written = fields.take("url")
    if not written and _ONLY_A_LINK.fullmatch(fields.raw("howpublished").strip()):
        return _addresses(verbatim(fields.left.pop("howpublished").value))  # BibTeX has no url
    found = _addresses(written)
    if field and written and not is_web_address(found.url):
        hint = "an address begins with https:// or http:// and has no spaces"
        fields.finding(BAD_ADDRESS, field, f"`{written}` is no web address", hint)
    return found


def _addresses(written: str) -> _Addresses:
    first, *more = addresses_in(written)
    url = with_scheme(first)
    return _Addresses(url, first if first != url else "", tuple(with_scheme(one) for one in more))


def _doi_of(fields: FieldReader) -> str:
    """The DOI; reports `bad-address` for what is none."""
    field = fields.left.get("doi")
    doi = bare_doi(fields.take("doi"))
    if field and doi and not is_doi(doi):
        fields.finding(BAD_ADDRESS, field, f"`{doi}` is no DOI", "a DOI begins with 10. and has a / in it")
    return doi


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The preprint, with the archive it is in, and the numbers of other archives and catalogues."""

    eprint: str = ""
    eprint_type: str = ""
    isbn: str = ""
    identifiers: tuple[Identifier, ...] = ()


def _numbers_of(fields: FieldReader) -> _Numbers:
    """All numbers by which the work is found."""
    eprint, kind = fields.take("eprint"), fields.take("eprinttype", "archiveprefix")
    arxiv = arxiv_number(eprint, kind)
    if other := fields.take("arxivid"):
        arxiv = arxiv or arxiv_number(other, "arxiv")
    isbn = fields.take("isbn")
    found = [of_eprint(eprint, kind)]
    found += [identifier(name, number) for name in NUMBER_FIELDS if (number := fields.take(name))]
    found += isbns(isbn)
    numbers = tuple(dict.fromkeys(one for one in found if one))
    if arxiv:
        return _Numbers(arxiv, "arxiv", isbn, numbers)
    return _Numbers(eprint, kind, isbn, numbers)
