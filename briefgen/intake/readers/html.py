"""Web pages, also as a browser or SingleFile saved them: the text that is there to be read.

selectolax (Lexbor) reads HTML as the standard for browsers says. What no browser shows is left out: scripts,
styles, comments, what is marked as hidden. Style sheets are not applied. The marks of footnotes are left out,
too: they stand inside sentences that somebody wrote without them.
"""

import re
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import islice
from typing import TYPE_CHECKING

from briefgen import rules
from briefgen.intake.readers.charset import decode_page
from briefgen.intake.readers.document import Document, LibraryMissingError, Reading, Unreadable
from briefgen.intake.readers.text_lines import Lines
from briefgen.markup.elements import VOID
from briefgen.raised import lowered, raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSHOWN = frozenset(
    """-comment !doctype area audio canvas datalist embed head map meta noembed noframes noscript object param
    rp rt script select source style template textarea track video""".split()
)
_PARAGRAPHS = frozenset(
    """article aside blockquote body dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main
    menu nav ol p pre search section table ul""".split()
)
_LINES = frozenset(
    """address caption center dd details dialog div dt figcaption frame iframe legend li optgroup option
    summary tbody tfoot thead tr""".split()
)
_CELLS = frozenset({"td", "th"})
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SHIFTED = {"sup": raised, "sub": lowered}
_NOTE_ROLES = frozenset({"doc-noteref", "noteref"})
_NOTE_MARK = re.compile(r"[\[(]?\s*(?:\w{1,4}|[*†‡§]+)\s*[\])]?")
_MOST_OF_A_MARK = 50
_SHADOW = re.compile(r"<template(?=[^<>]{0,2000}?\sshadowroot)", re.IGNORECASE)
# Scanned as a browser's tokenizer would: a script may hold what looks like a comment, and the reverse.
_RAW_BEGINS = re.compile(r"<!--|<(?P<tag>script|style|noscript)\b", re.IGNORECASE)
_RAW_ENDS = {
    "": re.compile(r"--!?>"),
    **{tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in ("script", "style", "noscript")},
}
_RAW_OPEN = re.compile(r"<!--(?!-?>)|<(?:script|style)\b(?=[^>]*>)", re.IGNORECASE)
_EMPTY_COMMENT = re.compile(r"-?>")
_CUT_IN_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!\w*)\Z")
_SELF_CLOSED = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/>")
_DEEPEST_FRAME = 4


def read_html(document: Document) -> Reading:
    """The text of a page. Raises Unreadable, LibraryMissingError."""
    page, notes = decode_page(document)
    if not document.truncated:
        _refuse_cut_off(page)
    text = text_of_html(page)
    if not text and "<img" in page.lower():
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT,
            "holds pictures, but no text",
            hint="write the text down in a file of its own: `text:` and `text_by:` in captures.yml",
        )
    return Reading(text, f"selectolax {version('selectolax')}", notes)


def text_of_html(page: str) -> str:
    """The text of a page that is decoded. Raises LibraryMissingError."""
    lines = Lines()
    _read_page(page, lines, 0)
    return lines.text()


def text_of_xhtml(page: str) -> str:
    """As `text_of_html`, for XHTML: there, `<title/>` is a whole element."""
    return text_of_html(_SELF_CLOSED.sub(_spelled_out, page))


def _spelled_out(match: re.Match[str]) -> str:
    return match[0] if match[1].lower() in VOID else f"<{match[1]}{match[2]}></{match[1]}>"


def _without_raw(page: str) -> str:
    """A page without its comments, scripts and styles, as far as they are closed."""
    kept: list[str] = []
    unclosed: set[str] = set()
    position = start = 0
    while begun := _RAW_BEGINS.search(page, position):
        position = begun.end()
        tag = (begun["tag"] or "").lower()
        if tag in unclosed:
            continue
        inside = position
        if not tag and (short := _EMPTY_COMMENT.match(page, position)):
            end = short.end()
        else:
            if tag:
                inside = page.find(">", position) + 1
            closed = _RAW_ENDS[tag].search(page, inside) if inside or not tag else None
            if closed is None:  # nor is any that begins later
                unclosed.add(tag)
                continue
            end = closed.end()
        kept.append(page[start : begun.start()])
        position = start = end
    kept.append(page[start:])
    return "".join(kept)


def _refuse_cut_off(page: str) -> None:
    rest = _without_raw(page)
    missing = ""
    if _RAW_OPEN.search(rest):
        missing = "it ends inside a comment, a script or a style"
    elif _CUT_IN_TAG.search(rest):
        missing = "it ends inside a tag"
    elif re.search(r"<html\b", rest, re.IGNORECASE) and not re.search(r"</html\s*>", rest, re.IGNORECASE):
        missing = "it has a beginning `<html>`, but no end `</html>`"
    if missing:
        raise Unreadable(
            rules.CAPTURE_DAMAGED,
            "looks cut off",
            (missing,),
            "save it again; if there is no more of it, say so with `--truncated`",
        )


def _read_page(page: str, lines: Lines, depth: int) -> None:
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ModuleNotFoundError as error:
        raise LibraryMissingError("selectolax") from error
    root = LexborHTMLParser(_SHADOW.sub("<div", _without_raw(page))).root
    # Not recursive: pages are nested more deeply than Python likes to call. None: the end of an element.
    steps: list[tuple[LexborNode, bool]] = [(root, True)] if root is not None else []
    shifted: list[Callable[[str], str]] = []
    while steps:
        node, begins = steps.pop()
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            lines.add(shifted[-1](text) if shifted else text)
            continue
        if begins:
            if tag in _UNSHOWN or _is_hidden(node) or _is_note_mark(node):
                continue
            if tag == "br":
                lines.line()
                continue
            _boundary(tag, lines)
            steps.append((node, False))
            if tag == "iframe":
                frame = node.attributes.get("srcdoc")
                if frame and depth < _DEEPEST_FRAME:
                    _read_page(frame, lines, depth + 1)
                continue
            inside = []
            child = node.first_child
            while child is not None:
                if not (tag == "svg" and child.tag in ("title", "desc", "metadata")):
                    inside.append((child, True))
                child = child.next
            steps.extend(reversed(inside))
            if tag == "pre":
                lines.begin_verbatim()
            elif tag in _SHIFTED:
                shifted.append(_SHIFTED[tag])
        else:
            if tag == "pre":
                lines.end_verbatim()
            elif tag in _SHIFTED:
                shifted.pop()
            _boundary(tag, lines)


def _boundary(tag: str, lines: Lines) -> None:
    if tag in _PARAGRAPHS:
        lines.paragraph()
    elif tag in _LINES:
        lines.block()
    elif tag in _CELLS:
        lines.space()


def _is_note_mark(node: "LexborNode") -> bool:
    """Whether this is the mark of a footnote: it says so, or is a raised number that leads to a place."""
    attributes = node.attributes
    if _NOTE_ROLES & {*(attributes.get("role") or "").split(), *(attributes.get("epub:type") or "").split()}:
        return True
    if node.tag != "sup":
        return False
    few = list(islice(_below(node), _MOST_OF_A_MARK + 1))
    if len(few) > _MOST_OF_A_MARK:
        return False
    if not any(one.tag == "a" and "#" in (one.attributes.get("href") or "") for one in few):
        return False
    return bool(_NOTE_MARK.fullmatch((node.text(deep=True) or "").strip()))


def _below(node: "LexborNode") -> "Iterator[LexborNode]":
    """The nodes in a node."""
    waiting = [node.first_child]
    while waiting:
        one = waiting.pop()
        if one is not None:
            yield one
            waiting += [one.next, one.first_child]


def _is_hidden(node: "LexborNode") -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or (node.tag == "dialog" and "open" not in attributes):
        return True
    if "sf-hidden" in (attributes.get("class") or "").split():  # SingleFile's word for it
        return True
    return bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
