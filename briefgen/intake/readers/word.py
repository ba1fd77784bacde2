"""Word's .docx: mammoth makes HTML of it, which is read like any other; footnotes come at the end."""

import io
import re
from importlib.metadata import version
from typing import Any
from xml.parsers.expat import ExpatError

from briefgen import rules
from briefgen.intake.readers.container import check_xml, unzip
from briefgen.intake.readers.html import text_of_html
from briefgen.intake.readers.limits import MOST_PARAGRAPHS
from briefgen.intake.readers.reading import Document, LibraryMissingError, Reading, Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# mammoth's marks of notes stand inside the sentence, which is then no longer what the author wrote.
_NOTE_MARK = re.compile(r'<sup><a href="#[^"]*note-[^"]*" id="[^"]*note-ref-[^"]*">\[\d+\]</a></sup>')
_PARAGRAPH = re.compile(rb"<(?:[\w.-]{1,50}:)?p[\s/>]")
_WAY_BACK = re.compile(r'<a href="#[^"]*note-ref-[^"]*">↑</a>')


def read_docx(document: Document) -> Reading:
    """The text of the body and of its notes. Raises Unreadable, LibraryMissingError."""
    try:
        import mammoth
    except ModuleNotFoundError as error:
        raise LibraryMissingError("mammoth") from error
    if document.data.startswith(_OLE):
        if _ENCRYPTED in document.data:
            hint = "capture a copy without a password, and say so with `--obtained`"
            raise Unreadable(
                rules.CAPTURE_ENCRYPTED, "is encrypted: it opens only with a password", hint=hint
            )
        what = "is a Word file of the kind before 2007"
        raise Unreadable(rules.CAPTURE_FORMAT, what, hint="save it as .docx, and capture both")
    files = unzip(document.data, document.limits)
    if "word/document.xml" not in files:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: no Word document is in it")
    for name, data in files.items():
        if name.endswith((".xml", ".rels")):
            check_xml(data, name)
    if (
        sum(len(_PARAGRAPH.findall(data)) for name, data in files.items() if name.endswith(".xml"))
        > MOST_PARAGRAPHS
    ):
        raise Unreadable(rules.CAPTURE_DAMAGED, f"has more than {MOST_PARAGRAPHS:,} paragraphs")
    try:
        html = mammoth.convert_to_html(io.BytesIO(document.data), convert_image=_no_image).value
    except (ExpatError, AttributeError, LookupError, OSError, TypeError, ValueError) as error:
        what = "is damaged: its text cannot be read"
        raise Unreadable(rules.CAPTURE_DAMAGED, what, (f"{error}",)) from error
    text = text_of_html(_WAY_BACK.sub("", _NOTE_MARK.sub("", html))).text
    if not text and any(name.startswith("word/media/") for name in files):
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, "holds pictures, but no text")
    return Reading(text, f"mammoth {version('mammoth')}, selectolax {version('selectolax')}")


def _no_image(_image: Any) -> list[Any]:
    return []
