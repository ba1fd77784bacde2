"""Addresses of works: what may be linked, and where numbers of libraries and archives lead."""

import re
from urllib.parse import quote

from briefgen.model.work import Identifier

_WEB_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"]+", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(
    r"www\.[^\s<>\"/]+\.[^\s<>\"]+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}/[^\s<>\"]*",
    re.IGNORECASE,
)
_BY_NUMBER = re.compile(
    r"(?P<kind>urn:nbn|hdl|doi|arxiv|info:hdl|info:doi)[:/](?P<number>[^\s<>\"]+)", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"(?<!\s)(?:\s*+[;,|])?\s++(?=(?:https?|ftp)://|www\.)|;(?=(?:https?|ftp)://)|,(?=https?://)",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d+(?:\.\d+)*/\S+|10/[a-z0-9]+", re.IGNORECASE)
_DOI_PREFIX = re.compile(
    r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*(?:https?://(?:dx\.)?doi\.org/)?", re.IGNORECASE
)
_ARXIV_PREFIX = re.compile(r"arxiv:\s*", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:arxiv:\s*)?(?P<number>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)", re.IGNORECASE
)
_HAL = re.compile(r"(?:hal|tel|halshs|inria|cel|ird|insu)-\d{6,9}(?:v\d+)?")
_UN_SYMBOL = re.compile(
    r"(?:A|S|E|T|ST|CCPR|CERD|CEDAW|CAT|CRC|HRI|TD|UNEP|DP|FCCC)/[A-Z0-9][^\s]*(?: \(\d{4}\))?"
)
_ISBN = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]")


def is_web_address(text: str) -> bool:
    """Whether a text is an address a reader can follow: http, https or ftp, and nothing else."""
    return bool(_WEB_ADDRESS.fullmatch(text))


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of a field, parted at spaces and semicolons; the text itself where one is none."""
    parts = tuple(part.strip(" ;,") for part in _BETWEEN.split(text))
    found = tuple(part for part in parts if part)
    return found if found and all(is_web_address(with_scheme(part)) for part in found) else (text,)


def with_scheme(address: str) -> str:
    """An address that a browser's address bar would take (``www.example.org/a``) with its scheme, and where
    a number that was written as an address leads (``urn:nbn:…``, ``hdl:…``, ``doi:…``)."""
    if number := _BY_NUMBER.fullmatch(address):
        kind = number["kind"].lower().removeprefix("info:")
        if kind == "doi":
            return doi_address(number["number"]) if is_doi(number["number"]) else address
        named = address if kind == "urn:nbn" else number["number"]
        return identifier(kind.removesuffix(":nbn"), named).url
    return f"https://{address}" if _WITHOUT_SCHEME.fullmatch(address) else address


def is_doi(text: str) -> bool:
    """Whether a text has the form of a DOI, or of a short one, without anything before it."""
    return bool(_DOI.fullmatch(text))


def bare_doi(text: str) -> str:
    """A DOI without the ``doi:`` or ``https://doi.org/`` that people write before it."""
    bare = _DOI_PREFIX.sub("", text, count=1) if _DOI_PREFIX.match(text) else text
    return bare.rstrip(".,;")


def doi_address(doi: str) -> str:
    """Where a DOI leads to; characters that addresses must not hold, which old DOIs do, are encoded."""
    return f"https://doi.org/{quote(doi, safe='/:;()@!$&*+,=~')}"


def arxiv_number(eprint: str, kind: str) -> str:
    """The number of a preprint on arXiv; empty for any other."""
    found = _ARXIV.fullmatch(eprint.strip())
    if kind.lower() == "arxiv" or (not kind and _ARXIV_PREFIX.match(eprint)):
        return _ARXIV_PREFIX.sub("", eprint, count=1).strip()
    return found["number"] if found and not kind else ""


def arxiv_address(eprint: str) -> str:
    """Where a preprint on arXiv is found."""
    return f"https://arxiv.org/abs/{quote(eprint, safe='/')}"


_ARCHIVES = {
    "arxiv": ("arXiv", "https://arxiv.org/abs/{}"),
    "jstor": ("JSTOR", "https://www.jstor.org/stable/{}"),
    "pubmed": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/{}"),
    "pmid": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/{}"),
    "pmc": ("PMC", "https://www.ncbi.nlm.nih.gov/pmc/articles/{}"),
    "pmcid": ("PMC", "https://www.ncbi.nlm.nih.gov/pmc/articles/{}"),
    "hdl": ("Handle", "https://hdl.handle.net/{}"),
    "handle": ("Handle", "https://hdl.handle.net/{}"),
    "hal": ("HAL", "https://hal.science/{}"),
    "googlebooks": ("Google Books", "https://books.google.com/books?id={}"),
    "google books": ("Google Books", "https://books.google.com/books?id={}"),
    "biorxiv": ("bioRxiv", "https://doi.org/{}"),
    "ssrn": ("SSRN", "https://ssrn.com/abstract={}"),
    "philpapers": ("PhilPapers", "https://philpapers.org/rec/{}"),
    "urn": ("", "https://nbn-resolving.org/{}"),
    "oclc": ("OCLC", "https://www.worldcat.org/oclc/{}"),
    "lccn": ("LCCN", "https://lccn.loc.gov/{}"),
    "mrnumber": ("MR", "https://mathscinet.ams.org/mathscinet-getitem?mr={}"),
    "zbl": ("Zbl", "https://zbmath.org/?q=an:{}"),
    "isbn": ("ISBN", "https://openlibrary.org/isbn/{}"),
    "un": ("", "https://undocs.org/{}"),
}
"""Archives and catalogues by what entries call them: their name as printed, and where a number leads."""

NUMBER_FIELDS = ("jstor", "pmid", "pmcid", "hdl", "handle", "urn", "oclc", "lccn", "mrnumber", "zbl")
"""Fields that hold a number of one of them."""


def identifier(kind: str, number: str) -> Identifier:
    """A number of an archive, with where it leads; one of an archive that is not known as it stands."""
    number = number.strip()
    key = kind.strip().lower()
    if number.lower().startswith(f"{key}:") and key != "urn":
        number = number[len(key) + 1 :].strip()
    if is_web_address(number):
        return Identifier(kind, number, number)
    label, pattern = _ARCHIVES.get(key, (kind.strip(), ""))
    if key == "urn" and not number.lower().startswith("urn:nbn:"):
        pattern = ""  # other URNs have no one who resolves them
    bare = number.replace("-", "").replace(" ", "") if key == "isbn" else number
    return Identifier(label, number, pattern.format(quote(bare, safe="/:-()~.")) if pattern else "")


def of_eprint(eprint: str, kind: str) -> Identifier | None:
    """What a number of `eprint` is, where its archive or its form says it; arXiv's has a field of its own."""
    if not eprint or arxiv_number(eprint, kind):
        return None
    if not kind and _HAL.fullmatch(eprint):
        kind = "hal"
    return identifier(kind, eprint)


def isbns(text: str) -> tuple[Identifier, ...]:
    """The ISBNs in a text."""
    return tuple(identifier("isbn", found[0].strip(" -")) for found in _ISBN.finditer(text))


def un_document(number: str) -> Identifier | None:
    """A document of the United Nations, by its symbol."""
    return identifier("un", number) if _UN_SYMBOL.fullmatch(number) else None
