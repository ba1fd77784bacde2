"""Files of the last site that would be the same again: each has a second name in the new one, or gets it."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import PurePath

from briefgen.disk.hashes import hashes_of
from briefgen.disk.reading import files_below
from briefgen.disk.writing import link_file, remove_emptied_folders, remove_file
from briefgen.model.layout import site as at


def take_made(
    last: PurePath, site: PurePath, made: Mapping[str, str], *, with_search: bool = False
) -> list[str]:
    """Take the files that still have the sha256 that they were made with; returns their paths.

    In the new site is nothing else then, so that whoever writes there makes new files; `with_search` but for
    the search index, which is made anew.
    """
    there = files_below(site)
    for path in made.keys() - {*there}:
        with suppress(OSError):
            link_file(last / path, site / path)
    hashes = hashes_of(site, made)  # they are looked at where nobody else changes them
    taken = [path for path in made if hashes.get(path) == made[path]]
    _remove_others(site, {*there, *made}, {*taken}, with_search=with_search)
    return taken


def _remove_others(
    site: PurePath, paths: Collection[str], taken: Collection[str], *, with_search: bool
) -> None:
    others = [path for path in paths if path not in taken and not (with_search and at.is_of_search(path))]
    for path in others:
        remove_file(site / path, if_there=True)
    remove_emptied_folders(site, others)
