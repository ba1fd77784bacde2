"""The door out: files are replaced in one step, and written by one briefgen at a time.

Nothing is written through a link. What is being written has a name that nobody can guess, and is made only
if nothing has that name.
"""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath

from briefgen.disk.reading import files_below, is_folder, is_link, is_taken, names_in, real_place
from briefgen.model.layout import project
from briefgen.model.layout.ways import parents
from briefgen.model.project import ProjectError

if sys.platform != "win32":
    import fcntl


_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0)
_OURS: int = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | _NO_LINK
_KNOWN = frozenset((project.OWN_IGNORE, *project.IN_OWN))


def own_place(root: PurePath, path: str) -> PurePath:
    """A place in the project that we write to, there or not. Raises ProjectError if a link is on the way."""
    real = real_place(root)
    if link := _link_on(real, path):
        raise ProjectError(f"{link} is a link, and briefgen writes only to what is the project's own")
    return real / path


def is_own(root: PurePath, path: str) -> bool:
    """Whether no link is on the way to a place in the project."""
    return not _link_on(real_place(root), path)


def _link_on(real: PurePath, path: str) -> str:
    """The first link on the way to a place; empty where there is none."""
    return next((part for part in (*reversed(parents(path)), path) if is_link(real / part)), "")


WRITING = "write"
"""What keeps those apart who write into the folders of authors and of readers."""


@contextmanager
def locked(root: PurePath, name: str, *, wait: bool = True) -> Iterator[None]:
    """Keep every other briefgen out while the body runs; waits until it is alone, or raises ProjectError.

    The first use makes ``.briefgen/``, which hides itself from git. Whoever writes what authors read clears
    away what a killed run had not finished there. Raises ProjectError, OSError.
    """
    folder = own_place(root, project.OWN)
    if is_taken(folder) and not is_folder(folder):
        raise ProjectError(f"{project.OWN} is no folder: briefgen works in one of this name; move it away")
    ignore = folder / project.OWN_IGNORE
    if not is_taken(ignore):
        _refuse_foreign(folder)
        replace_file(ignore, b"*\n")
    place = own_place(root, f"{project.OWN}/{name}.lock")
    lock = os.open(place, os.O_RDWR | os.O_CREAT | _AT_ONCE | _OURS, 0o666)
    try:
        if not stat.S_ISREG(os.fstat(lock).st_mode):
            raise ProjectError(f"{project.OWN}/{name}.lock is not an ordinary file: delete it")
        if sys.platform != "win32":  # there, two runs at a time are not kept apart
            _lock(lock, name, wait=wait)
        if name == WRITING:
            remove_unfinished(folder)
        yield
    finally:
        os.close(lock)


def _lock(lock: int, name: str, *, wait: bool) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ProjectError(f"another `briefgen {name}` is at work in this project") from None


def _refuse_foreign(folder: PurePath) -> None:
    """Raise ProjectError if a folder with our name was made by somebody else, who may want to keep it."""
    names = names_in(folder) if is_taken(folder) else []
    foreign = [name for name in names if name not in _KNOWN and not project.is_unfinished(name)]
    if foreign:
        raise ProjectError(
            f"{project.OWN}/{foreign[0]} was not made by briefgen, which works in the folder {project.OWN}/ "
            "and keeps nothing else in it: move it away"
        )


def replace_file(place: PurePath, data: bytes, *, lasting: bool = False) -> None:
    """Write a file so that a reader finds all of the old one or all of the new one.

    With `lasting` it is so even after the power has failed. Raises OSError, and then the old one stands.
    """
    replace_by_pieces(place, (data,), lasting=lasting)


def replace_by_pieces(place: PurePath, pieces: Iterable[bytes], *, lasting: bool = False) -> None:
    """Write a file as `replace_file` does, of bytes that need not be there all at once."""
    with _written(place, pieces, lasting=lasting, is_moved=True) as unfinished:
        Path(unfinished).replace(place)
    if lasting:
        _settle(place.parent)


def add_file(place: PurePath, data: bytes, *, lasting: bool = False, private: bool = False) -> None:
    """Write a new file, whole or not at all; one that is `private` its user alone can read.

    Raises FileExistsError if something is there, OSError.
    """
    with _written(place, (data,), lasting=lasting, mode=0o600 if private else 0o666) as unfinished:
        try:
            os.link(unfinished, place)
        except OSError as error:
            if error.errno not in _NO_SECOND_NAME:
                raise
            if is_taken(place):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            Path(unfinished).rename(place)
    if lasting:
        _settle(place.parent)


_NO_SECOND_NAME = frozenset({errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS})
"""What file systems say on which a file has one name, and no other program can be kept out."""


@contextmanager
def _written(
    place: PurePath, pieces: Iterable[bytes], *, lasting: bool, mode: int = 0o666, is_moved: bool = False
) -> Iterator[PurePath]:
    """A new file beside a place with what is to stand there; gone at the end, unless it `is_moved`."""
    unfinished = place.parent / project.unfinished(os.urandom(16).hex())
    is_gone = False
    try:
        number = _opened(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OURS, mode)
        try:
            for data in pieces:
                _write_all(number, data)
            if lasting:
                os.fsync(number)
        finally:
            os.close(number)
        yield unfinished
        is_gone = is_moved
    except OSError as error:  # it is about the file that is meant: the other is gone in a moment
        raise OSError(error.errno, error.strerror, str(place)) from error
    finally:
        if not is_gone:
            _try_to_remove(unfinished)


def _opened(place: PurePath, flags: int, mode: int = 0o666) -> int:
    """A new file, opened, and the folders it lies in. They are there, mostly: to ask that for each of
    thousands of files would take as long as to write it."""
    try:
        return os.open(place, flags, mode)
    except FileNotFoundError:
        make_folder(place.parent)
        return os.open(place, flags, mode)


def _try_to_remove(unfinished: PurePath) -> None:
    with suppress(OSError):  # the next run knows it by its name, and why this one failed matters more
        Path(unfinished).unlink(missing_ok=True)


def _write_all(number: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(number, rest) :]


def _settle(folder: PurePath) -> None:
    """Have the names in a folder outlast a loss of power, where the system can."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY | _OURS)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise OSError(error.errno, error.strerror, str(folder)) from error
    finally:
        os.close(number)


def set_modified(place: PurePath, when: int) -> None:
    """Say of a file that it was modified then, in nanoseconds since 1970. Raises OSError."""
    os.utime(place, ns=(when, when), follow_symlinks=False)


def write_file(place: PurePath, data: bytes) -> None:
    """Write a file of a folder that nobody reads yet. Raises OSError if it is a link or no ordinary file."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AT_ONCE | _OURS
    number = _opened(place, flags)
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, "this is not an ordinary file", str(place))
        _write_all(number, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(place)) from error
    finally:
        os.close(number)


def link_file(place: PurePath, to: PurePath) -> None:
    """Give a file a second name, in a folder that nobody reads yet. Raises OSError if it can have but one."""
    try:
        os.link(place, to, follow_symlinks=False)
    except FileNotFoundError:
        make_folder(to.parent)
        os.link(place, to, follow_symlinks=False)


def make_folder(place: PurePath) -> None:
    """Make a folder, and those it lies in, where they are not there yet."""
    Path(place).mkdir(parents=True, exist_ok=True)


def move(place: PurePath, to: PurePath) -> None:
    """Give a file or a folder another place."""
    Path(place).rename(to)


def remove_file(place: PurePath, *, if_there: bool = False) -> None:
    """Remove a file or a link; with `if_there` it may be gone already."""
    Path(place).unlink(missing_ok=if_there)


def remove_folder(place: PurePath, *, if_there: bool = False, if_possible: bool = False) -> None:
    """Remove a folder and all that is in it, or what else stands in its place: of a link only the link.

    With `if_there` nothing need be there; with `if_possible` what cannot be removed stays.
    """
    if is_link(place) or (is_taken(place) and not is_folder(place)):
        remove_file(place)
    elif is_taken(place) or not (if_there or if_possible):
        _remove_tree(place, ignore_errors=if_possible)


def _remove_tree(place: PurePath, *, ignore_errors: bool) -> None:
    def say(path: str, error: BaseException) -> None:
        if not ignore_errors:  # Python says the name alone of what cannot be removed
            raise OSError(error.errno, error.strerror, str(path)) if isinstance(error, OSError) else error

    if sys.version_info >= (3, 12):
        shutil.rmtree(place, onexc=lambda _, path, error: say(path, error))
    else:
        shutil.rmtree(place, onerror=lambda _, path, error: say(path, error[1]))


def remove_emptied_folders(folder: PurePath, removed: Iterable[str]) -> None:
    """Remove those folders of removed files in which nothing is left."""
    emptied = {parent for path in removed for parent in parents(path)}
    for parent in sorted(emptied, key=len, reverse=True):
        place = folder / parent
        if is_folder(place) and not is_link(place) and not names_in(place):
            Path(place).rmdir()


def remove_unfinished(folder: PurePath, *, below: bool = False) -> None:
    """Remove what a killed run had not finished writing in a folder, or anywhere `below` it."""
    paths = files_below(folder) if below else names_in(folder) if is_folder(folder) else ()
    for path in paths:
        if project.is_unfinished(path.rpartition("/")[2]):
            remove_file(folder / path)
