"""Files of the last site that would be the same again: each gets a second name in the new one."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import PurePath

from briefgen.disk.hashes import hashes_of, sha256_of
from briefgen.disk.reading import read
from briefgen.disk.writing import link_file, remove_file


def take_made(last: PurePath, site: PurePath, made: Mapping[str, str]) -> list[str]:
    """Take the files that still have the sha256 that they were made with; returns their paths."""
    for path in made:
        with suppress(OSError):
            link_file(last / path, site / path)
    hashes = hashes_of(site, made)  # they are looked at where nobody else changes them
    for path in made:
        if hashes.get(path) != made[path]:
            remove_file(site / path, if_there=True)
    return [path for path in made if hashes.get(path) == made[path]]


def take_copies(
    last: PurePath, site: PurePath, paths: Iterable[str], content: Callable[[str], bytes]
) -> dict[str, str]:
    """Take the files that have the `content` they are to be copied with; returns the sha256 of each."""
    taken: dict[str, str] = {}
    for path in paths:
        with suppress(OSError):
            link_file(last / path, site / path)
            data = read(site / path)
            if data == content(path):
                taken[path] = sha256_of(data)
                continue
        remove_file(site / path, if_there=True)
    return taken
