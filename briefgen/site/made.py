"""What the files of a new site hold, as the program that makes it says: they need not be read again.

It knows of each page that it made or took from the last site, and of each file that it took, which it looked
at in the new one.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.model.layout import classes

_FOUND = f'class="{classes.FOUND}"'.encode()


@dataclass(frozen=True, slots=True)
class Holds:
    """The sha256 of a file, and how many quotations are marked as found in it."""

    sha256: str
    marks: int = 0


Made = Mapping[str, Holds]
"""What files hold, by their paths in the site."""


def count_marks(page: bytes) -> int:
    """How many quotations a page marks as found."""
    return page.count(_FOUND)


def encode_made(made: Made) -> bytes:
    """As the program says it."""
    return json.dumps({path: [one.sha256, one.marks] for path, one in made.items()}).encode()


def decode_made(data: bytes) -> dict[str, Holds]:
    """What the program said."""
    return {path: Holds(*said) for path, said in json.loads(data).items()}


def without(made: Made, paths: Iterable[str], folder: str) -> Made:
    """Without what was changed since: some files, and all that lies in a folder."""
    changed = {*paths}
    return {
        path: one for path, one in made.items() if path not in changed and not path.startswith(f"{folder}/")
    }
