"""Pictures that captures are: which part of one is shown beside the words that stand there."""

from dataclasses import dataclass

from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture, in its pixels from the upper left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Crop:
    """What captures.yml says of a part of a picture: which words of the capture's text stand there."""

    words: str
    words_span: Span
    area: Area
    area_span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A captured picture that browsers show, with the stretches of its text that a part of it shows."""

    file: str
    media_type: str
    width: int
    height: int
    crops: tuple[tuple[int, int, Area], ...] = ()

    @property
    def whole(self) -> Area:
        """All of it."""
        return Area(0, 0, self.width, self.height)

    def areas(self, ranges: tuple[tuple[int, int], ...]) -> tuple[Area, ...]:
        """The parts that show one of some stretches, in the order in which captures.yml has them."""
        return tuple(
            area
            for first, last, area in self.crops
            if any(start < last and first < end for start, end in ranges)
        )
