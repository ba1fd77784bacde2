"""Drawing social cards: from SVG to PNG, and never twice."""

import json
import re
import zlib
from pathlib import PurePath

from briefgen.disk.hashes import sha256_of
from briefgen.disk.packaged import can_import
from briefgen.disk.reading import exists, is_file, names_in, read
from briefgen.disk.writing import WRITING, locked, own_place, remove_file, replace_file
from briefgen.each import Each, one_by_one
from briefgen.model.card import Card
from briefgen.model.layout import project
from briefgen.model.project import ProjectError
from briefgen.processes import Ahead
from briefgen.write.drawing import draw

NO_CARDS = "cards: social cards and pictures are not drawn; to have them: pip install 'briefgen[cards]'\n"

_OURS = re.compile(r"[0-9a-f]{64}\.(?:font|png)")
"""The names of what is kept: a hash. What has another name is not forgotten, as it was never kept."""


def can_draw_cards() -> bool:
    """Whether what draws is installed: the optional dependency `cards` of briefgen."""
    return can_import("resvg_py")


def draw_cards(root: PurePath, cards: tuple[Card, ...], each: Each = one_by_one) -> dict[str, bytes]:
    """The pictures as PNG, by their paths in ``docs/``. Raises ProjectError, OSError.

    The same bytes everywhere: no font but the cards' own is looked at. What was drawn is kept under the hash
    of all it was drawn from; what no card needs any more is forgotten.
    """
    folder = own_place(root, project.DRAWN_CARDS)
    if not cards and not exists(folder):
        return {}
    with locked(root, WRITING):
        places = {card.path: folder / f"{_key(card)}.png" for card in cards}
        missing = [card for card in cards if not is_file(places[card.path])]
        for card, drawn in zip(missing, each(draw, missing), strict=True):
            replace_file(places[card.path], drawn)
        needed = {place.name for place in places.values()}
        for name in names_in(folder):
            if name not in needed and (_OURS.fullmatch(name) or project.is_unfinished(name)):
                remove_file(folder / name)
        return {path: read(place) for path, place in places.items()}


def draw_ahead(root: PurePath, jobs: int) -> Ahead[Card]:
    """What draws cards in `jobs` processes that give way to all others, where none is kept yet.

    Each picture is kept when it is drawn, so `draw_cards` finds it.
    """
    try:
        folder = own_place(root, project.DRAWN_CARDS)
    except ProjectError:  # whoever writes there tells of it
        jobs, folder = 1, root

    def keep(card: Card) -> None:
        place = folder / f"{_key(card)}.png"
        if not is_file(place):
            replace_file(place, draw(card))

    return Ahead(1 if exists(folder) or not can_draw_cards() else jobs, keep)


def _key(card: Card) -> str:
    import resvg_py

    drawn_with = [resvg_py.__version__, zlib.ZLIB_RUNTIME_VERSION]
    return sha256_of(json.dumps([*drawn_with, card.drawn_from]).encode())
