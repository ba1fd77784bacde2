"""Writing the lock: the one file of ours among the authors'."""

from pathlib import Path

from briefgen.model.lock import LOCK_PATH
from briefgen.model.manifest import UNFINISHED_PREFIX, UNFINISHED_SUFFIX
from briefgen.write.files import locked, own_place, replace_file


def write_lock(root: Path, text: str) -> bool:
    """Make `text` the project's lock; False where it already is. Raises ProjectError, OSError."""
    place, data = own_place(root, LOCK_PATH), text.encode()
    with locked(root, "write"):
        for unfinished in place.parent.glob(f"{UNFINISHED_PREFIX}*{UNFINISHED_SUFFIX}"):
            unfinished.unlink()  # a run was killed just before it would have been done
        if place.is_file() and place.read_bytes() == data:
            return False
        replace_file(place, data)
    return True
