"""Web archives (.warc, .warc.gz): one page of them, read as what it is.

warcio reads the records and checks their digests.
"""

import io
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefgen import rules
from briefgen.intake.readers.container import check_unpacked
from briefgen.intake.readers.document import Document, LibraryMissingError, Reading, Unreadable, too_large
from briefgen.intake.readers.limits import MB, ReadingLimits
from briefgen.model.readers import made_by

ReadBody = Callable[[str, Document], Reading | None]
"""Reads what a server sent, by its media type; None where there is no reader for it."""

_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain"})
_GZIP = b"\x1f\x8b"
_DECODED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_MOST_REDIRECTS = 10
_ANSWERED = 200
_SHOWN = 5
_PIECE = 1 << 16
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
    stored: dict[str, list[_Page]] = {}
    for data in archives:
        for page in _pages(data, document.limits):
            stored.setdefault(_plain(page.address), []).append(page)
    pages = {address: _newest(records, document) for address, records in stored.items()}
    page = _follow(_choose(pages, document.address, starts), pages)
    if document.date and not page.date.startswith(document.date):
        there = tuple(f"there is {one.date}" for one in stored[_plain(page.address)][:_SHOWN])
        what = f"holds no {page.address} of {document.date}"
        raise Unreadable(rules.CAPTURE_PAGE_UNCLEAR, what, there, "name a date: `--date DATE`")
    if page.status != 200:
        what = f"holds {page.address} only as an answer with the status {page.status}"
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, what)
    if page.coding not in _DECODED and not (page.coding == "br" and find_spec("brotli")):
        raise Unreadable(rules.CAPTURE_FORMAT, f"holds {page.address} packed as `{page.coding}`")
    inner = read_body(page.media_type, document.inner(page.data, page.charset))
    if inner is None:
        what = f"holds {page.address} as {page.media_type or 'something unnamed'}, which has no reader"
        raise Unreadable(rules.CAPTURE_FORMAT, what)
    notes = (f"read: {page.address}, archived {page.date}", *_others(page, stored), *inner.notes)
    libraries = (f"warcio {version('warcio')}", *filter(None, (inner.extractor,)))
    return Reading(inner.text, made_by("warc", *libraries), notes, inner.spans, inner.facts)


def _newest(records: Sequence[_Page], document: Document) -> _Page:
    """Of several records of one address the newest that was answered, of the date that is asked for."""
    exact = [page for page in records if page.address == document.address] or records
    dated = [page for page in exact if page.date.startswith(document.date)] if document.date else exact
    answered = [page for page in dated or exact if page.status == _ANSWERED] or dated or exact
    return max(answered, key=lambda page: page.date)


def _others(page: _Page, stored: Mapping[str, Sequence[_Page]]) -> tuple[str, ...]:
    """That an archive has the page more than once."""
    dates = sorted({other.date for other in stored[_plain(page.address)]} - {page.date})
    if not dates:
        return ()
    more = f" and {len(dates) - _SHOWN} more" if len(dates) > _SHOWN else ""
    return (f"it is there as of {', '.join(dates[:_SHOWN])}{more}, too: `--date` chooses one",)


def _pages(data: bytes, limits: ReadingLimits) -> list[_Page]:
    """The answers in one archive, every record checked."""
    try:
        from warcio.archiveiterator import WARCIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ModuleNotFoundError as error:
        raise LibraryMissingError("warcio") from error
    _refuse_cut_off(data, limits)
    found = []
    left = limits.unpacked * MB
    try:
        for record in WARCIterator(io.BytesIO(data), check_digests=True):
            content = _content(record.content_stream(), left, limits)
            left -= len(content)
            while record.raw_stream.read(_PIECE):
                pass
            if record.digest_checker.passed is False:
                raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", tuple(record.digest_checker.problems))
            if record.raw_stream.limit:
                raise Unreadable(rules.CAPTURE_DAMAGED, "is cut off inside a record", hint=_AGAIN)
            if record.rec_type in ("response", "resource"):
                found.append(_page_of(record, content))
    except (
        ArchiveLoadFailed,
        ArithmeticError,
        EOFError,
        LookupError,
        OSError,
        ValueError,
        AttributeError,
    ) as error:
        note = str(error).strip().splitlines()
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", tuple(note[:1]), _AGAIN) from error
    return found


def _refuse_cut_off(data: bytes, limits: ReadingLimits) -> None:
    """Refuse what does not end where it should: warcio stops there without a word."""
    if not data.startswith(_GZIP):
        if not data.endswith(b"\r\n\r\n"):
            raise Unreadable(rules.CAPTURE_DAMAGED, "is cut off: its last record has no end", hint=_AGAIN)
        return
    unpacked = 0
    packed = io.BytesIO(data)
    rest = packed.read(_PIECE)
    while rest:
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while not member.eof:
            if not (rest := rest or packed.read(_PIECE)):
                raise Unreadable(rules.CAPTURE_DAMAGED, "is cut off", hint=_AGAIN)
            try:
                unpacked += len(member.decompress(rest, _PIECE))
            except zlib.error as error:
                raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", (f"{error}",), _AGAIN) from error
            check_unpacked(unpacked, len(data), limits)
            rest = member.unconsumed_tail or member.unused_data
        rest = rest or packed.read(_PIECE)


def _content(stream: Any, left: int, limits: ReadingLimits) -> bytes:
    """What a record holds, unpacked piece by piece. Raises Unreadable where it is too large."""
    content = bytearray()
    while piece := stream.read(_PIECE):
        content += piece
        if len(content) > left:
            raise too_large("unpacks to", limits.unpacked, "unpacked")
    return bytes(content)


def _page_of(record: Any, content: bytes) -> _Page:
    headers = record.rec_headers
    http = record.http_headers
    media = Message()
    media["Content-Type"] = (http or headers).get_header("Content-Type") or "application/octet-stream"
    return _Page(
        address=headers.get_header("WARC-Target-URI") or "",
        date=headers.get_header("WARC-Date") or "on a day it does not name",
        status=int(http.get_statuscode()) if http else 200,
        media_type=media.get_content_type(),
        charset=media.get_content_charset("") or "",
        location=(http.get_header("Location") or "") if http else "",
        coding=(http.get_header("Content-Encoding") or "").strip().lower() if http else "",
        data=content,
    )


def _choose(pages: Mapping[str, _Page], address: str, starts: Sequence[str]) -> _Page:
    """The page that is meant; nothing is guessed."""
    if address:
        if page := pages.get(_plain(address)):
            return page
        raise _unclear(f"holds no page {address}", pages)
    begun = [page for start in starts if (page := pages.get(_plain(start)))]
    if len(begun) == 1:
        return begun[0]
    whole = [page for page in pages.values() if page.status == 200 and page.media_type in _PAGES]
    if len(whole) == 1:
        return whole[0]
    raise _unclear("holds several pages" if whole else "holds no page", pages)


def _unclear(what: str, pages: Mapping[str, _Page]) -> Unreadable:
    there = [page.address for page in pages.values() if page.media_type in _PAGES]
    notes = [f"there is {address}" for address in there[:_SHOWN]]
    if len(there) > _SHOWN:
        notes.append(f"and {len(there) - _SHOWN} more")
    return Unreadable(rules.CAPTURE_PAGE_UNCLEAR, what, tuple(notes), "name the page: `--page ADDRESS`")


def _follow(page: _Page, pages: Mapping[str, _Page]) -> _Page:
    """The page that a page of nothing but a new address leads to."""
    for _ in range(_MOST_REDIRECTS):
        target = _plain(urljoin(page.address, page.location))
        if not (300 <= page.status < 400 and page.location) or target not in pages:
            break
        page = pages[target]
    return page


def _plain(address: str) -> str:
    """An address without what does not tell pages apart: scheme, fragment, a slash at the end."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"
