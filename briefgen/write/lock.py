"""Writing the locks: the two files of ours among the authors'."""

from pathlib import PurePath

from briefgen.disk.reading import is_file, read
from briefgen.disk.writing import WRITING, locked, own_place, remove_unfinished, replace_file
from briefgen.model.layout import project


def write_lock(root: PurePath, text: str, path: str = project.LOCK) -> bool:
    """Make `text` a lock of the project; False where it already is. Raises ProjectError, OSError."""
    place, data = own_place(root, path), text.encode()
    with locked(root, WRITING):
        remove_unfinished(place.parent)  # a run was killed just before it would have been done
        if is_file(place) and read(place) == data:
            return False
        replace_file(place, data, lasting=True)
    return True
