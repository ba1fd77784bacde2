"""Files of ours: replaced in one step, only when they differ, and by one briefgen at a time."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefgen.model.manifest import UNFINISHED_PREFIX, UNFINISHED_SUFFIX
from briefgen.model.project import ProjectError

if sys.platform != "win32":
    import fcntl

OWN_FOLDER = ".briefgen"
"""The folder of a project that is wholly ours and never committed."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did, as sorted paths relative to the folder it wrote to."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


@contextmanager
def locked(root: Path, name: str) -> Iterator[None]:
    """Keep every other briefgen out while the body runs; waits until it is alone.

    The first use makes ``.briefgen/``, which hides itself from git. Raises ProjectError, OSError.
    """
    folder = own_place(root, OWN_FOLDER)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        replace_file(ignore, b"*\n")
    with (folder / f"{name}.lock").open("wb") as lock:
        if sys.platform != "win32":  # there, two runs at a time are not kept apart
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def own_place(root: Path, path: str) -> Path:
    """A place in the project that we write to, there or not. Raises ProjectError if it is a link."""
    place = root.resolve() / path
    if place.is_symlink():
        raise ProjectError(f"{path} is a link, and briefgen writes only to what is the project's own")
    return place


def bring_up_to_date(folder: Path, present: Mapping[str, str], wanted: Mapping[str, bytes]) -> Written:
    """Turn the files `present` (path to sha256) into the files `wanted` (path to bytes).

    What is stale goes first: where case does not count, its name may be that of a new file, and anywhere a
    stale file may stand where a new folder belongs.
    """
    removed = sorted(present.keys() - wanted.keys())
    for path in removed:
        (folder / path).unlink()
    remove_emptied_folders(folder, removed)
    changed = sorted(path for path, data in wanted.items() if present.get(path) != sha256_of(data))
    for path in changed:
        replace_file(folder / path, wanted[path])
    return Written(tuple(changed), tuple(removed), tuple(sorted(wanted.keys() - set(changed))))


def remove_emptied_folders(folder: Path, removed: Iterable[str]) -> None:
    """Remove those folders of removed files in which nothing is left."""
    emptied = {parent for path in removed for parent in parents(path)}
    for parent in sorted(emptied, key=len, reverse=True):
        place = folder / parent
        if place.is_dir() and not place.is_symlink() and not any(place.iterdir()):
            place.rmdir()


def replace_file(place: Path, data: bytes) -> None:
    """Write a file so that a reader finds all of the old one or all of the new one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.parent / f"{UNFINISHED_PREFIX}{os.getpid()}{UNFINISHED_SUFFIX}"
    try:
        unfinished.write_bytes(data)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def hashes_of(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """The sha256 of each path that is an ordinary file, reached without a link; the others are left out."""
    hashes = {}
    for path in paths:
        place = folder / path
        linked = place.is_symlink() or any((folder / parent).is_symlink() for parent in parents(path))
        if not linked and place.is_file():
            hashes[path] = sha256_of(place.read_bytes())
    return hashes


def sha256_of(data: bytes) -> str:
    """The sha256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def parents(path: str) -> tuple[str, ...]:
    """The folders of a relative path, the innermost first: ``a/b/c`` has ``a/b`` and ``a``."""
    return tuple(str(folder) for folder in PurePosixPath(path).parents if folder.name)
