"""Addresses of works: what may be linked, and where DOIs and preprints are found."""

import re
from urllib.parse import quote

_WEB_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"]+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d+(?:\.\d+)*/\S+")
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ARXIV_PREFIX = re.compile(r"arxiv:\s*", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a text is an address a reader can follow: http, https or ftp, and nothing else."""
    return bool(_WEB_ADDRESS.fullmatch(text))


def is_doi(text: str) -> bool:
    """Whether a text has the form of a DOI, without anything before it."""
    return bool(_DOI.fullmatch(text))


def bare_doi(text: str) -> str:
    """A DOI without the ``doi:`` or ``https://doi.org/`` that people write before it."""
    return _DOI_PREFIX.sub("", text, count=1)


def bare_eprint(text: str) -> str:
    """The number of a preprint without ``arXiv:`` before it."""
    return _ARXIV_PREFIX.sub("", text, count=1)


def doi_address(doi: str) -> str:
    """Where a DOI leads to; characters that addresses must not hold, which old DOIs do, are encoded."""
    return f"https://doi.org/{quote(doi, safe='/:;()@!$&*+,=~')}"


def arxiv_address(eprint: str) -> str:
    """Where a preprint on arXiv is found."""
    return f"https://arxiv.org/abs/{quote(eprint, safe='/')}"
