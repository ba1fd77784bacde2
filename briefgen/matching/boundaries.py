"""What parts a text inside a quotation: the end of a paragraph, of a heading, of a cell."""

import re
from dataclasses import dataclass

_ENDS = frozenset(".!?…:;,。！？：；，、؟۔؛،।॥·―—–-")
_CLOSERS = "\"'”’“‘»«›‹」』）)]*†‡"
_NUMBERS = re.compile(r"[\s\d\[\]()]+$")
# An end of a page or chapter is none of the text.
_PARAGRAPH = re.compile(r"\n[ \t]*\n[ \t\n]*(?!\f)")
_CELL = re.compile(r"(?<=[^\s])\t+(?=[^\s])")
_ROW = re.compile(r"(?<=[^\s])\n(?=[^\s])")


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place in a text where one thing ends and another begins; `of` names what ends."""

    at: int
    of: str


def boundary_within(text: str, start: int, end: int, file: str) -> Boundary | None:
    """The first boundary that ``[start, end)`` of a capture's text runs over; None: it is of one piece.

    Readers of documents set an empty line between paragraphs, a tab between the cells of a table, and a
    line end between its rows. A paragraph that ends a sentence, or with a colon or the like, may be quoted
    with the next. Line ends in a paragraph say nothing: plain text has them anywhere. Pages of a PDF `file`
    end inside sentences.
    """
    for gap in _PARAGRAPH.finditer(text, start, end):
        if _is_open(text, start, gap.start()) and not _goes_on(text, gap.end(), file):
            return Boundary(gap.start(), "heading or paragraph")
    cell = _CELL.search(text, start, end)
    if cell is not None:
        return Boundary(cell.start(), "cell of a table")
    for row in _ROW.finditer(text, start, end):
        if _has_cells(text, row.start()) or _has_cells(text, row.end()):
            return Boundary(row.start(), "row of a table")
    return None


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether no sentence, and nothing that leads on, ends at `end`; a note's number may stand behind it."""
    before = text[max(start, end - 40) : end].rstrip()
    bare = _NUMBERS.sub("", before).rstrip(_CLOSERS)
    before = before.rstrip(_CLOSERS)
    return bool(before) and before[-1] not in _ENDS and bare[-1:] not in _ENDS


def _goes_on(text: str, at: int, file: str) -> bool:
    return file.lower().endswith(".pdf") and text[at : at + 1].islower()


def _has_cells(text: str, at: int) -> bool:
    """Whether the line that an offset stands in, or at the edge of, is a row of cells."""
    first = text.rfind("\n", max(0, at - 400), at) + 1
    last = text.find("\n", at, at + 400)
    return (
        _CELL.search(text, max(first, at - 400), last if last >= 0 else min(len(text), at + 400)) is not None
    )
