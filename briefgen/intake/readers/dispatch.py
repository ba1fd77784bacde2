"""Which reader reads what: by the ending of the name, or by the first bytes where there is no name."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from briefgen import rules
from briefgen.intake.readers.charset import decode_page
from briefgen.intake.readers.container import names_in_zip
from briefgen.intake.readers.document import WRITTEN_DOWN, Document, Reading, Unreadable
from briefgen.intake.readers.epub import read_epub
from briefgen.intake.readers.html import read_html
from briefgen.intake.readers.mail import read_mail
from briefgen.intake.readers.pdf import read_pdf
from briefgen.intake.readers.plain_text import read_plain
from briefgen.intake.readers.wacz import read_wacz
from briefgen.intake.readers.warc import read_warc
from briefgen.intake.readers.word import read_docx
from briefgen.suggest import suggest


def _read_body(media_type: str, document: Document) -> Reading | None:
    """What a server sent, read as what it said it was."""
    reader = _BODIES.get(media_type)
    if document.source and reader is not read_html:
        kind = media_type or "something unnamed"
        raise Unreadable(rules.CAPTURE_FORMAT, f"holds it as {kind}, which is no page for `--browser`")
    if document.source:
        page, notes = decode_page(document)
        return Reading(page, notes=notes)
    return reader(document) if reader else None


_BODIES: Mapping[str, Callable[[Document], Reading]] = {
    "text/html": read_html,
    "application/xhtml+xml": read_html,
    "text/plain": read_plain,
    "application/pdf": read_pdf,
}
_READERS: Mapping[str, Callable[[Document], Reading]] = {
    "txt": read_plain,
    "md": read_plain,
    "html": read_html,
    "htm": read_html,
    "xhtml": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "epub": read_epub,
    "eml": read_mail,
    "warc": lambda document: read_warc(document, _read_body),
    "warc.gz": lambda document: read_warc(document, _read_body),
    "wacz": lambda document: read_wacz(document, _read_body),
}
ENDINGS: tuple[str, ...] = tuple(_READERS)
"""The endings of file names that we read, without their dot."""

PICTURES = frozenset("png jpg jpeg gif webp tif tiff bmp heic avif".split())
RECORDINGS = frozenset("mp3 mp4 m4a wav ogg opus webm mov mkv".split())

_GZIP = b"\x1f\x8b"
_OLE = b"\xd0\xcf\x11\xe0"


def read_document(document: Document, ending: str) -> Reading:
    """The text of a document whose name has this ending.

    Raises Unreadable where it is damaged, encrypted, empty, only pictures, or something else than its name
    says; LibraryMissingError.
    """
    if ending not in _READERS:
        raise _no_reader(ending)
    if not document.data.strip():
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, "is empty")
    looks_like = _by_first_bytes(document.data)
    if looks_like and looks_like[0] not in (ending, *_SAME.get(ending, ())):
        what = f"is named .{ending}, but looks like .{looks_like[0]}"
        hint = f"`--type {looks_like[0]}` reads it as that"
        raise Unreadable(rules.CAPTURE_FORMAT, what, hint=hint)
    reading = _READERS[ending](document)
    if not reading.text.strip():
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, "holds no text")
    return reading


_SAME: Mapping[str, tuple[str, ...]] = {"docx": ("doc",), "warc": ("warc.gz",), "warc.gz": ("warc",)}
"""What a reader of an ending knows to refuse in better words."""


def ending_of(name: str, data: bytes) -> str:
    """What a document is: by its name, and where there is none (``-``) by its first bytes."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return "warc.gz"
    ending = PurePosixPath(lower).suffix.removeprefix(".")
    if ending or name != "-":
        return ending
    found = _by_first_bytes(data)
    return found[0] if found else ("html" if data.lstrip()[:9].lower() in (b"<!doctype", b"<html") else "txt")


def _by_first_bytes(data: bytes) -> tuple[str, ...]:
    """The ending that the first bytes of a document leave no doubt about."""
    if data.lstrip()[:5] == b"%PDF-":
        return ("pdf",)
    if data.startswith(b"PK\x03\x04"):
        names = names_in_zip(data)
        for sign, ending in (
            ("word/document.xml", "docx"),
            ("META-INF/container.xml", "epub"),
            ("datapackage.json", "wacz"),
        ):
            if sign in names:
                return (ending,)
    if data.startswith(_OLE):
        return ("doc",)
    if data.startswith(b"WARC/"):
        return ("warc",)
    if data.startswith(_GZIP):
        return ("warc.gz",)
    return ()


def _no_reader(ending: str) -> Unreadable:
    known = f"read are {', '.join(f'.{known}' for known in ENDINGS)}"
    if ending in PICTURES | RECORDINGS:
        kind = "picture" if ending in PICTURES else "recording"
        return Unreadable(
            rules.CAPTURE_WITHOUT_TEXT,
            f"is a {kind}: no text can be read from it",
            hint=WRITTEN_DOWN,
        )
    near = suggest(ending, ENDINGS)
    what = f"has the ending .{ending}, for which there is no reader" if ending else "has no ending"
    hint = f"did you mean .{near}? say so with `--type {near}`" if near else "say what it is with `--type`"
    return Unreadable(rules.CAPTURE_FORMAT, what, (known,), hint)
