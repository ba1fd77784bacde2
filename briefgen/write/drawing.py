"""One card, from SVG to PNG, on whatever machine."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from tempfile import TemporaryDirectory

from briefgen.disk.writing import write_file
from briefgen.model.capture import Blob
from briefgen.model.card import Card
from briefgen.write.png_parts import Ground, NotSeparateError, laid, rows_of
from briefgen.write.png_words import Ink, ink_of, line_of


def draw(card: Card) -> bytes:
    """The picture of a card as PNG.

    To draw and to compress it takes as long as its size is, and most of it is as on other cards: so that is
    drawn once, and of this one what stands in its boxes. Its pixels are those that all of it would have.
    """
    if card.boxes or card.words:
        ground = _ground(card.ground, card.fonts)
        try:
            return ground.with_rows(_parts(card, ground.width))
        except NotSeparateError:
            pass  # letters that reach farther than their font says
    (whole,) = _drawn((card.svg,), card.fonts)
    return whole


def _parts(card: Card, width: int) -> Iterator[tuple[int, Sequence[bytes]]]:
    for box, png in zip(card.boxes, _drawn([box.svg for box in card.boxes], card.fonts), strict=True):
        yield box.y, laid(rows_of(png), box.x, width)
    if card.words:
        yield card.words[0].y, line_of([(word.x, _word(word.svg, card.fonts)) for word in card.words], width)


@lru_cache(maxsize=4)
def _ground(svg: str, fonts: tuple[Blob, ...]) -> Ground:
    """That of cards in one direction; more are not to be expected."""
    (drawn,) = _drawn((svg,), fonts)
    return Ground(drawn)


@lru_cache(maxsize=1024)
def _word(svg: str, fonts: tuple[Blob, ...]) -> Ink:
    """A word of the last line, as it was drawn for the first card on which it stands."""
    (drawn,) = _drawn((svg,), fonts)
    return ink_of(rows_of(drawn))


def _drawn(pictures: Sequence[str], fonts: Sequence[Blob]) -> list[bytes]:
    import resvg_py

    with TemporaryDirectory() as folder:  # what draws takes fonts from files only
        files = [PurePath(folder, font.sha256) for font in fonts]
        for place, font in zip(files, fonts, strict=True):
            write_file(place, font.data)
        return [
            resvg_py.svg_to_bytes(
                svg_string=svg, skip_system_fonts=True, font_files=[str(file) for file in files]
            )
            for svg in pictures
        ]
