"""E-books (.epub): the chapters in the order of reading, each a page of XHTML."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote
from xml.etree import ElementTree

from briefgen import rules
from briefgen.intake.readers.charset import decode_page
from briefgen.intake.readers.container import check_xml, unzip
from briefgen.intake.readers.document import Document, Reading, TextSize, Unreadable
from briefgen.intake.readers.html import PageText, page_libraries, text_of_xhtml
from briefgen.intake.readers.limits import ReadingLimits
from briefgen.model.spans import TextSpan, moved

CHAPTER_END = "\f"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LINK = re.compile(r"<link\b[^>]{0,2000}>", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']([^\"'#?]+)", re.IGNORECASE)
_XHTML = frozenset({"application/xhtml+xml", "text/html"})


def read_epub(document: Document) -> Reading:
    """The text of all chapters. Raises Unreadable, LibraryMissingError."""
    files = unzip(document.data, document.limits)
    package = _package_path(files)
    paths = _spine(package, _xml(files, package))
    _refuse_locked(files, paths)
    text, notes = "", []
    spans: list[TextSpan] = []
    size = TextSize(document.limits)
    read: dict[str, PageText] = {}
    for path in paths:
        if path not in read:
            page, more = decode_page(document.inner(_file(files, path)))
            notes += [f"{path}: {note}" for note in more]
            read[path] = text_of_xhtml(page, _sheets(page, path, files, document.limits))
        chapter = read[path]
        if size.add(chapter.text):
            text += CHAPTER_END if text else ""
            spans += moved(chapter.spans, len(text))
            text += chapter.text
    if not text:
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT, "holds no text", ("its pages are empty or only pictures",)
        )
    return Reading(text, page_libraries("epub"), tuple(notes), tuple(spans))


def _sheets(page: str, path: str, files: Mapping[str, bytes], limits: ReadingLimits) -> list[str]:
    """The style sheets that a chapter links to, as far as they are in the book."""
    found = []
    size = TextSize(limits)
    for link in _LINK.findall(page):
        href = _HREF.search(link)
        if href is not None and "stylesheet" in link:
            name = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href[1])))
            found.append(size.add(files.get(name, b"").decode("utf-8", "replace")))
    return found


def _package_path(files: Mapping[str, bytes]) -> str:
    for element in _xml(files, _CONTAINER).iter():
        if _name(element) == "rootfile" and element.get("full-path"):
            return str(element.get("full-path"))
    raise Unreadable(rules.CAPTURE_DAMAGED, f"is damaged: {_CONTAINER} names no book")


def _spine(package: str, root: ElementTree.Element) -> list[str]:
    """The paths of the chapters, in the order of reading."""
    items = {element.get("id"): element for element in root.iter() if _name(element) == "item"}
    paths = []
    for element in root.iter():
        item = items.get(element.get("idref")) if _name(element) == "itemref" else None
        if item is not None and item.get("media-type") in _XHTML:
            href = unquote(str(item.get("href", "")))
            paths.append(posixpath.normpath(posixpath.join(posixpath.dirname(package), href)))
    if not paths:
        raise Unreadable(rules.CAPTURE_DAMAGED, f"is damaged: {package} names no chapters")
    return paths


def _refuse_locked(files: Mapping[str, bytes], chapters: list[str]) -> None:
    """Fonts may be scrambled; chapters that are make a book that only its shop's program opens."""
    if _ENCRYPTION not in files:
        return
    for element in _xml(files, _ENCRYPTION).iter():
        if _name(element) == "CipherReference" and unquote(str(element.get("URI", ""))) in chapters:
            raise Unreadable(rules.CAPTURE_ENCRYPTED, "is encrypted: its text is locked (DRM)")


def _xml(files: Mapping[str, bytes], path: str) -> ElementTree.Element:
    check_xml(_file(files, path), path)
    try:
        return ElementTree.fromstring(_file(files, path))
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # of an unknown encoding, too
        raise Unreadable(rules.CAPTURE_DAMAGED, f"is damaged: {path} is not XML", (f"{error}",)) from error


def _file(files: Mapping[str, bytes], path: str) -> bytes:
    if path not in files:
        raise Unreadable(rules.CAPTURE_DAMAGED, f"is damaged: {path} is not in it")
    return files[path]


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
