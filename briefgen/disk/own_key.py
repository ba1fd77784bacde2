"""A key of this user on this machine: what is sealed with it was written here, and by nobody else."""

import os
from contextlib import suppress
from pathlib import PurePath

from briefgen.disk.reading import read_if_there
from briefgen.disk.writing import add_file

_BYTES = 32
_PLACE = "briefgen/key"


def own_key() -> bytes | None:
    """The key, made when it is first asked for; None where there is no place for it, or another thing in it.

    It lies where the XDG Base Directory Specification has what a program keeps between runs, and outside of
    every project, so that whoever writes into a project cannot know it.
    """
    place = _place()
    if place is None:
        return None
    try:
        key = read_if_there(place)
        if key is None:
            with suppress(FileExistsError):  # another run was quicker
                add_file(place, os.urandom(_BYTES), private=True)
            key = read_if_there(place)
    except OSError:
        return None
    return key if key is not None and len(key) == _BYTES else None


def _place() -> PurePath | None:
    said, home = (PurePath(os.environ.get(name, "")) for name in ("XDG_STATE_HOME", "HOME"))
    if said.is_absolute():
        return said / _PLACE
    return home / ".local/state" / _PLACE if home.is_absolute() else None
