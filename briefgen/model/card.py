"""Social cards: the picture that is shown where somebody shares a link to a brief."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar

from briefgen.later import Later, Unread, put
from briefgen.model.capture import Blob


@dataclass(frozen=True, slots=True)
class Font:
    """A TrueType or OpenType font that can be measured with; `widths` are in em, by code point.

    From `lowest` to `highest`, in em above the foot of a line, is what its letters may reach, and `reach` is
    that of each code point; it is unknown where anything but outlines in one colour is drawn.
    """

    blob: Blob
    family: str
    widths: Mapping[int, float]
    lowest: float
    highest: float
    reach: Mapping[int, tuple[float, float]] = field(default_factory=dict)


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
    """A part of a picture: letters on nothing but the paper, which stand within it and touch no edge of it.

    What its `elements` draw is moved to the right by `aside`.
    """

    x: int
    y: int
    width: int
    height: int
    elements: str
    aside: int = 0

    def svg(self, ink: str) -> str:
        """The box as a picture of its own, without its paper."""
        size = f'width="{self.width}" height="{self.height}"'
        shown = f"{self.x - self.aside} {self.y} {self.width} {self.height}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{shown}" fill="{ink}">'
            f"{self.elements}</svg>\n"
        )


@dataclass(frozen=True, slots=True)
class Card:
    """A picture to be drawn: its path relative to ``docs/``, its SVG, and the only fonts it is drawn with.

    Where there are `boxes`, the picture is `ground`, which many cards have alike, with these in their places,
    and below them `words` side by side, of one height: pictures of words that stand on many cards. It
    `is_plain` if each pixel of its letters lies between `paper` and `ink`.
    """

    path: str
    svg: str
    fonts: tuple[Blob, ...]
    ground: str = ""
    boxes: tuple[Box, ...] = ()
    words: tuple[Box, ...] = ()
    paper: str = ""
    ink: str = ""
    is_plain: bool = False

    @property
    def drawn_from(self) -> str:
        """The hash of all that it is drawn from."""
        boxes, words = ([[box.x, box.svg("")] for box in all_] for all_ in (self.boxes, self.words))
        looks = [self.paper, self.ink, self.is_plain]
        said = [self.svg, self.ground, boxes, words, looks, *(blob.sha256 for blob in self.fonts)]
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
