"""PDF: the text of each page, read by PDFium, the engine of Chromium."""

import ctypes
import re
import zlib
from importlib.metadata import version
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.intake.readers.document import (
    Document,
    LibraryMissingError,
    Reading,
    TextSize,
    Unreadable,
    too_large,
)
from briefgen.intake.readers.limits import MB, ReadingLimits
from briefgen.raised import lowered, raised

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PAGE_END = "\f"
_HYPHEN = "\x02"
"""PDFium's sign for the hyphen at a line end, with the line end."""
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_SMALL, _LEAST_RISE, _DEEPEST, _LONGEST_RUN = 0.85, 0.08, 0.5, 8
"""What is off its line: how small, how far off (both in sizes of the line), and for how long at most."""
_STREAM = re.compile(rb"\bstream\r?\n")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b")
_LONGEST_HEAD = 8_192
_PIECE = 1 << 16
_TRAILER = 2048
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
        size = TextSize(document.limits)
        pages = [size.add(_text_of_page(pdf[number])) for number in range(len(pdf))]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: a page cannot be read", hint=_AGAIN) from error
    finally:
        pdf.close()
    _refuse_without_text(pages)
    extractor = f"pypdfium2 {version('pypdfium2')} (PDFium {pypdfium2.PDFIUM_INFO.build})"
    return Reading(f"\n{PAGE_END}".join(pages) + "\n", extractor, _notes(pages))


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


def _text_of_page(page: "PdfPage") -> str:
    """The characters of a page in PDFium's order; digits above and below the line are kept apart from it."""
    from pypdfium2 import raw

    sheet = page.get_textpage()
    pieces: list[str] = []
    line = _Baseline()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(sheet.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(sheet, index))
        if not character.isspace():
            raw.FPDFText_GetCharOrigin(sheet, index, x, y)
            was_off = line.off
            line.step(raw.FPDFText_GetFontSize(sheet, index), x.value, y.value)
            if line.off or (was_off and line.same):
                # PDFium takes the step up or down for the beginning of a line.
                _undo_line_end(pieces)
            character = {1: raised, -1: lowered}.get(line.off, str)(character)
        pieces.append(character)
    # PDFium counts in UTF-16.
    text = "".join(pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace(_HYPHEN, "-\n")
    return lines.replace("\0", _UNKNOWN).replace("\ufffe", _UNKNOWN).strip("\n")


class _Baseline:
    """Where the line stands that is being read: small characters a little above or below it are `off` it."""

    def __init__(self) -> None:
        self.off = 0
        """1 for raised, -1 for lowered, 0 for a character of the line itself."""
        self.same = False
        """Whether the last character stands on the line of the one before."""
        self._size = 0.0
        self._reached = 0.0
        self._height = 0.0
        self._run = 0

    def step(self, size: float, place: float, height: float) -> None:
        """The next character."""
        rise = (height - self._height) / self._size if self._size else 0.0
        self.same = abs(rise) < _LEAST_RISE
        small = size < _SMALL * self._size and place > self._reached and self._run < _LONGEST_RUN
        self.off, self._reached = 0, place
        if small and _LEAST_RISE < rise < 1:
            self.off = 1
        elif small and -_DEEPEST < rise < -_LEAST_RISE:
            self.off = -1
        if self.off:
            self._run += 1
        else:
            self._size, self._height, self._run = size, height, 0


def _undo_line_end(pieces: list[str]) -> None:
    end = len(pieces)
    while end and pieces[end - 1].isspace():
        end -= 1
    gap = pieces[end:]
    if "\r" in gap or "\n" in gap:
        pieces[end:] = [" "] if " " in gap else []


def _refuse_without_text(pages: list[str]) -> None:
    text = "".join("".join(pages).split())
    hint = "have the text recognised (OCR) or write it down: `text:` and `text_by:` in captures.yml"
    if not text:
        how_many = "its only page is" if len(pages) == 1 else f"its {len(pages)} pages are"
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT, "holds no text", (f"{how_many} empty or only pictures",), hint
        )
    if text.count(_UNKNOWN) * 4 > len(text):
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, "does not say which letters its shapes are", hint=hint)


def _notes(pages: list[str]) -> tuple[str, ...]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    unknown = sum(page.count(_UNKNOWN) for page in pages)
    notes = []
    if empty:
        notes.append(f"no text on page {', '.join(empty)}: empty, or only pictures")
    if unknown:
        notes.append(f"{unknown} characters have no letter in the file; the text has U+FFFD in their place")
    return tuple(notes)
