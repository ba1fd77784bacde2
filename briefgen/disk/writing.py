"""The door out: files are replaced in one step, and written by one briefgen at a time."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from briefgen.disk.reading import files_below, is_folder, is_link, is_taken, names_in, real_place
from briefgen.model.layout import project
from briefgen.model.layout.ways import parents
from briefgen.model.project import ProjectError

if sys.platform != "win32":
    import fcntl


def own_place(root: PurePath, path: str) -> PurePath:
    """A place in the project that we write to, there or not. Raises ProjectError if it is a link."""
    place = real_place(root) / path
    if is_link(place):
        raise ProjectError(f"{path} is a link, and briefgen writes only to what is the project's own")
    return place


@contextmanager
def locked(root: PurePath, name: str) -> Iterator[None]:
    """Keep every other briefgen out while the body runs; waits until it is alone.

    The first use makes ``.briefgen/``, which hides itself from git. Raises ProjectError, OSError.
    """
    folder = Path(own_place(root, project.OWN))
    ignore = folder / ".gitignore"
    if not ignore.exists():
        replace_file(ignore, b"*\n")
    with (folder / f"{name}.lock").open("wb") as lock:
        if sys.platform != "win32":  # there, two runs at a time are not kept apart
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def replace_file(place: PurePath, data: bytes) -> None:
    """Write a file so that a reader finds all of the old one or all of the new one."""
    make_folder(place.parent)
    unfinished = Path(place.parent, f"{project.UNFINISHED_PREFIX}{os.getpid()}{project.UNFINISHED_SUFFIX}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def write_file(place: PurePath, data: bytes) -> None:
    """Write a file of a folder that nobody reads yet."""
    make_folder(place.parent)
    Path(place).write_bytes(data)


def make_folder(place: PurePath) -> None:
    """Make a folder, and those it lies in, where they are not there yet."""
    Path(place).mkdir(parents=True, exist_ok=True)


def move(place: PurePath, to: PurePath) -> None:
    """Give a file or a folder another place."""
    Path(place).rename(to)


def remove_file(place: PurePath, *, if_there: bool = False) -> None:
    """Remove a file or a link; with `if_there` it may be gone already."""
    Path(place).unlink(missing_ok=if_there)


def remove_folder(place: PurePath, *, if_there: bool = False, if_possible: bool = False) -> None:
    """Remove a folder and all that is in it, or what else stands in its place: of a link only the link.

    With `if_there` nothing need be there; with `if_possible` what cannot be removed stays.
    """
    if is_link(place) or (is_taken(place) and not is_folder(place)):
        remove_file(place)
    elif is_taken(place) or not (if_there or if_possible):
        shutil.rmtree(place, ignore_errors=if_possible)


def remove_emptied_folders(folder: PurePath, removed: Iterable[str]) -> None:
    """Remove those folders of removed files in which nothing is left."""
    emptied = {parent for path in removed for parent in parents(path)}
    for parent in sorted(emptied, key=len, reverse=True):
        place = folder / parent
        if is_folder(place) and not is_link(place) and not names_in(place):
            Path(place).rmdir()


def remove_unfinished(folder: PurePath, *, below: bool = False) -> None:
    """Remove what a killed run had not finished writing in a folder, or anywhere `below` it."""
    paths = files_below(folder) if below else names_in(folder) if is_folder(folder) else ()
    for path in paths:
        if project.is_unfinished(path.rpartition("/")[2]):
            remove_file(folder / path)
