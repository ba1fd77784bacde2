"""Files of ours in a folder, brought up to date: only what changed is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from briefgen.disk.writing import remove_emptied_folders, remove_file, replace_file


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did, as sorted paths relative to the folder it wrote to."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def bring_up_to_date(
    folder: PurePath, present: Mapping[str, str], wanted: Mapping[str, str], data_of: Callable[[str], bytes]
) -> Written:
    """Turn the files `present` into the files `wanted`, both by their paths with their sha256.

    `data_of` gives the bytes of one.

    What is stale goes first: where case does not count, its name may be that of a new file, and anywhere a
    stale file may stand where a new folder belongs.
    """
    removed = sorted(present.keys() - wanted.keys())
    for path in removed:
        remove_file(folder / path)
    remove_emptied_folders(folder, removed)
    changed = sorted(path for path, sha256 in wanted.items() if present.get(path) != sha256)
    for path in changed:
        replace_file(folder / path, data_of(path))
    return Written(tuple(changed), tuple(removed), tuple(sorted(wanted.keys() - set(changed))))
