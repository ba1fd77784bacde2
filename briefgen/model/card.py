"""Social cards: the picture that is shown where somebody shares a link to a brief."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from briefgen.later import Later, Unread, put
from briefgen.model.capture import Blob


@dataclass(frozen=True, slots=True)
class Font:
    """A TrueType or OpenType font that can be measured with; `widths` are in em, by code point.

    From `lowest` to `highest`, in em above the foot of a line, is what its letters may reach.
    """

    blob: Blob
    family: str
    widths: Mapping[int, float]
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class CardParts:
    """Files for cards: our fonts and those of the settings, and the logo; no font where no card is drawn."""

    fonts: tuple[Blob, ...] = ()
    mark: Blob | None = None


@dataclass(frozen=True, slots=True)
class CardKit:
    """What cards are made with: ours and the site's fonts, in the order they are looked into; the mark."""

    fonts: tuple[Font, ...]
    mark: Blob | None


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture, drawn by an SVG of its own: letters on nothing but the background, which stand
    within it and touch no edge of it."""

    x: int
    y: int
    width: int
    height: int
    svg: str


@dataclass(frozen=True, slots=True)
class Card:
    """A picture to be drawn: its path relative to ``docs/``, its SVG, and the only fonts it is drawn with.

    Where there are `boxes`, the picture is `ground`, which many cards have alike, with these in their places,
    and below them `words` side by side, of one height: pictures of words that stand on many cards.
    """

    path: str
    svg: str
    fonts: tuple[Blob, ...]
    ground: str = ""
    boxes: tuple[Box, ...] = ()
    words: tuple[Box, ...] = ()

    @property
    def drawn_from(self) -> str:
        """The hash of all that it is drawn from."""
        boxes, words = ([[box.x, box.y, box.svg] for box in all_] for all_ in (self.boxes, self.words))
        said = [self.svg, self.ground, boxes, words, *(blob.sha256 for blob in self.fonts)]
        return sha256(json.dumps(said).encode()).hexdigest()


class _LaterCard(Unread, Card):
    __slots__ = ("_drawn_from", "_tree")
    _type: ClassVar[type] = Card
    _drawn_from: Later[str]

    @property
    def drawn_from(self) -> str:
        known: Later[str] | None = getattr(self, "_drawn_from", None)  # none where fields were replaced
        return known.value if known else super().drawn_from


def card_later(path: str, make: Callable[[], Card], drawn_from: Later[str]) -> Card:
    """A card that is made when somebody asks for more than its path, and what it is drawn from: that is known
    of most, and to check a project, nobody does."""
    card = object.__new__(_LaterCard)
    put(card, path=path, _tree=Later(make), _drawn_from=drawn_from)
    return card
