"""What files hold, as one short text each: their sha256."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import PurePath

from briefgen.disk.reading import is_file, is_link, read
from briefgen.model.layout.ways import parents


def sha256_of(data: bytes) -> str:
    """The sha256 of bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def hashes_of(
    folder: PurePath, paths: Iterable[str], see: Callable[[str, bytes], None] | None = None
) -> dict[str, str]:
    """The sha256 of each path that is an ordinary file, reached without a link; the others are left out.

    `see` is given each of those files, which so is read but once.
    """
    hashes: dict[str, str] = {}
    reached: dict[str, bool] = {}  # whether a folder is, which many files have in common
    for path in paths:
        inner = path.rpartition("/")[0]
        if inner not in reached:
            reached[inner] = not any(is_link(folder / parent) for parent in parents(path))
        if not reached[inner]:
            continue
        place = folder / path
        try:
            data = read(place)
        except OSError:
            if is_file(place) and not is_link(place):
                raise
            continue
        hashes[path] = sha256_of(data)
        if see is not None:
            see(path, data)
    return hashes
