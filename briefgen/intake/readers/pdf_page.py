"""One page of a PDF: its characters in PDFium's order, with what is raised, hidden and recognised in it."""

import ctypes
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from briefgen.intake.readers.pdf_actual import DEEPEST_FORM, take_contradicted
from briefgen.intake.readers.pdf_baseline import LEAST_RISE, SMALL, Baseline
from briefgen.intake.readers.pdf_glyphs import UNKNOWN, character_of, composed, is_accent
from briefgen.intake.readers.pdf_seen import Eyes
from briefgen.intake.readers.pdf_struck import RECOGNISED, STRUCK, stretches, strikes_of
from briefgen.raised import lowered, raised

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_HYPHEN = 2
"""PDFium's sign for the hyphen at a line end, with the line end."""
_OVER_ITS_LETTER = 0.3
_SPACE_WIDTH = 0.15
_RAISED_FIGURE, _LOWERED_FIGURE = 0.2, 0.38
_LONGEST_LABEL = 4
_SPACE = 32


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its place in the page's text, its height on the page and its size."""

    start: int
    end: int
    height: float
    size: float


@dataclass(frozen=True, slots=True)
class PageRead:
    """The text of a page; `raised` are stretches above their line, `recognised` those laid over a picture,
    `struck` those that a line is drawn through; `uncompared` counts what the file says, and does not show."""

    text: str
    lines: tuple[Line, ...]
    raised: tuple[tuple[int, int], ...]
    recognised: tuple[tuple[int, int], ...]
    struck: tuple[tuple[int, int], ...]
    height: float
    uncompared: int = 0


class _Glyphs:
    """The code points of a page so far, and of each how high it stands, how large it is and how far off."""

    def __init__(self) -> None:
        self.marks: list[str] = []
        self.heights: list[float] = []
        self.sizes: list[float] = []
        self.off: list[int] = []
        self.seen: list[int] = []

    def add(self, mark: str, height: float = 0.0, size: float = 0.0, off: int = 0, seen: int = 0) -> None:
        self.marks.append(mark)
        self.heights.append(height)
        self.sizes.append(size)
        self.off.append(off)
        self.seen.append(seen)

    def ends_in_figure(self) -> bool:
        """Whether a figure was added last."""
        return bool(self.marks) and self.marks[-1].isdecimal()

    def insert(self, at: int, mark: str) -> None:
        self.marks.insert(at, mark)
        self.heights.insert(at, 0.0)
        self.sizes.insert(at, 0.0)
        self.off.insert(at, 0)
        self.seen.insert(at, 0)

    def undo_line_end(self, *, apart: bool) -> None:
        """PDFium takes the step up or down for the beginning of a line."""
        end = len(self.marks)
        while end and self.marks[end - 1].isspace():
            end -= 1
        gap = self.marks[end:]
        if "\n" in gap:
            for values in (self.marks, self.heights, self.sizes, self.off, self.seen):
                del values[end:]
            if " " in gap or apart:
                self.add(" ")


def read_page(page: "PdfPage", encoding: Mapping[int, str], again: Callable[[], "PdfPage"]) -> PageRead:
    """Read a page: control characters of nameless fonts are read as `encoding` says.

    `again` gives the page anew.
    """
    from pypdfium2 import raw

    objects = list(page.get_objects(max_depth=DEEPEST_FORM))
    uncompared = take_contradicted(objects, again)
    sheet = page.get_textpage()
    glyphs = _Glyphs()
    line = Baseline()
    eyes, is_struck = Eyes(page, objects, sheet), strikes_of(objects)
    accent, accent_at = "", 0.0
    high = before = 0
    for index in range(sheet.count_chars()):
        code = raw.FPDFText_GetUnicode(sheet, index)
        if code == 13:
            continue
        if code <= _SPACE or code in (0xA0, 0xFFFE, 0xFFFF):
            character = _spacing(code, sheet, index, encoding, glyphs)
            if not character:
                continue
        elif 0xD800 <= code < 0xDC00:
            high = code
            continue
        else:
            character, high = character_of(high, code), 0
        if "\U0001d400" <= character <= "\U0001d7ff":  # the letters of formulas, slanted or bold
            character = unicodedata.normalize("NFKC", character)
        seen = eyes.see(index)
        if seen < 0:
            continue
        x, y, size = eyes.x.value, eyes.y.value, eyes.size
        was_off = line.off
        line.step(size, x, y)
        if line.off or (was_off and line.same):
            glyphs.undo_line_end(apart=_are_apart(sheet, before, index, line.size))
        before = index
        if accent and x - accent_at < _OVER_ITS_LETTER * size:
            whole = composed(accent, character)
            if whole and glyphs.marks and glyphs.marks[-1] == accent:
                glyphs.marks[-1] = whole
                accent = ""
                continue
        accent, accent_at = (character, x) if is_accent(character) else ("", 0.0)
        asked = character.isdecimal() or (character.isalpha() and glyphs.ends_in_figure())
        off = line.off or (_level_of(sheet, index, y, size) if asked else 0)
        if is_struck is not None and is_struck(x, y, size):
            seen |= STRUCK
        glyphs.add(character, y, size, off, seen)
    return _page_of(glyphs, page.get_height(), uncompared)


def _level_of(sheet: Any, index: int, height: float, size: float) -> int:
    """Whether a font has a figure of its own for what is raised or lowered, which stands on the line."""
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not size or not raw.FPDFText_GetCharBox(sheet, index, left, right, bottom, top):
        return 0
    if bottom.value - height > _RAISED_FIGURE * size:
        return 1
    low = top.value - height < _LOWERED_FIGURE * size and bottom.value < height - LEAST_RISE * size
    return -1 if low else 0


def _are_apart(sheet: Any, before: int, index: int, size: float) -> bool:
    """Whether room for a space is between two characters of a line."""
    from pypdfium2 import raw

    edges = [ctypes.c_double() for _ in range(8)]
    raw.FPDFText_GetCharBox(sheet, before, *edges[:4])
    raw.FPDFText_GetCharBox(sheet, index, *edges[4:])
    return edges[4].value - edges[1].value > _SPACE_WIDTH * size


def codes_without_names(page: "PdfPage") -> frozenset[int]:
    """The control characters that nameless fonts of a page use for glyphs."""
    from pypdfium2 import raw

    sheet = page.get_textpage()
    used = set()
    for index in range(sheet.count_chars()):
        code = raw.FPDFText_GetUnicode(sheet, index)
        if code < _SPACE and code not in (10, 13) and not _is_of_pdfium(sheet, index, code):
            used.add(code)
    return frozenset(used)


def _is_of_pdfium(sheet: Any, index: int, code: int) -> bool:
    from pypdfium2 import raw

    return raw.FPDFText_IsGenerated(sheet, index) == 1 or (
        code == _HYPHEN and raw.FPDFText_IsHyphen(sheet, index) == 1
    )


def _spacing(code: int, sheet: Any, index: int, encoding: Mapping[int, str], glyphs: _Glyphs) -> str:
    """A glyph in the place of a control character, or nothing where that is spacing, which is added."""
    if code in (_SPACE, 0xA0):
        glyphs.add(chr(code))
    elif code in (0, 0xFFFE, 0xFFFF):
        return UNKNOWN
    elif _is_of_pdfium(sheet, index, code):
        for mark in "-\n" if code == _HYPHEN else "\n":
            glyphs.add(mark)
    elif code == 10:
        glyphs.add("\n")
    else:
        return encoding.get(code, UNKNOWN)
    return ""


def _end_of_label(glyphs: _Glyphs, at: int) -> int:
    """Where the few letters or figures end that stand at one height and in one size from `at` on."""
    end = at
    while end < len(glyphs.marks) and end - at < _LONGEST_LABEL and glyphs.marks[end].isalnum():
        if glyphs.sizes[end] != glyphs.sizes[at] or glyphs.off[end] != glyphs.off[at]:
            break
        end += 1
    return end


def _set_labels_apart(glyphs: _Glyphs) -> None:
    """The raised number that a note begins with has no line yet to stand above: it has the one behind it."""
    at = len(glyphs.marks)
    while at > 0:
        at = next((end for end in range(at - 1, 0, -1) if glyphs.marks[end - 1] == "\n"), 0)
        behind = _end_of_label(glyphs, at)
        if behind == at or behind >= len(glyphs.marks) or not glyphs.sizes[behind]:
            continue
        size, rise = glyphs.sizes[behind], glyphs.heights[at] - glyphs.heights[behind]
        small = glyphs.sizes[at] < SMALL * size and LEAST_RISE * size < rise < size
        if small or all(off > 0 for off in glyphs.off[at:behind]):
            glyphs.off[at:behind] = [1] * (behind - at)
            glyphs.insert(behind, " ")


def _page_of(glyphs: _Glyphs, height: float, uncompared: int) -> PageRead:
    _set_labels_apart(glyphs)
    marks = glyphs.marks
    first, last = 0, len(marks)
    while first < last and marks[first] == "\n":
        first += 1
    while last > first and marks[last - 1] == "\n":
        last -= 1
    runs: list[tuple[int, int]] = []
    at = first
    for off, group in groupby(glyphs.off[first:last]):
        end = at + len(list(group))
        if off:
            shift = raised if off > 0 else lowered
            marks[at:end] = shift("".join(marks[at:end]))
            if off > 0:
                runs.append((at - first, end - first))
        at = end
    text = "".join(marks[first:last])
    recognised, struck = (stretches(glyphs.seen[first:last], text, bit) for bit in (RECOGNISED, STRUCK))
    return PageRead(
        text, tuple(_lines(glyphs, text, first)), tuple(runs), recognised, struck, height, uncompared
    )


def _lines(glyphs: _Glyphs, text: str, first: int) -> list[Line]:
    lines = []
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        places = range(first + start, first + end)
        on_line = [at for at in places if glyphs.sizes[at] and not glyphs.off[at]]
        if on_line:
            sizes = sorted(glyphs.sizes[at] for at in on_line)
            lines.append(Line(start, end, glyphs.heights[on_line[0]], sizes[len(sizes) // 2]))
        start = end + 1
    return lines
