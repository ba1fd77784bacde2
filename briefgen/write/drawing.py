"""One card, from SVG to PNG, on whatever machine."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath
from tempfile import TemporaryDirectory

from briefgen.disk.writing import write_file
from briefgen.model.capture import Blob
from briefgen.model.card import Card
from briefgen.write.png_parts import Ground, NotSeparateError, rows_of


def draw(card: Card) -> bytes:
    """The picture of a card as PNG.

    To draw and to compress it takes as long as its size is, and most of it is as on other cards: so that is
    drawn once, and of this one what stands in its boxes. Its pixels are those that all of it would have.
    """
    if card.boxes:
        drawn = _drawn(tuple(box.svg for box in card.boxes), card.fonts)
        parts = ((box.x, box.y, rows_of(png)) for box, png in zip(card.boxes, drawn, strict=True))
        try:
            return _ground(card.ground, card.fonts).with_parts(parts)
        except NotSeparateError:
            pass  # letters that reach farther than their font says
    (whole,) = _drawn((card.svg,), card.fonts)
    return whole


@lru_cache(maxsize=4)
def _ground(svg: str, fonts: tuple[Blob, ...]) -> Ground:
    """That of cards in one direction; more are not to be expected."""
    (drawn,) = _drawn((svg,), fonts)
    return Ground(drawn)


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
