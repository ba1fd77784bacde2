"""Lists that an author's own page includes: where they go, and what they are."""

from dataclasses import dataclass
from enum import StrEnum

ATTRIBUTE = "data-briefgen"
"""By which an element of an author's page says which list goes there."""
MOST = "data-most"
"""How many entries it has at most."""
USUAL = 10


class ListKind(StrEnum):
    """What can be included on any page."""

    BRIEFS = "newest-briefs"
    CORRECTIONS = "newest-corrections"
    TOPICS = "topics"


@dataclass(frozen=True, slots=True)
class Included:
    """A list that is included: the element as it is written, in whose place it goes, on pages whose front
    matter has this `lang` (the site's where there is none). `language` is the one it speaks."""

    element: str
    lang: str
    language: str
    kind: ListKind
    most: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of HTML, and the address that follows it in a link: with folders, and with files."""

    html: str
    folder: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A list as the theme puts it in."""

    element: str
    lang: str
    pieces: tuple[Piece, ...]
