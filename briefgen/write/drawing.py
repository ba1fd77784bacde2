"""One card, from SVG to PNG, on whatever machine."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from tempfile import TemporaryDirectory

from briefgen.disk.writing import write_file
from briefgen.model.capture import Blob
from briefgen.model.card import Card
from briefgen.write.png_colours import SAMPLE, numbered, steps_of
from briefgen.write.png_parts import Ground, laid
from briefgen.write.png_rows import NotSeparateError, pixels_of, rows_of
from briefgen.write.png_words import Ink, ink_of, line_of

_BLACK, _WHITE = "#000000", "#ffffff"


def draw(card: Card) -> bytes:
    """The picture of a card as PNG.

    To draw and to compress it takes as long as its size is, and most of it is as on other cards: so that is
    drawn once, and of this one what stands in its boxes. Its pixels are those that all of it would have.
    """
    if card.boxes or card.words:
        try:
            ground = _ground(card.ground, card.fonts, card.paper, card.ink, is_plain=card.is_plain)
            return ground.with_rows(_parts(card, ground))
        except NotSeparateError:
            pass  # letters that reach farther than their font says
    (whole,) = _drawn((card.svg,), card.fonts)
    return whole


def _parts(card: Card, ground: Ground) -> Iterator[tuple[int, Sequence[bytes]]]:
    depth, fonts = ground.depth, card.fonts
    paper, ink = (_BLACK, _WHITE) if depth == 1 else (card.paper, card.ink)
    drawn = _drawn([box.svg(ink) for box in card.boxes], fonts, paper)
    for box, png in zip(card.boxes, drawn, strict=True):
        yield box.y, laid(rows_of(png, depth), box.x, ground.width)
    if card.words:
        words = [(word.x, _word(word.svg(ink), fonts, paper, depth)) for word in card.words]
        yield card.words[0].y, line_of(words, ground.width)


@lru_cache(maxsize=4)
def _ground(svg: str, fonts: tuple[Blob, ...], paper: str, ink: str, *, is_plain: bool) -> Ground:
    """That of cards in one direction, with a palette if it can; more are not to be expected."""
    (drawn,) = _drawn((svg,), fonts)
    rows = rows_of(drawn, 3)
    pixels = pixels_of(rows)
    steps = _steps(paper, ink) if is_plain else {}
    if steps and (found := numbered(pixels, steps)):
        numbers, palette = found
        return Ground(numbers, [b"\0" + row for row in numbers], palette)
    filtered = zip(rows.filters, rows.filtered, strict=True)
    return Ground(pixels, [bytes([kind]) + row for kind, row in filtered])


def _steps(paper: str, ink: str) -> dict[int, bytes]:
    shades, colours = (
        _drawn((SAMPLE.format(paper=below, ink=above),), ())
        for below, above in ((_BLACK, _WHITE), (paper, ink))
    )
    return dict(steps_of(pixels_of(rows_of(shades[0], 1)), pixels_of(rows_of(colours[0], 3))))


@lru_cache(maxsize=1024)
def _word(svg: str, fonts: tuple[Blob, ...], paper: str, depth: int) -> Ink:
    """A word of the last line, as it was drawn for the first card on which it stands."""
    (drawn,) = _drawn((svg,), fonts, paper)
    return ink_of(rows_of(drawn, depth))


def _drawn(pictures: Sequence[str], fonts: Sequence[Blob], paper: str | None = None) -> list[bytes]:
    import resvg_py

    with TemporaryDirectory() as folder:  # what draws takes fonts from files only
        files = [PurePath(folder, font.sha256) for font in fonts]
        for place, font in zip(files, fonts, strict=True):
            write_file(place, font.data)
        return [
            resvg_py.svg_to_bytes(
                svg_string=svg,
                background=paper,
                skip_system_fonts=True,
                font_files=[str(file) for file in files],
            )
            for svg in pictures
        ]
