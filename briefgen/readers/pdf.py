"""PDF: the text of each page, read by PDFium, the engine of Chromium."""

from importlib.metadata import version
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.readers.reading import Document, LibraryMissingError, Reading, Unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PAGE_END = "\f"
_HYPHEN = "\x02"
"""PDFium's sign for the hyphen at a line end, with the line end."""
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
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
    try:
        pdf = pypdfium2.PdfDocument(document.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Unreadable(
                rules.CAPTURE_ENCRYPTED,
                "is encrypted: it opens only with a password",
                hint="capture a copy without one, and say so with `--obtained`",
            ) from error
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: no PDF can be read from it", hint=_AGAIN) from error
    try:
        pages = [_text_of_page(pdf[number]) for number in range(len(pdf))]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: a page cannot be read", hint=_AGAIN) from error
    finally:
        pdf.close()
    _refuse_without_text(pages)
    extractor = f"pypdfium2 {version('pypdfium2')} (PDFium {pypdfium2.PDFIUM_INFO.build})"
    return Reading(f"\n{PAGE_END}".join(pages) + "\n", extractor, _notes(pages))


def _text_of_page(page: "PdfPage") -> str:
    text = page.get_textpage().get_text_bounded()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace(_HYPHEN, "-\n")
    return lines.replace("\0", _UNKNOWN).replace("\ufffe", _UNKNOWN).strip("\n")


def _refuse_without_text(pages: list[str]) -> None:
    text = "".join("".join(pages).split())
    hint = "have the text recognised (OCR) or write it down: `text:` and `text_by:` in captures.yml"
    if not text:
        how_many = "its only page is" if len(pages) == 1 else f"its {len(pages)} pages are"
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT, "holds no text", (f"{how_many} empty or only pictures",), hint
        )
    if text.count(_UNKNOWN) * 4 > len(text):
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT, "does not say which letters its shapes are", hint=hint
        )


def _notes(pages: list[str]) -> tuple[str, ...]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    unknown = sum(page.count(_UNKNOWN) for page in pages)
    notes = []
    if empty:
        notes.append(f"no text on page {', '.join(empty)}: empty, or only pictures")
    if unknown:
        notes.append(f"{unknown} characters have no letter in the file; the text has U+FFFD in their place")
    return tuple(notes)
