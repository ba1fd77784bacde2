"""Captures: files that are only ever added to seeds/, and the list that names them, written last."""

from collections.abc import Mapping
from pathlib import PurePath

from briefgen.disk.reading import exists, is_taken, read
from briefgen.disk.writing import WRITING, add_file, locked, own_place, remove_unfinished, replace_file
from briefgen.model.layout import project
from briefgen.model.project import ProjectError

_IN_THE_WAY = f"{{}} is in the way: what lies in {project.SEEDS}/ is never overwritten"


def read_list(root: PurePath) -> bytes | None:
    """The bytes of captures.yml, None where there is none. Raises ProjectError if it is a link."""
    place = own_place(root, project.CAPTURES)
    return read(place) if exists(place) else None


def remove_leftovers(root: PurePath) -> None:
    """Remove what a killed run left unfinished in seeds/ and sources/. Raises ProjectError, OSError."""
    folders = [own_place(root, folder) for folder in (project.SEEDS, project.SOURCES)]
    with locked(root, WRITING):  # the lock is written into one of them, too
        for folder in folders:
            remove_unfinished(folder)


def write_capture(root: PurePath, files: Mapping[str, bytes], before: bytes | None, after: bytes) -> None:
    """Add files to seeds/, in their order, then replace captures.yml, whose bytes were `before`.

    Killed at any moment, it leaves captures.yml as it was or with the entry, and with the entry all its
    files; what it leaves besides is named nowhere, and used by the next run or removed by
    `remove_leftovers`. Call it `locked`. Raises ProjectError, and then nothing was written, where a file is
    in the way.
    """
    places = {own_place(root, path): data for path, data in files.items()}
    for path, place in zip(files, places, strict=True):
        if is_taken(place):
            raise ProjectError(_IN_THE_WAY.format(path))
    for path, (place, data) in zip(files, places.items(), strict=True):
        try:
            add_file(place, data, lasting=True)
        except FileExistsError:
            raise ProjectError(_IN_THE_WAY.format(path)) from None
    if read_list(root) != before:
        raise ProjectError(f"{project.CAPTURES} was changed by somebody else just now: run this again")
    replace_file(own_place(root, project.CAPTURES), after, lasting=True)
