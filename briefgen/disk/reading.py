"""The door in: what is there, and what is in it.

Links are judged by `look_at` and `walk`, which say where they lead; what is opened is opened as it stands
there, without following one, and only if it is an ordinary file of a size that its reader can bear.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath
from typing import BinaryIO

from briefgen.model.limits import MADE, Limit, TooLargeError

# A FIFO is opened at once, and found out, instead of waited for. Windows knows neither.
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0)
_FLAGS: int = os.O_RDONLY | _AT_ONCE | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
_NO_WAY_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP})
_PIECE = 1 << 20
_OFTEN = 8
"""How often links may lead into one folder, before they are taken for a trap that has no end."""


class DiskKind(Enum):
    """What stands at a place, links followed."""

    FILE = "file"
    FOLDER = "folder"
    OUTSIDE = "outside"
    """A link that leads out of the folder that all must lie in."""
    HIDDEN = "hidden"
    """A link to what is hidden in that folder, as ``.git``: no part of what is published."""
    OTHER = "other"
    """A device, a pipe: what could not be read to its end."""
    ENDLESS = "endless"
    """A link into a folder that links have led to often enough."""
    UNREADABLE = "unreadable"
    """What may not be looked at, or a link to nothing."""


@dataclass(frozen=True, slots=True)
class DiskEntry:
    """What was seen at a place, where it really lies, and for what is unreadable why."""

    kind: DiskKind
    real: PurePath
    why: str = ""


def look_at(place: PurePath, inside: PurePath) -> DiskEntry:
    """What stands at a place that must lie in the folder `inside`, which is real."""
    try:
        real = Path(place).resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError) as error:  # RuntimeError: Python 3.11 and 3.12 say a loop of links so
        return DiskEntry(DiskKind.UNREADABLE, place, _why(error))
    if not real.is_relative_to(inside):
        return DiskEntry(DiskKind.OUTSIDE, real)
    if real != place and _hides(real.relative_to(inside)) and not _hides(place.relative_to(inside)):
        return DiskEntry(DiskKind.HIDDEN, real)
    if stat.S_ISDIR(mode):
        return DiskEntry(DiskKind.FOLDER, real)
    return DiskEntry(DiskKind.FILE if stat.S_ISREG(mode) else DiskKind.OTHER, real)


def walk(root: PurePath, path: str, *, hidden: bool) -> Iterator[tuple[str, DiskEntry]]:
    """All that is no folder at or below a path of `root`, a folder without links, with its path.

    Links are followed, inside `root`; one to a folder above it is passed over. Without `hidden` so is what
    `is_ignored`. In the order of names, which stand as the system has them.
    """
    if is_taken(root / path):
        yield from _Walk(root, hidden).from_(path)


_Step = tuple[str, DiskEntry, tuple[PurePath, ...]]
"""A path, what was seen there, and the real folders above it."""


class _Walk:
    def __init__(self, root: PurePath, hidden: bool) -> None:
        self._root = root
        self._hidden = hidden
        self._led_to: dict[PurePath, int] = {}

    def from_(self, path: str) -> Iterator[tuple[str, DiskEntry]]:
        steps: list[_Step] = [(path, look_at(self._root / path, self._root), ())]
        while steps:
            path, seen, above = steps.pop()
            if seen.kind is not DiskKind.FOLDER:
                yield path, seen
            elif seen.real in above:
                pass
            elif self._led_too_often(path, seen.real):
                yield path, DiskEntry(DiskKind.ENDLESS, seen.real)
            else:
                try:
                    steps += reversed(list(self._below(path, seen.real, (*above, seen.real))))
                except OSError as error:
                    yield path, DiskEntry(DiskKind.UNREADABLE, seen.real, _why(error))

    def _led_too_often(self, path: str, real: PurePath) -> bool:
        if real == self._root / path:
            return False
        self._led_to[real] = self._led_to.get(real, 0) + 1
        return self._led_to[real] > _OFTEN

    def _below(self, path: str, folder: PurePath, above: tuple[PurePath, ...]) -> Iterator[_Step]:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if self._hidden or not is_ignored(entry.name):
                yield f"{path}/{entry.name}", self._entry(folder, entry), above

    def _entry(self, folder: PurePath, entry: "os.DirEntry[str]") -> DiskEntry:
        place = folder / entry.name
        try:
            if entry.is_symlink():
                return look_at(place, self._root)
            if entry.is_dir(follow_symlinks=False):
                return DiskEntry(DiskKind.FOLDER, place)
            return DiskEntry(DiskKind.FILE if entry.is_file(follow_symlinks=False) else DiskKind.OTHER, place)
        except OSError as error:
            return DiskEntry(DiskKind.UNREADABLE, place, _why(error))


def is_ignored(name: str) -> bool:
    """Whether a name is a hidden file's or an editor's backup's."""
    return name.startswith(".") or name.endswith("~") or (name.startswith("#") and name.endswith("#"))


def _hides(path: PurePath) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _why(error: OSError | RuntimeError) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def real_place(place: PurePath) -> PurePath:
    """A place without links on the way to it and in it, whether something is there or not."""
    return Path(place).resolve()


def exists(place: PurePath) -> bool:
    """Whether something is there; a link that leads nowhere is nothing."""
    return _mode(place) is not None


def _mode(place: PurePath | str, *, linked: bool = True) -> int | None:
    """What is there, links followed where they are `linked`; None where nothing is. Raises OSError if nobody
    can tell. Asked of thousands of files: a `Path` of each would cost more than the answer."""
    try:
        return (os.stat(place) if linked else os.lstat(place)).st_mode  # noqa: PTH116
    except OSError as error:
        if error.errno in _NO_WAY_THERE:
            return None
        raise
    except ValueError:  # a NUL in the path
        return None


def is_taken(place: PurePath) -> bool:
    """Whether something is there, be it a link that leads nowhere. Raises OSError where nobody can tell."""
    try:
        os.lstat(place)
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return False
        raise
    return True


def is_file(place: PurePath) -> bool:
    """Whether an ordinary file is there, or a link to one."""
    mode = _mode(place)
    return mode is not None and stat.S_ISREG(mode)


def is_folder(place: PurePath) -> bool:
    """Whether a folder is there, or a link to one."""
    mode = _mode(place)
    return mode is not None and stat.S_ISDIR(mode)


def is_link(place: PurePath | str) -> bool:
    """Whether a link is there, wherever it leads."""
    mode = _mode(place, linked=False)
    return mode is not None and stat.S_ISLNK(mode)


def size_of(place: PurePath) -> int:
    """How many bytes a file has; 0 of what is not there."""
    return Path(place).stat().st_size if is_file(place) else 0


def names_in(folder: PurePath) -> list[str]:
    """The names of all that lies directly in a folder, sorted. Raises OSError."""
    return sorted(os.listdir(folder))  # noqa: PTH208, names and not paths


def files_below(folder: PurePath, *, lenient: bool = False, ordinary: bool = False) -> list[str]:
    """The paths, with ``/``, of all that is no folder in a folder and those in it, sorted.

    A link counts as one file, wherever it leads. What is not there has none; with `lenient` neither has what
    may not be looked into, with `ordinary` what is no file, or a link to none. Raises OSError.
    """
    found: list[str] = []
    folders = [""]
    while folders:  # not os.walk, which comes to an end of its own in deep ones
        inner = folders.pop()
        with suppress(OSError if lenient else FileNotFoundError), os.scandir(folder / inner) as entries:
            for entry in entries:
                path = f"{inner}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/")
                elif not ordinary or entry.is_file():
                    found.append(path)
    return sorted(found)


# --------------------------------------------------------------------------------- what is in it


def read(place: PurePath | str, limit: Limit = MADE, *, linked: bool = False) -> bytes:
    """The bytes of an ordinary file; with `linked` the place may be a link to one. Raises OSError.

    A place may be told as the system has it: to put thousands of paths together takes a while. A file that is
    larger than `limit`, or grows beyond it meanwhile, is a `TooLargeError`.
    """
    number, size = opened(place, linked=linked)
    try:
        if size > limit.bytes:
            raise TooLargeError(PurePath(place), size, limit)
        data = os.read(number, size + 1)
        if len(data) != size:  # it grows meanwhile, or comes in pieces
            rest = os.fdopen(number, "rb", closefd=False)
            data += read_stream(rest, limit, PurePath(place), already=len(data))
    except OSError as error:
        if error.filename:
            raise
        raise OSError(error.errno, error.strerror, str(place)) from error
    finally:
        os.close(number)
    return data


def read_stream(file: BinaryIO, limit: Limit, name: PurePath, *, already: int = 0) -> bytes:
    """What is left of a stream of which nobody knows the size. Raises OSError."""
    pieces = []
    while piece := file.read(_PIECE):
        pieces.append(piece)
        already += len(piece)
        if already > limit.bytes:
            raise TooLargeError(name, already, limit)
    return b"".join(pieces)


def read_if_there(place: PurePath) -> bytes | None:
    """The bytes of a file; None where there is none. Raises OSError."""
    try:
        return read(place)
    except FileNotFoundError:
        return None


def read_text(place: PurePath, first: int | None = None) -> str:
    """A text, its line ends ``\\n`` and what is not UTF-8 U+FFFD, or its `first` bytes. Raises OSError."""
    if first is None:
        data = read(place)
    else:
        with os.fdopen(opened(place)[0], "rb") as file:
            data = file.read(first)
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def opened(place: PurePath | str, *, linked: bool = False) -> tuple[int, int]:
    """The number of an ordinary file that is open now, and its size."""
    try:
        number = os.open(place, _FLAGS if linked else _FLAGS | _NO_LINK)
    except OSError as error:
        if error.errno == errno.ELOOP and is_link(PurePath(place)):
            raise OSError(errno.ELOOP, "this is a link, and is not followed", str(place)) from None
        if error.errno == errno.ENXIO:  # a socket
            raise _not_ordinary(place) from None
        raise
    if stat.S_ISREG((status := os.fstat(number)).st_mode):
        return number, status.st_size
    os.close(number)
    raise _not_ordinary(place)


def _not_ordinary(place: PurePath | str) -> OSError:
    return OSError(errno.EINVAL, "this is not an ordinary file", str(place))
