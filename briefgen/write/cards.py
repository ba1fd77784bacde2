"""Drawing social cards: from SVG to PNG, and never twice."""

import hashlib
import json
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from briefgen.model.card import Card
from briefgen.write.files import OWN_FOLDER, locked, own_place, replace_file

FOLDER = f"{OWN_FOLDER}/cards"
"""What was drawn, under the hash of all it was drawn from; and the fonts, which are taken from files only."""


NO_CARDS = "cards: social cards are not drawn; to have them: pip install 'briefgen[cards]'\n"


def can_draw_cards() -> bool:
    """Whether what draws is installed: the optional dependency `cards` of briefgen."""
    return find_spec("resvg_py") is not None


def draw_cards(root: Path, cards: tuple[Card, ...]) -> dict[str, bytes]:
    """The pictures as PNG, by their paths in ``docs/``. Raises ProjectError, OSError.

    The same bytes everywhere: no font but the cards' own is looked at. Pictures that no card needs any more
    are forgotten.
    """
    folder = own_place(root, FOLDER)
    if not cards and not folder.exists():
        return {}
    with locked(root, "write"):
        blobs = {blob.sha256: blob for card in cards for blob in card.fonts}
        fonts = {sha256: folder / f"{sha256}.font" for sha256 in blobs}
        for sha256, place in fonts.items():
            if not place.is_file():
                replace_file(place, blobs[sha256].data)
        places = {card.path: folder / f"{_key(card)}.png" for card in cards}
        for card in cards:
            if not places[card.path].is_file():
                replace_file(places[card.path], _draw(card.svg, [fonts[blob.sha256] for blob in card.fonts]))
        _forget(folder, {*fonts.values(), *places.values()})
        return {path: place.read_bytes() for path, place in places.items()}


def _key(card: Card) -> str:
    import resvg_py

    drawn_from = [resvg_py.__version__, card.svg, *(blob.sha256 for blob in card.fonts)]
    return hashlib.sha256(json.dumps(drawn_from).encode()).hexdigest()


def _draw(svg: str, fonts: list[Path]) -> bytes:
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(font) for font in fonts]
    )


def _forget(folder: Path, needed: Iterable[Path]) -> None:
    for place in set(folder.iterdir()) - set(needed):
        place.unlink()
