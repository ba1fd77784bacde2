"""Drawing social cards: from SVG to PNG, and never twice."""

import json
import re
from pathlib import PurePath

from briefgen.disk.hashes import sha256_of
from briefgen.disk.packaged import can_import
from briefgen.disk.reading import exists, is_file, names_in, read
from briefgen.disk.writing import WRITING, locked, own_place, remove_file, replace_file
from briefgen.each import Each, one_by_one
from briefgen.model.card import Card
from briefgen.model.layout import project

NO_CARDS = "cards: social cards and pictures are not drawn; to have them: pip install 'briefgen[cards]'\n"

_OURS = re.compile(r"[0-9a-f]{64}\.(?:font|png)")
"""The names of what is kept: a hash. What has another name is not forgotten, as it was never kept."""


def can_draw_cards() -> bool:
    """Whether what draws is installed: the optional dependency `cards` of briefgen."""
    return can_import("resvg_py")


def draw_cards(root: PurePath, cards: tuple[Card, ...], each: Each = one_by_one) -> dict[str, bytes]:
    """The pictures as PNG, by their paths in ``docs/``. Raises ProjectError, OSError.

    The same bytes everywhere: no font but the cards' own is looked at. What was drawn is kept under the hash
    of all it was drawn from, beside the fonts, which are taken from files only; what no card needs any more
    is forgotten.
    """
    folder = own_place(root, project.DRAWN_CARDS)
    if not cards and not exists(folder):
        return {}
    with locked(root, WRITING):
        blobs = {blob.sha256: blob for card in cards for blob in card.fonts}
        fonts = {sha256: folder / f"{sha256}.font" for sha256 in blobs}
        for sha256, place in fonts.items():
            if not is_file(place):
                replace_file(place, blobs[sha256].data)
        places = {card.path: folder / f"{_key(card)}.png" for card in cards}

        def draw(card: Card) -> None:
            if not is_file(places[card.path]):
                replace_file(places[card.path], _draw(card.svg, [fonts[blob.sha256] for blob in card.fonts]))

        each(draw, [card for card in cards if not is_file(places[card.path])])
        needed = {place.name for place in (*fonts.values(), *places.values())}
        for name in names_in(folder):
            if name not in needed and (_OURS.fullmatch(name) or project.is_unfinished(name)):
                remove_file(folder / name)
        return {path: read(place) for path, place in places.items()}


def _key(card: Card) -> str:
    import resvg_py

    drawn_from = [resvg_py.__version__, card.svg, *(blob.sha256 for blob in card.fonts)]
    return sha256_of(json.dumps(drawn_from).encode())


def _draw(svg: str, fonts: list[PurePath]) -> bytes:
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(font) for font in fonts]
    )
