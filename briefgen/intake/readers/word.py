"""Word's .docx: mammoth makes HTML of it, which is read like any other; footnotes come at the end."""

import io
import re
from importlib.metadata import version
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from briefgen import rules
from briefgen.intake.readers.container import check_xml, unzip
from briefgen.intake.readers.document import Document, LibraryMissingError, Reading, Unreadable
from briefgen.intake.readers.html import PageText, page_libraries, text_of_html
from briefgen.intake.readers.limits import MOST_PARAGRAPHS
from briefgen.intake.readers.word_shown import NUMBER_STYLE, running_texts, shown
from briefgen.model.spans import SpanKind, TextSpan, moved

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (ElementTree.ParseError, ExpatError)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STYLE_MAP = f"all-caps => span.briefgen-capitals\nr.{NUMBER_STYLE} => span.briefgen-number"
_SHEET = ".briefgen-capitals { text-transform: uppercase }"
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
        html = mammoth.convert_to_html(
            io.BytesIO(shown(files)), convert_image=_no_image, style_map=_STYLE_MAP
        ).value
        above, below = (running_texts(files, part) for part in ("header", "footer"))
    except (
        ElementTree.ParseError,
        ExpatError,
        AttributeError,
        LookupError,
        OSError,
        TypeError,
        ValueError,
    ) as error:
        what = "is damaged: its text cannot be read"
        raise Unreadable(rules.CAPTURE_DAMAGED, what, (f"{error}",)) from error
    read = text_of_html(_WAY_BACK.sub("", html), (_SHEET,))
    text, spans = _framed(read, above, below)
    if not text and any(name.startswith("word/media/") for name in files):
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, "holds pictures, but no text")
    return Reading(text, page_libraries("docx", f"mammoth {version('mammoth')}"), (), spans)


def _framed(read: PageText, above: list[str], below: list[str]) -> tuple[str, tuple[TextSpan, ...]]:
    """A text with what stands above and below it on each page, before and behind it."""
    head = "".join(f"{text}\n" for text in above)
    text = f"{head}\n{read.text}" if head else read.text
    spans = list(moved(read.spans, len(text) - len(read.text)))
    if head:
        spans.insert(0, TextSpan(SpanKind.HEADER, 0, len(head) - 1))
    if below:
        foot = "\n".join(below)
        text = f"{text}\n{foot}\n"
        spans.append(TextSpan(SpanKind.FOOTER, len(text) - len(foot) - 1, len(text) - 1))
    return text, tuple(spans)


def _no_image(_image: Any) -> list[Any]:
    return []
