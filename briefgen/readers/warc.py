"""Web archives (.warc, .warc.gz): one page of them, read as what it is.

warcio reads the records and checks their digests.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

from briefgen import rules
from briefgen.readers.reading import Document, LibraryMissingError, Reading, Unreadable

ReadBody = Callable[[str, Document], Reading | None]
"""Reads what a server sent, by its media type; None where there is no reader for it."""

_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain"})
_DECODED = frozenset({"", "identity", "gzip", "x-gzip", "deflate", "br"})
_MOST_REDIRECTS = 10
_SHOWN = 5
_AGAIN = "get the archive again; it may be cut off"


@dataclass(frozen=True, slots=True)
class _Page:
    """What an archive holds of one address."""

    address: str
    date: str
    status: int
    media_type: str
    charset: str
    location: str
    coding: str
    data: bytes


def read_warc(document: Document, read_body: ReadBody) -> Reading:
    """The text of the page that `document.address` names, or of the only one. Raises Unreadable."""
    return read_pages([document.data], document, (), read_body)


def read_pages(
    archives: Sequence[bytes], document: Document, starts: Sequence[str], read_body: ReadBody
) -> Reading:
    """As `read_warc`, from several archives; `starts` are the addresses at which it was begun, if known."""
    pages: dict[str, _Page] = {}
    for data in archives:
        for page in _pages(data):
            pages.setdefault(_plain(page.address), page)
    page = _follow(_choose(pages, document.address, starts), pages)
    if page.status != 200:
        what = f"holds {page.address} only as an answer with the status {page.status}"
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, what)
    if page.coding not in _DECODED:
        raise Unreadable(rules.CAPTURE_FORMAT, f"holds {page.address} packed as `{page.coding}`")
    inner = read_body(page.media_type, Document(page.data, charset=page.charset, truncated=document.truncated))
    if inner is None:
        what = f"holds {page.address} as {page.media_type or 'something unnamed'}, which has no reader"
        raise Unreadable(rules.CAPTURE_FORMAT, what)
    notes = (f"read: {page.address}, archived {page.date}", *inner.notes)
    own = f"warcio {version('warcio')}"
    return Reading(inner.text, f"{own}, {inner.extractor}" if inner.extractor else own, notes)


def _pages(data: bytes) -> list[_Page]:
    """The answers in one archive, every record checked."""
    try:
        from warcio.archiveiterator import WARCIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ModuleNotFoundError as error:
        raise LibraryMissingError("warcio") from error
    _refuse_cut_off(data)
    found = []
    try:
        records = WARCIterator(io.BytesIO(data), check_digests=True)
        for record in records:
            content = record.content_stream().read()
            if record.digest_checker.passed is False:
                raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", tuple(record.digest_checker.problems))
            if record.rec_type in ("response", "resource"):
                found.append(_page_of(record, content))
        if records.err_count:
            raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: a record is not as long as it says")
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError) as error:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", (str(error).strip(),), _AGAIN) from error
    return found


def _refuse_cut_off(data: bytes) -> None:
    """warcio reads on to the end of a record that is not all there."""
    import zlib

    rest = data
    while rest.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            member.decompress(rest)
        except zlib.error as error:
            raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", (f"{error}",), _AGAIN) from error
        if not member.eof:
            raise Unreadable(rules.CAPTURE_DAMAGED, "is cut off", hint=_AGAIN)
        rest = member.unused_data
    if rest is data and not data.rstrip(b" ").endswith(b"\r\n\r\n"):
        raise Unreadable(rules.CAPTURE_DAMAGED, "is cut off: its last record has no end", hint=_AGAIN)


def _page_of(record: object, content: bytes) -> _Page: ...
