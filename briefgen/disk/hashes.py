"""What files hold, as one short text each: their sha256."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath

from briefgen.disk.reading import is_file, is_link, read
from briefgen.model.layout.ways import parents


def sha256_of(data: bytes) -> str:
    """The sha256 of bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def hashes_of(folder: PurePath, paths: Iterable[str]) -> dict[str, str]:
    """The sha256 of each path that is an ordinary file, reached without a link; the others are left out."""
    hashes: dict[str, str] = {}
    reached: dict[str, bool] = {}  # whether a folder is, which many files have in common
    for path in paths:
        inner, place = path.rpartition("/")[0], folder / path
        if inner not in reached:
            reached[inner] = not any(is_link(folder / parent) for parent in parents(path))
        if reached[inner] and not is_link(place) and is_file(place):
            hashes[path] = sha256_of(read(place))
    return hashes
