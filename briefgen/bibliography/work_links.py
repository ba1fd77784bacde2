"""Where a work is found: addresses, DOI, preprints and numbers of archives."""

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Addresses:
    """The first address of a work, as it is followed and as it was written, and the others."""

    url: str = ""
    shown: str = ""
    more: tuple[str, ...] = ()


def addresses_of(fields: FieldReader) -> Addresses:
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


def _addresses(written: str) -> Addresses:
    first, *more = addresses_in(written)
    url = with_scheme(first)
    return Addresses(url, first if first != url else "", tuple(with_scheme(one) for one in more))


def doi_of(fields: FieldReader) -> str:
    """The DOI; reports `bad-address` for what is none."""
    field = fields.left.get("doi")
    doi = bare_doi(fields.take("doi"))
    if field and doi and not is_doi(doi):
        fields.finding(BAD_ADDRESS, field, f"`{doi}` is no DOI", "a DOI begins with 10. and has a / in it")
    return doi


@dataclass(frozen=True, slots=True)
class Numbers:
    """The preprint, with the archive it is in, and the numbers of other archives and catalogues."""

    eprint: str = ""
    eprint_type: str = ""
    isbn: str = ""
    identifiers: tuple[Identifier, ...] = ()


def numbers_of(fields: FieldReader) -> Numbers:
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
        return Numbers(arxiv, "arxiv", isbn, numbers)
    return Numbers(eprint, kind, isbn, numbers)
