"""A social card as SVG: the mark and the site's name above, the title, what is to be said of it below."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import PurePosixPath

from briefgen.model.card import Box, Card, CardKit, Font
from briefgen.model.settings import CardColours
from briefgen.render.cards.boxes import HEIGHT, MARGIN, WIDTH, are_plain, edges_of, rows_of_all
from briefgen.render.cards.title import (
    cut_lines,
    drawable,
    font_first,
    is_right_to_left,
    lines_of,
    width_of,
    words_of,
)

_BAND = 14
_ROOM = WIDTH - 2 * MARGIN
_TITLE_TOP, _TITLE_BOTTOM = 176, 486
_TITLE_SIZES = (84, 76, 68, 60, 54, 48, 44)
_LINE_HEIGHT = 1.17
_ASCENT = 0.75
"""From the top of a line's letters to its foot, in em: the marks on capitals included."""
_SMALL_SIZES = (32, 28, 24, 20)
_NAME_FOOT, _SAID_FOOT = 112, 558
_RULE = 510
_TITLE_ROWS, _SAID_ROWS = (140, _RULE - 2), (_RULE + 4, HEIGHT)
"""Where nothing else stands."""
_SITE_MARK_TOP, _SITE_NAME_TOP = 176, 316
_MARK = 56
_MARK_GAP = 20
_MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
_RIGHT_TO_LEFT, _POP = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card; each may be empty."""

    title: str
    site_name: str
    said: str


_Rows = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a line stands: so far from the margin, its foot at this height, of a size and weight."""

    beside: float
    foot: float
    size: int
    weight: int


@dataclass(frozen=True, slots=True)
class _Part:
    """Some elements of a picture: with boxes in which nothing else stands, if they have any, one for all or
    one for each word. They are plain if a pixel of them is between paper and ink."""

    elements: str
    box: Box | None = None
    words: tuple[Box, ...] = ()
    is_plain: bool = False


def make_card(path: str, text: CardText, kit: CardKit, colours: CardColours) -> Card:
    """The whole picture; its width and height are those that networks ask for."""
    sheet = _Sheet(kit, colours, is_right_to_left(drawable(text.title or text.site_name)))
    parts = sheet.brief(text) if text.title else sheet.site(text.site_name)
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours.background}"/>'
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="{colours.ink}">{paper}'
    head += f'<rect width="{WIDTH}" height="{_BAND}" fill="{colours.accent}"/>'

    boxed = [part for part in parts if part.box or part.words]
    return Card(
        path,
        head + "".join(part.elements for part in parts) + _FOOT,
        tuple(font.blob for font in kit.fonts),
        head + "".join(part.elements for part in parts if part not in boxed) + _FOOT,
        tuple(part.box for part in parts if part.box),
        tuple(word for part in parts for word in part.words),
        colours.background,
        colours.ink,
        all(part.is_plain for part in boxed),
    )


_FOOT = "</svg>\n"


class _Sheet:
    def __init__(self, kit: CardKit, colours: CardColours, mirrored: bool) -> None:
        self._fonts = kit.fonts
        self._mark = kit.mark
        self._accent = colours.accent
        self._mirrored = mirrored

    def brief(self, text: CardText) -> list[_Part]:
        drawn_mark = self._picture(self._start(_MARK), _NAME_FOOT - 39, _MARK)
        beside = _MARK + _MARK_GAP if drawn_mark else 0
        rule = f'<rect x="{MARGIN}" y="{_RULE}" width="{_ROOM}" height="2" fill="{self._accent}"/>'
        return [
            _Part(drawn_mark),
            self._small(text.site_name, beside, _NAME_FOOT, 600),
            self._title(text.title, rows=_TITLE_ROWS),
            _Part(rule),
            self._small(text.said, 0, _SAID_FOOT, 400, _SAID_ROWS),
        ]

    def site(self, name: str) -> list[_Part]:
        """The mark large, with the site's name below it."""
        size = 2 * _MARK
        mark = _Part(self._picture(self._start(size), _SITE_MARK_TOP, size))
        return [mark, self._title(name, _SITE_NAME_TOP)]

    def _title(self, title: str, top: float | None = None, rows: _Rows = None) -> _Part:
        """A title from `top` downwards, or in the middle of the room between name and rule."""
        text = drawable(title)
        if not text:
            return _Part("")
        fonts = font_first(text, self._fonts)
        size, lines = _largest(text, fonts)
        step = size * _LINE_HEIGHT
        height = (len(lines) - 1) * step + size * _ASCENT
        foot = size * _ASCENT + ((_TITLE_TOP + _TITLE_BOTTOM - height) / 2 if top is None else top)
        return self._lines(lines, fonts, _Setting(0, foot, size, 600), rows)

    def _small(self, written: str, beside: float, foot: float, weight: int, rows: _Rows = None) -> _Part:
        text, room = drawable(written), _ROOM - beside
        fonts = font_first(text, self._fonts)
        for size in _SMALL_SIZES:
            if width_of(text, fonts) * size <= room:
                break
        else:
            text = cut_lines(text, room / size, 1, fonts)[0]
        setting = _Setting(beside, foot, size, weight)
        if rows and not self._mirrored and are_plain((text,), fonts[0]):
            return self._words(text, fonts, setting, rows)
        return self._lines((text,), fonts, setting, rows)

    def _words(self, text: str, fonts: Sequence[Font], setting: _Setting, rows: tuple[int, int]) -> _Part:
        """A line each of whose words begins at a whole pixel: so it looks the same wherever it stands."""
        elements, words = "", []
        ends = setting.foot, setting.foot
        top, bottom = rows_of_all(fonts[:1], setting.size, ends, rows)
        for word, aside in words_of(text, fonts, setting.size):
            standing = replace(setting, beside=setting.beside + aside)
            elements += self._text(word, fonts[0], setting.foot, standing)
            left, _, right, _ = edges_of((word,), fonts, setting.size, ends, rows, mirrored=False)
            element = self._text(word, fonts[0], setting.foot, setting)
            words.append(Box(left + aside, top, right - left, bottom - top, element, aside))
        return _Part(elements, None, tuple(words), is_plain=True)

    def _lines(self, lines: Sequence[str], fonts: Sequence[Font], setting: _Setting, rows: _Rows) -> _Part:
        """Lines below one another; they have a box where they alone stand between two `rows`."""
        feet = [setting.foot + number * setting.size * _LINE_HEIGHT for number in range(len(lines))]
        elements = "".join(
            self._text(line, fonts[0], foot, setting) for line, foot in zip(lines, feet, strict=True)
        )
        if rows is None:
            return _Part(elements)
        ends = feet[0], feet[-1]
        edges = edges_of(lines, fonts, setting.size, ends, rows, mirrored=self._mirrored)
        left, top, right, bottom = edges
        box = Box(left, top, right - left, bottom - top, elements)
        return _Part(elements, box, is_plain=are_plain(lines, fonts[0], _LINE_HEIGHT))

    def _text(self, text: str, font: Font, foot: float, setting: _Setting) -> str:
        aside = MARGIN + setting.beside
        x, anchor = (WIDTH - aside, "end") if self._mirrored else (aside, "start")
        if is_right_to_left(text):
            text = f"{_RIGHT_TO_LEFT}{text}{_POP}"
        return (
            f'<text x="{x:g}" y="{foot:g}" font-family="{_family(font)}" font-size="{setting.size}" '
            f'font-weight="{setting.weight}" text-anchor="{anchor}">{escape(text, quote=False)}</text>'
        )

    def _start(self, width: float) -> float:
        return WIDTH - MARGIN - width if self._mirrored else MARGIN

    def _picture(self, x: float, y: float, size: float) -> str:
        mark = self._mark
        media_type = _MEDIA_TYPES.get(PurePosixPath(mark.path).suffix.lower()) if mark else None
        if mark is None or media_type is None:
            return ""
        data = base64.b64encode(mark.data).decode("ascii")
        return (
            f'<image x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}" '
            f'href="data:{media_type};base64,{data}"/>'
        )


def _largest(title: str, fonts: Sequence[Font]) -> tuple[int, tuple[str, ...]]:
    """The largest size at which there is room for a title, with its lines."""
    for size in _TITLE_SIZES:
        lines = lines_of(title, _ROOM / size, _most_lines(size), fonts)
        if lines is not None:
            return size, lines
    smallest = _TITLE_SIZES[-1]
    return smallest, cut_lines(title, _ROOM / smallest, _most_lines(smallest), fonts)


def _family(font: Font) -> str:
    """A family's name as CSS has it, in an attribute."""
    name = font.family.replace("\\", "\\\\").replace("'", "\\'")
    return escape(f"'{name}'", quote=False).replace('"', "&quot;")


def _most_lines(size: int) -> int:
    return int((_TITLE_BOTTOM - _TITLE_TOP) / (size * _LINE_HEIGHT))
