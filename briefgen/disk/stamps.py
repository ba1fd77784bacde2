"""Whether a file may have been written since: what the system knows of it, without reading it."""

import os
from pathlib import PurePath


def stamp_of(place: PurePath) -> tuple[int, int, int] | None:
    """The time of its last change, its size and its number; None where there is no file."""
    try:
        seen = os.stat(place)  # noqa: PTH116, a path that reads nothing
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
