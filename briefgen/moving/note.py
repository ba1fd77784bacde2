"""What is told of a move: what was changed, what was left as it is, what somebody has to decide."""

from dataclasses import dataclass
from enum import Enum


class Told(Enum):
    """What a note says of its place."""

    CHANGED = "changed"
    LEFT = "left"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, from 1; line 0 is the file as a whole."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that is told, where it stood and where it stands now; an empty path says: nowhere."""

    told: Told
    what: str
    source: Place
    now: Place = Place("")
