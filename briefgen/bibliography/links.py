"""Where to find a work, in a printed reference."""

from briefgen.bibliography.addresses import (
    arxiv_address,
    doi_address,
    is_doi,
    is_web_address,
    un_document,
)
from briefgen.bibliography.date_words import format_accessed
from briefgen.bibliography.fragments import Piece, words_piece
from briefgen.model.reference import Fragment
from briefgen.model.work import Identifier, Work


def link_pieces(work: Work, lang: str) -> tuple[Piece, ...]:
    """Where to find the work: numbers of archives, its DOI, else its address and when it was looked up."""
    preprint = preprint_piece(work)
    numbers = tuple(_number(one) for one in work.identifiers if not _is_address(one, work))
    if is_doi(work.doi):
        return preprint, *numbers, (Fragment(f"https://doi.org/{work.doi}", url=doi_address(work.doi)),)
    doi = words_piece(f"DOI {work.doi}" if work.doi else "")
    if not work.url or any(work.url == fragment.url for fragment in preprint):
        return preprint, *numbers, doi
    accessed = words_piece(format_accessed(work.accessed, lang) if work.accessed else "")
    more = tuple((_link(address),) for address in work.more_urls)
    return preprint, *numbers, doi, (_link(work.url, work.url_shown),), *more, accessed


def preprint_piece(work: Work) -> Piece:
    """The preprint: on arXiv, linked; of an archive that nobody knows, as it is written."""
    if not work.eprint:
        return ()
    if work.eprint_type.lower() == "arxiv":
        return (Fragment(f"arXiv:{work.eprint}", url=arxiv_address(work.eprint)),)
    if work.identifiers:
        return ()
    return words_piece(f"{work.eprint_type}: {work.eprint}" if work.eprint_type else work.eprint)


def number_piece(work: Work, text: str) -> Piece:
    """The number of a document, linked if it is one of the United Nations that has no other link."""
    document = None if work.url or work.doi else un_document(work.number)
    if document is None or not text.endswith(work.number):
        return words_piece(text)
    return (*words_piece(text.removesuffix(work.number)), Fragment(work.number, url=document.url))


def _is_address(one: Identifier, work: Work) -> bool:
    return bool(one.url) and one.url == work.url


def _number(one: Identifier) -> Piece:
    text = one.number if one.number.startswith(one.label) else f"{one.label} {one.number}"
    return (Fragment(text, url=one.url if is_web_address(one.url) else ""),)


def _link(address: str, shown: str = "") -> Fragment:
    """A link, if a browser may follow it: an address is a stranger's text, and could be a script."""
    return Fragment(shown or address, url=address if is_web_address(address) else "")
