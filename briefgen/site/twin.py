"""A second folder with the very files of a site: the next one is made in it, where most of it stands already.

A file there has two names, one in each folder, and a folder is moved as a whole when it is done. So of a
large site only what changed is touched, and whoever reads it meets all of the old one or all of the new one.
What is written in the twin has to be a new file: what is written into an old one would be seen in the site.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePath

from briefgen.disk.hashes import numbers_below, says_when
from briefgen.disk.reading import is_folder, is_link
from briefgen.disk.writing import link_file, move, remove_emptied_folders, remove_file, remove_folder

LEAST = 2_000
"""Files of a site from which on it has a twin: to make a smaller one anew takes no longer."""


def begin_with_twin(twin: PurePath, site: PurePath, new: PurePath) -> bool:
    """Put the twin of a site in the place of the new one; whether there is one that can be had."""
    with suppress(OSError):
        if _is_own(twin) and _is_own(site) and says_when():
            _match(twin, site, numbers_below(site))
            move(twin, new)
            return True
    remove_folder(twin, if_there=True)
    return False


def make_twin(twin: PurePath, site: PurePath) -> None:
    """Have the twin hold the very files that the site has now, if these are many.

    That it cannot is no failure: then there is none.
    """
    with suppress(OSError):
        wanted = numbers_below(site) if says_when() else {}
        if len(wanted) >= LEAST:
            _match(twin, site, wanted)
            return
    remove_folder(twin, if_there=True, if_possible=True)


def _match(twin: PurePath, site: PurePath, wanted: Mapping[str, int]) -> None:
    """Raises OSError."""
    there = numbers_below(twin) if is_folder(twin) else {}
    others = [path for path, number in there.items() if wanted.get(path) != number]
    for path in others:
        remove_file(twin / path)
    remove_emptied_folders(twin, [path for path in others if path not in wanted])
    for path, number in wanted.items():
        if there.get(path) != number:
            link_file(site / path, twin / path)


def _is_own(folder: PurePath) -> bool:
    return is_folder(folder) and not is_link(folder)
