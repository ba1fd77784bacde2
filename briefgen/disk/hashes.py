"""What files hold, as one short text each: their sha256."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from pathlib import PurePath
from struct import Struct

from briefgen.disk.reading import is_file, is_link, read

Status = bytes
"""What the system says of a file that is another after each change: above all when that was, which no program
can set; and which file it is, whatever its names are."""
_PACKED = Struct("QQqqq")
_DEVICE = Struct("Q")
_SETTLED = 3_000_000_000
"""So many nanoseconds after a change of a file the next one has another time, on any system."""


class Looks:
    """What was seen in files: the sha256 of each by its status.

    `before` is what an earlier run saw, `now` what this one did, or found as it was.
    """

    def __init__(self, before: Mapping[Status, str]) -> None:
        self._before = before
        self.now: dict[Status, str] = {}

    def known(self, status: Status) -> str | None:
        """The sha256 of a file, if it was seen since it was last changed."""
        sha256 = self.now.get(status)
        if sha256 is None:
            sha256 = self._before.get(status)
            if sha256 is not None:
                self.now[status] = sha256
        return sha256


_KNOWN: ContextVar[Looks | None] = ContextVar("known", default=None)


@contextmanager
def looked_at_once(before: Mapping[Status, str] | None = None) -> Iterator[Looks]:
    """A file that was hashed is not read again while the body runs, if the system says that it is as it was;
    nor what was seen `before`.

    A run asks several times what lies in ``docs/``, as somebody may write there meanwhile. Where a system
    does not say when a file was changed (Windows), and of one that just was, it is read each time.
    """
    looks = Looks(before or {})
    token = _KNOWN.set(looks if says_when() else None)
    try:
        yield looks
    finally:
        _KNOWN.reset(token)


def seen_now() -> Mapping[Status, str]:
    """What this run saw so far."""
    looks = _KNOWN.get()
    return {} if looks is None else looks.now


def note_seen(seen: Mapping[Status, str]) -> None:
    """Note what a copy of this process saw."""
    looks = _KNOWN.get()
    if looks is not None:
        looks.now.update(seen)


def says_when() -> bool:
    """Whether the system says when a file was changed."""
    return sys.platform in ("linux", "darwin")


def sha256_of(data: bytes) -> str:
    """The sha256 of bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def hashes_of(
    folder: PurePath, paths: Iterable[str], see: Callable[[str, bytes], None] | None = None
) -> dict[str, str]:
    """The sha256 of each path that is an ordinary file, reached without a link; the others are left out.

    `see` is given each of those files, which so is read but once.
    """
    looks = _KNOWN.get() if see is None else None
    hashes: dict[str, str] = {}
    settled = time.time_ns() - _SETTLED
    whole = str(folder)
    reached = {"": True}  # whether a folder is, which many files have in common
    for path in paths:
        inner = path.rpartition("/")[0]
        if not (reached[inner] if inner in reached else _is_reached(whole, inner, reached)):
            continue
        place = f"{whole}/{path}"
        status = None if looks is None else _status(place, settled)
        known = None if looks is None or status is None else looks.known(status)
        if known is not None:
            hashes[path] = known
            continue
        try:
            data = read(place)
        except OSError:
            if is_file(folder / path) and not is_link(folder / path):
                raise
            continue
        hashes[path] = sha256_of(data)
        if looks is not None and status is not None:
            looks.now[status] = hashes[path]
        if see is not None:
            see(path, data)
    return hashes


def _is_reached(whole: str, inner: str, reached: dict[str, bool]) -> bool:
    """Whether no folder on the way to an inner one is a link; what is found is noted."""
    if inner not in reached:
        above = inner.rpartition("/")[0]
        is_reached = _is_reached(whole, above, reached) and not is_link(f"{whole}/{inner}")
        reached[inner] = is_reached
    return reached[inner]


def note_hashes(folder: PurePath, hashes: Mapping[str, str]) -> None:
    """Note what files hold that this run made, or looked at where nobody else changes them."""
    looks = _KNOWN.get()
    if looks is not None:
        settled = time.time_ns() - _SETTLED
        whole = str(folder)
        for path, sha256 in hashes.items():
            if (status := _status(f"{whole}/{path}", settled)) is not None:
                looks.now[status] = sha256


def numbers_below(folder: PurePath) -> dict[str, int]:
    """The paths of all that is no folder in a folder and those in it, each with the number of its file.

    All names of one file have the same. Raises OSError, also where there is no such folder.
    """
    found: dict[str, int] = {}
    folders = [""]
    while folders:
        inner = folders.pop()
        with os.scandir(f"{folder}/{inner}") as entries:
            for entry in entries:
                path = f"{inner}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/")
                else:
                    found[path] = entry.inode()
    return found


def _status(place: str, settled: int) -> Status | None:
    """What the system says of a file; None where it may say the same after a change, as that was not before
    `settled`, or nothing."""
    try:
        said = os.lstat(place)
    except (OSError, ValueError):
        return None
    changed = said.st_ctime_ns
    if changed > settled:
        return None
    return _PACKED.pack(said.st_dev, said.st_ino, said.st_size, said.st_mtime_ns, changed)


def device_that_dates(place: PurePath, modified: int) -> bytes | None:
    """The device of a file that was told to be `modified` then, as a status begins, if the system dates
    changes by itself there; None where it takes the word of programs, or the file was told nothing.

    Raises OSError.
    """
    said = os.lstat(place)
    is_dated = said.st_mtime_ns == modified and said.st_ctime_ns > modified + _SETTLED
    return _DEVICE.pack(said.st_dev) if is_dated else None
