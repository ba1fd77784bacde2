"""PDF: the text of each page, read by PDFium, the engine of Chromium."""

import re
import zlib
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.intake.readers.document import (
    WRITTEN_DOWN,
    Document,
    LibraryMissingError,
    Reading,
    TextSize,
    Unreadable,
    too_large,
)
from briefgen.intake.readers.limits import MB, ReadingLimits
from briefgen.intake.readers.pdf_glyphs import UNKNOWN, encoding_of
from briefgen.intake.readers.pdf_layout import spans_of
from briefgen.intake.readers.pdf_page import PageRead, codes_without_names, read_page
from briefgen.model.readers import made_by
from briefgen.model.spans import SpanKind, TextSpan, moved

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_BETWEEN = "\n\f"
"""Between two pages."""
_STREAM = re.compile(rb"\bstream\r?\n")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b")
_LONGEST_HEAD = 8_192
_PIECE = 1 << 16
_TRAILER = 2048
_MOST_NAMED = 10
_AGAIN = "download it again; the file may be cut off"


def read_pdf(document: Document) -> Reading:
    """The text of all pages, a form feed between two of them. Raises Unreadable, LibraryMissingError."""
    try:
        import pypdfium2
    except ModuleNotFoundError as error:
        raise LibraryMissingError("pypdfium2") from error
    # PDFium mends what it can without a word; what it had to guess is no evidence.
    if b"%%EOF" not in document.data[-_TRAILER:] and not document.truncated:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: a PDF ends in `%%EOF`", hint=_AGAIN)
    if not document.truncated:
        _refuse_broken_streams(document.data, document.limits)
    try:
        pdf = pypdfium2.PdfDocument(document.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Unreadable(
                rules.CAPTURE_ENCRYPTED,
                "is encrypted: it opens only with a password",
                hint="capture a copy without one, and say so with `--obtained`",
            ) from error
        raise Unreadable(
            rules.CAPTURE_DAMAGED, "is damaged: no PDF can be read from it", hint=_AGAIN
        ) from error
    try:
        pages, labels = _read_pages(pdf, document.limits)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: a page cannot be read", hint=_AGAIN) from error
    finally:
        pdf.close()
    texts = [page.text for page in pages]
    _refuse_without_text(texts)
    library = f"pypdfium2 {version('pypdfium2')} (PDFium {pypdfium2.PDFIUM_INFO.build})"
    spans: list[TextSpan] = []
    start = 0
    for page, own, label in zip(pages, spans_of(pages), labels, strict=True):
        if page.text:
            spans.append(TextSpan(SpanKind.PAGE, start, start + len(page.text), label))
        spans += moved(own, start)
        start += len(page.text) + len(_BETWEEN)
    return Reading(
        _BETWEEN.join(texts) + "\n",
        made_by("pdf", library),
        _notes(texts, [page.uncompared for page in pages]),
        tuple(spans),
    )


def _read_pages(pdf: "PdfDocument", limits: ReadingLimits) -> tuple[list[PageRead], list[str]]:
    """The pages, and how the document numbers them."""
    size = TextSize(limits)
    by_tex = "tex" in " ".join(pdf.get_metadata_dict().values()).lower()
    used = [codes_without_names(pdf[number]) for number in range(len(pdf))] if by_tex else []
    encoding = encoding_of(frozenset().union(*used), by_tex=by_tex)
    pages, labels = [], []
    for number in range(len(pdf)):
        page = read_page(pdf[number], encoding, partial(pdf.get_page, number))
        size.add(page.text)
        pages.append(page)
        labels.append(pdf.get_page_label(number) or str(number + 1))
    return pages, labels


def _refuse_broken_streams(data: bytes, limits: ReadingLimits) -> None:
    """PDFium shows what it can of a packed stream whose checksum is wrong."""
    if b"/Encrypt" in data:  # what is encrypted besides cannot be unpacked here
        return
    position = 0
    left = limits.unpacked * MB
    while match := _STREAM.search(data, position):
        end = data.find(b"endstream", match.end())
        if end < 0:
            return
        head = data[max(position, match.start() - _LONGEST_HEAD) : match.start()]
        if _PACKED.search(head, max(head.rfind(b"obj"), 0)):
            left -= _unpacked(memoryview(data)[match.end() : end], left)
            if left < 0:
                raise too_large("unpacks to", limits.unpacked, "unpacked")
        position = end


def _unpacked(packed: memoryview, most: int) -> int:
    """How large a packed stream is, or more than `most`. Raises Unreadable where its checksum is wrong."""
    unpacking = zlib.decompressobj()
    size = 0
    try:
        for start in range(0, len(packed), _PIECE):
            rest: bytes | memoryview = packed[start : start + _PIECE]
            while rest and not unpacking.eof:
                size += len(unpacking.decompress(rest, _PIECE))
                rest = unpacking.unconsumed_tail
                if size > most:
                    return size
    except zlib.error as error:
        what = "is damaged: a part of it has another checksum than it says"
        hint = f"{_AGAIN}; if it is always so, print it to a new PDF and say so with `--obtained`"
        raise Unreadable(rules.CAPTURE_DAMAGED, what, (f"{error}",), hint) from error
    return size


def _refuse_without_text(pages: list[str]) -> None:
    text = "".join("".join(pages).split())
    if not text:
        how_many = "its only page is" if len(pages) == 1 else f"its {len(pages)} pages are"
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT, "holds no text", (f"{how_many} empty or only pictures",), WRITTEN_DOWN
        )
    if text.count(UNKNOWN) * 4 > len(text):
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT, "does not say which letters its shapes are", hint=WRITTEN_DOWN
        )


def _notes(pages: list[str], uncompared: list[int]) -> tuple[str, ...]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    unknown = sum(page.count(UNKNOWN) for page in pages)
    notes = []
    if empty:
        notes.append(f"no text on page {', '.join(empty)}: empty, or only pictures")
    if unknown:
        notes.append(f"{unknown} characters have no letter in the file; the text has U+FFFD in their place")
    if any(uncompared):
        where = [str(number) for number, count in enumerate(uncompared, 1) if count]
        more = f" and {len(where) - _MOST_NAMED} more" if len(where) > _MOST_NAMED else ""
        places = f"{sum(uncompared)} places" if sum(uncompared) > 1 else "a place"
        stated = (
            f"at {places} of page {', '.join(where[:_MOST_NAMED])}{more} the text is what the file says that"
        )
        notes.append(
            f"{stated} its shapes mean (`/ActualText`); it was not compared with what they look like"
        )
    return tuple(notes)
