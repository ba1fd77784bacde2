"""Web pages, also as a browser or SingleFile saved them: the text that is there to be read.

selectolax (Lexbor) reads HTML as the standard for browsers says. What no browser shows is left out: scripts,
comments, what the page itself hides. The style sheets in it are applied, as far as they hide words or raise
them. Marks of notes, buttons and menus stand in the text as spans: sentences are read past them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen import rules
from briefgen.intake.readers.charset import decode_page
from briefgen.intake.readers.css_rules import library
from briefgen.intake.readers.document import Document, LibraryMissingError, Reading, Unreadable
from briefgen.intake.readers.facts import facts_of
from briefgen.intake.readers.page_archives import without_bar
from briefgen.intake.readers.page_boxes import with_shadows_open
from briefgen.intake.readers.page_walk import walk
from briefgen.intake.readers.text_lines import Lines
from briefgen.markup.elements import VOID
from briefgen.model.readers import made_by
from briefgen.model.spans import TextSpan

# Scanned as a browser's tokenizer would: a script may hold what looks like a comment, and the reverse.
_RAW_BEGINS = re.compile(r"<!--|<(?P<tag>script|style|noscript)\b", re.IGNORECASE)
_RAW_ENDS = {
    "": re.compile(r"--!?>"),
    **{tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in ("script", "style", "noscript")},
}
_LEFT_OUT = re.compile(r"</[a-z][a-z0-9-]*\s*>\s*\Z", re.IGNORECASE)
"""How a page ends that was saved without the tags that HTML allows to be left out, as SingleFile does it."""
_RAW_OPEN = re.compile(r"<!--(?!-?>)|<(?:script|style)\b(?=[^>]*>)", re.IGNORECASE)
_EMPTY_COMMENT = re.compile(r"-?>")
_CUT_IN_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!\w*)\Z")
_SELF_CLOSED = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/>")


_DEEPEST_FRAME = 4
_MISSING = (
    "its style sheets are not in the file: words that they hide may stand in the text; a page saved with "
    "SingleFile has them",
)
_FRAMES = (f"what stands in frames more than {_DEEPEST_FRAME} deep in one another is not read",)


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, its spans, and what is to be said of style sheets and frames that are not read."""

    text: str
    spans: tuple[TextSpan, ...]
    notes: tuple[str, ...]


def read_html(document: Document) -> Reading:
    """The text of a page. Raises Unreadable, LibraryMissingError."""
    page, notes = decode_page(document)
    if not document.truncated:
        notes = (*notes, *_told_of_the_end(page))
    read = text_of_html(page)
    if not read.text and "<img" in page.lower():
        raise Unreadable(
            rules.CAPTURE_WITHOUT_TEXT,
            "holds pictures, but no text",
            hint="write the text down in a file of its own: `text:` and `text_by:` in captures.yml",
        )
    return Reading(read.text, page_libraries("html"), (*notes, *read.notes), read.spans, facts_of(page))


def page_libraries(reader: str, *others: str) -> str:
    """What makes the text of a page, of a reader that hands on to this one."""
    import selectolax

    return made_by(reader, *others, f"selectolax {selectolax.__version__}", library())


def text_of_html(page: str, sheets: Iterable[str] = ()) -> PageText:
    """The text of a page that is decoded; `sheets` hold for it, too. Raises LibraryMissingError."""
    lines = Lines()
    notes = _read_page(page, lines, 0, sheets)
    return PageText(lines.text(), lines.spans(), tuple(dict.fromkeys(notes)))


def text_of_xhtml(page: str, sheets: Iterable[str] = ()) -> PageText:
    """As `text_of_html`, for XHTML: there, `<title/>` is a whole element."""
    return text_of_html(_SELF_CLOSED.sub(_spelled_out, page), sheets)


def _spelled_out(match: re.Match[str]) -> str:
    return match[0] if match[1].lower() in VOID else f"<{match[1]}{match[2]}></{match[1]}>"


def _without_raw(page: str, *, keep_styles: bool = False) -> str:
    """A page without its comments and scripts and, unless they are kept, its styles, as far as closed."""
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
        if keep_styles and tag == "style":
            position = end
            continue
        kept.append(page[start : begun.start()])
        position = start = end
    kept.append(page[start:])
    return "".join(kept)


def _told_of_the_end(page: str) -> tuple[str, ...]:
    """What is to be said of the end of a page. Raises Unreadable where it is missing."""
    rest = _without_raw(page)
    missing = ""
    if _RAW_OPEN.search(rest):
        missing = "it ends inside a comment, a script or a style"
    elif _CUT_IN_TAG.search(rest):
        missing = "it ends inside a tag"
    elif re.search(r"<html\b", rest, re.IGNORECASE) and not re.search(r"</html\s*>", rest, re.IGNORECASE):
        if _LEFT_OUT.search(rest) and not re.search(r"<head\b", rest, re.IGNORECASE):
            return ("tags that may be left out are: whether its end is missing cannot be told",)
        missing = "it has a beginning `<html>`, but no end `</html>`"
    if missing:
        raise Unreadable(
            rules.CAPTURE_DAMAGED,
            "looks cut off",
            (missing,),
            "save it again; if there is no more of it, say so with `--truncated`",
        )
    return ()


def _read_page(page: str, lines: Lines, depth: int, sheets: Iterable[str] = ()) -> list[str]:
    """Add the text of a page, and of the pages framed in it; what is to be said of what is not read."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ModuleNotFoundError as error:
        raise LibraryMissingError("selectolax") from error
    plain = _without_raw(without_bar(page), keep_styles=True)
    root = LexborHTMLParser(with_shadows_open(plain)).root
    notes: list[str] = []

    def read_frame(frame: str) -> None:
        notes.extend(_read_page(frame, lines, depth + 1) if depth < _DEEPEST_FRAME else _FRAMES)

    if root is not None:
        missing, unclear = walk(root, lines, sheets, read_frame)
        notes.extend((*(_MISSING if missing else ()), *unclear))
    return notes
