"""The files of a source: which there are, and their texts."""

import posixpath
from dataclasses import dataclass
from pathlib import PurePath

from briefgen.disk.reading import files_below, is_folder, is_ignored, is_link, names_in, read, real_place
from briefgen.failure import CannotRunError
from briefgen.model.limits import Limits
from briefgen.text import TextFile

_MADE = frozenset("_site _build _book _freeze site node_modules venv __pycache__ public".split())
"""Folders that programs make."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A source on the disk: its folder, the one file that is meant, if one is, and the paths of all files."""

    root: PurePath
    only: str
    files: tuple[str, ...]
    is_vault: bool

    def text(self, path: str) -> TextFile:
        """A text of it. Raises CannotRunError where it is no UTF-8, OSError."""
        data = read(self.root / path, Limits().text)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise CannotRunError(f"{path} is not UTF-8: save it as UTF-8, and import again") from None
        return TextFile(
            path, text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")
        )

    def named(self, *names: str) -> str:
        """The first of some files at the top that is there; empty without one."""
        return next((name for name in names if name in self.files), "")

    def ending(self, *endings: str) -> tuple[str, ...]:
        """All files with one of these endings."""
        return tuple(path for path in self.files if path.lower().endswith(endings))


def look_into(place: PurePath, but: PurePath) -> Folder:
    """What lies in a source, or around a file that is one; nothing of the folder `but`. Raises OSError."""
    only = ""
    root = real_place(place)
    if not is_folder(root):
        root, only = root.parent, root.name
    out = real_place(but)
    inside = out.relative_to(root).as_posix() if out.is_relative_to(root) else ""
    if inside == ".":
        raise CannotRunError(f"{place} and {but} are one folder: name a new one for what is written")
    every = _around(root, only) if only else files_below(root, lenient=True)
    vault = any(path.startswith(".obsidian/") for path in every)
    files = [path for path in every if _is_meant(path) and not (inside and path.startswith(f"{inside}/"))]
    return Folder(root, only, tuple(files), vault and not only)


def _around(root: PurePath, only: str) -> list[str]:
    """The files beside one text, and those in folders that it names: not all of somebody's home."""
    text = read(root / only, Limits().text).decode("utf-8", "replace")
    found = []
    for name in names_in(root):
        if not is_folder(root / name):
            found.append(name)
        elif f"{name}/" in text and not is_link(root / name):
            found += [f"{name}/{path}" for path in files_below(root / name, lenient=True)]
    return found


def _is_meant(path: str) -> bool:
    parts = path.split("/")
    return not any(is_ignored(part) for part in parts) and not any(part in _MADE for part in parts[:-1])


def joined(path: str, other: str) -> str:
    """A path that the file at another one writes, from the folder of the source; empty outside of it."""
    if other.startswith("/"):
        return other.lstrip("/")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), other))
    return "" if found.startswith("..") else found
