"""What files hold, as one short text each: their sha256."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from pathlib import PurePath
from struct import Struct

from briefgen.disk.reading import is_file, is_link, read
from briefgen.model.layout.ways import parents

_Status = bytes
"""What the system says of a file that is another after each change: above all when that was, which no program
can set."""
_PACKED = Struct("QQqqq")
_SETTLED = 3_000_000_000
"""So many nanoseconds after a change of a file the next one has another time, on any system."""
_KNOWN: ContextVar[dict[str, dict[str, tuple[_Status, str]]] | None] = ContextVar("known", default=None)


@contextmanager
def looked_at_once() -> Iterator[None]:
    """A file that was hashed is not read again while the body runs, if the system says that it is as it was.

    A run asks up to five times what lies in ``docs/``, as somebody may write there meanwhile. Where a system
    does not say when a file was changed (Windows), and of one that just was, it is read each time.
    """
    token = _KNOWN.set({} if sys.platform in ("linux", "darwin") else None)
    try:
        yield
    finally:
        _KNOWN.reset(token)


def sha256_of(data: bytes) -> str:
    """The sha256 of bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def hashes_of(
    folder: PurePath, paths: Iterable[str], see: Callable[[str, bytes], None] | None = None
) -> dict[str, str]:
    """The sha256 of each path that is an ordinary file, reached without a link; the others are left out.

    `see` is given each of those files, which so is read but once.
    """
    every = _KNOWN.get()
    known = None if every is None or see is not None else every.setdefault(str(folder), {})
    hashes: dict[str, str] = {}
    reached: dict[str, bool] = {}  # whether a folder is, which many files have in common
    for path in paths:
        inner = path.rpartition("/")[0]
        if inner not in reached:
            reached[inner] = not any(is_link(folder / parent) for parent in parents(path))
        if not reached[inner]:
            continue
        place = f"{folder}/{path}"
        status = None if known is None else _settled(place)
        if known and status is not None and path in known and known[path][0] == status:
            hashes[path] = known[path][1]
            continue
        try:
            data = read(place)
        except OSError:
            if is_file(folder / path) and not is_link(folder / path):
                raise
            continue
        hashes[path] = sha256_of(data)
        if known is not None and status is not None:
            known[path] = status, hashes[path]
        if see is not None:
            see(path, data)
    return hashes


def _settled(place: str) -> _Status | None:
    """What the system says of a file; None where it may say the same after a change, or nothing."""
    try:
        said = os.lstat(place)
    except (OSError, ValueError):
        return None
    if said.st_ctime_ns > time.time_ns() - _SETTLED:
        return None
    return _PACKED.pack(said.st_dev, said.st_ino, said.st_size, said.st_mtime_ns, said.st_ctime_ns)
