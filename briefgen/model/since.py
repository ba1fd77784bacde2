"""What became of quoted words in a later capture of their work."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """How quoted words stand in a later capture, from best to worst.

    `around`: they stand there, and the sentence they stand in reads otherwise. `changed`: they do not stand
    there as quoted, and something else does in their place. `gone`: nothing like their sentence does.
    """

    STANDS = "stands"
    AROUND = "around"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Since:
    """What became of quoted words in the capture of their work with the number `capture`.

    `ranges` has one ``[start, end)`` of its text for each stretch of the words: where they stand, or what
    stands in their place; None for one that is gone.
    """

    capture: int
    fate: Fate
    ranges: tuple[tuple[int, int] | None, ...] = ()
