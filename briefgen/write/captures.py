"""Captures: files that are only ever added to seeds/, and the list that names them, written last."""

from collections.abc import Mapping
from pathlib import Path

from briefgen.model.manifest import is_unfinished
from briefgen.model.project import ProjectError
from briefgen.write.files import own_place, replace_file

CAPTURES = "sources/captures.yml"


def read_list(root: Path) -> bytes | None:
    """The bytes of captures.yml, None where there is none. Raises ProjectError if it is a link."""
    place = own_place(root, CAPTURES)
    return place.read_bytes() if place.exists() else None


def write_capture(root: Path, files: Mapping[str, bytes], before: bytes | None, after: bytes) -> None:
    """Add files to seeds/, in their order, then replace captures.yml, whose bytes were `before`.

    Killed at any moment, it leaves captures.yml as it was or with the entry, and with the entry all its
    files; what it leaves besides is named nowhere, and used by the next run or removed. Call it `locked`.
    Raises ProjectError, and then nothing was written, where a file is in the way.
    """
    places = {own_place(root, path): data for path, data in files.items()}
    own_place(root, "seeds")
    for path, place in zip(files, places, strict=True):
        if place.exists():
            raise ProjectError(f"{path} is in the way: what lies in seeds/ is never overwritten")
    remove_leftovers(root)
    for place, data in places.items():
        replace_file(place, data)
    if read_list(root) != before:
        raise ProjectError(f"{CAPTURES} was changed by somebody else just now: run this again")
    replace_file(own_place(root, CAPTURES), after)


def remove_leftovers(root: Path) -> None:
    """Remove what a killed run had not finished writing."""
    for folder in ("seeds", "sources"):
        place = own_place(root, folder)
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if is_unfinished(path.name):
                path.unlink()
