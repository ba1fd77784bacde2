"""The door in: what is there, and what is in it."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from importlib import resources, util
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath

from briefgen.model.layout.ways import parents


class Kind(Enum):
    """What stands at a place, links followed."""

    FILE = "file"
    FOLDER = "folder"
    OUTSIDE = "outside"
    """A link that leads out of the folder that all must lie in."""
    OTHER = "other"
    """A device, a pipe: what could not be read to its end."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen at a place, and where it really lies."""

    kind: Kind
    real: PurePath


def look_at(place: PurePath, inside: PurePath) -> Seen:
    """What stands at a place that must lie in the folder `inside`, which is real.

    Raises OSError and, for links that lead round in Python 3.11 and 3.12, RuntimeError.
    """
    real = Path(place).resolve(strict=True)
    if not real.is_relative_to(inside):
        return Seen(Kind.OUTSIDE, real)
    if real.is_dir():
        return Seen(Kind.FOLDER, real)
    return Seen(Kind.FILE if stat.S_ISREG(real.stat().st_mode) else Kind.OTHER, real)


# --------------------------------------------------------------------------------- what is there


def real_place(place: PurePath) -> PurePath:
    """A place without links on the way to it and in it, whether something is there or not."""
    return Path(place).resolve()


def exists(place: PurePath) -> bool:
    """Whether something is there; a link that leads nowhere is nothing."""
    return Path(place).exists()


def is_taken(place: PurePath) -> bool:
    """Whether something is there, be it a link that leads nowhere."""
    return os.path.lexists(place)


def is_file(place: PurePath) -> bool:
    """Whether an ordinary file is there, or a link to one."""
    return Path(place).is_file()


def is_folder(place: PurePath) -> bool:
    """Whether a folder is there, or a link to one."""
    return Path(place).is_dir()


def is_link(place: PurePath) -> bool:
    """Whether a link is there, wherever it leads."""
    return Path(place).is_symlink()


def names_in(folder: PurePath) -> list[str]:
    """The names of all that lies directly in a folder, sorted. Raises OSError."""
    return sorted(os.listdir(folder))  # noqa: PTH208, names and not paths


def files_below(folder: PurePath) -> list[str]:
    """The paths, with ``/``, of all that is no folder in a folder and those in it, sorted.

    A link counts as one file, wherever it leads. What is not there, or may not be looked into, has none.
    """
    found = []
    for place, folders, names in os.walk(folder):
        linked = [name for name in folders if Path(place, name).is_symlink()]
        found += [PurePath(place, name).relative_to(folder).as_posix() for name in (*names, *linked)]
    return sorted(found)


# --------------------------------------------------------------------------------- what is in it


def read(place: PurePath) -> bytes:
    """The bytes of a file. Raises OSError."""
    return Path(place).read_bytes()


def read_if_there(place: PurePath) -> bytes | None:
    """The bytes of a file; None where there is none. Raises OSError."""
    try:
        return read(place)
    except FileNotFoundError:
        return None


def read_text(place: PurePath, first: int = -1) -> str:
    """A text with ``\\n`` for every line end and U+FFFD for what is not UTF-8, or its `first` characters.

    Raises OSError.
    """
    with Path(place).open(encoding="utf-8", errors="replace") as file:
        return file.read(first)


def sha256_of(data: bytes) -> str:
    """The sha256 of bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def hashes_of(folder: PurePath, paths: Iterable[str]) -> dict[str, str]:
    """The sha256 of each path that is an ordinary file, reached without a link; the others are left out."""
    hashes = {}
    for path in paths:
        place = folder / path
        linked = is_link(place) or any(is_link(folder / parent) for parent in parents(path))
        if not linked and is_file(place):
            hashes[path] = sha256_of(read(place))
    return hashes


# ---------------------------------------------------------------------- what came with briefgen itself


def packaged(path: str) -> bytes | None:
    """A file of this package; None where there is none."""
    place = resources.files("briefgen").joinpath(path)
    return place.read_bytes() if place.is_file() else None


def packaged_below(folder: str) -> dict[str, bytes]:
    """The files below a folder of this package by their paths in it, without Python's own."""
    place = resources.files("briefgen").joinpath(folder)
    return dict(_packaged_below(place, "")) if place.is_dir() else {}


def templates_of(package: str) -> dict[str, str]:
    """The templates of a theme by their paths in it; none where it is not installed.

    The theme is found and read, and nothing of it is run. Raises OSError.
    """
    found = util.find_spec(package)
    folders = found.submodule_search_locations if found else None
    if not folders:
        return {}
    place = Path(folders[0])
    return {str(path.relative_to(place)): path.read_text("utf-8") for path in sorted(place.rglob("*.html"))}


def _packaged_below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _packaged_below(entry, f"{path}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith((".py", ".pyc")):
            yield f"{path}{entry.name}", entry.read_bytes()
