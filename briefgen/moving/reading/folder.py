"""The files of a source: which there are, and their texts."""

import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePath

from briefgen.disk.reading import (
    files_below,
    is_file,
    is_folder,
    is_ignored,
    is_link,
    names_in,
    read,
    real_place,
    size_of,
)
from briefgen.failure import CannotRunError
from briefgen.model.limits import Limit, Limits, too_large
from briefgen.moving.note import Note, Place, Told
from briefgen.text import TextFile

_MADE = frozenset("_site _build _book _freeze node_modules venv __pycache__".split())
"""Folders that programs make, wherever they are."""
_MADE_AT_TOP = frozenset("site public".split())
"""Folders that programs make beside the texts; elsewhere they may hold some."""
_OF_TOOLS = frozenset(".git .obsidian .quarto .jupyter_cache .ipynb_checkpoints .DS_Store .trash".split())
"""What is hidden and of no use without its program: nobody misses it."""
_TEXTS = (".md", ".markdown", ".qmd", ".rmd", ".txt", ".yml", ".yaml", ".csl")
_LISTS = (".bib", ".json")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Folder:
    """A source on the disk: its folder, the one file that is meant, if one is, and the paths of all files.

    `passed` says of the others why they are not moved in.
    """

    root: PurePath
    only: str
    files: tuple[str, ...]
    is_vault: bool
    passed: tuple[Note, ...] = ()

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
    every = [path for path in every if not (inside and path.startswith(f"{inside}/"))]
    vault = any(path.startswith(".obsidian/") for path in every)
    why = {path: _why_not(root, path) for path in every}
    files = [path for path in every if not why[path] or path == only]
    passed = dict.fromkeys((_said(path), said) for path, said in why.items() if said and path != only)
    notes = () if only else tuple(Note(Told.LEFT, said, Place(path)) for path, said in passed if path)
    return Folder(root, only, tuple(files), vault and not only, notes)


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


def _why_not(root: PurePath, path: str) -> str:
    """Why a file is not moved in; empty where it may be. What is passed over is never opened."""
    parts = path.split("/")
    if _passed_part(parts) is not None:
        return "is not moved in: hidden, a copy that an editor keeps, or made by a program"
    if _UNPRINTABLE.search(path):
        return "is not moved in: its name has characters that no name here can have"
    if is_link(root / path):
        return "is not moved in: it is a link, which is not followed"
    if not is_file(root / path):
        return "is not moved in: it is no ordinary file"
    size, limit = size_of(root / path), limit_of(path)
    return f"is not moved in: {too_large(size, limit)}" if size > limit.bytes else ""


def _passed_part(parts: list[str]) -> int | None:
    """Which part of a path says that what is there is not meant."""
    for number, part in enumerate(parts):
        is_made = part in _MADE or (number == 0 and part in _MADE_AT_TOP)
        if is_ignored(part) or (is_made and number < len(parts) - 1):
            return number
    return None


def _said(path: str) -> str:
    """A path as the list has it: a folder that is not meant stands for all in it.

    Empty for what nobody misses.
    """
    parts = path.split("/")
    number = _passed_part(parts)
    if number is not None:
        if parts[number] in _OF_TOOLS:
            return ""
        path = "/".join(parts[: number + 1]) + ("/" if number < len(parts) - 1 else "")
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape", "replace").decode(), path)


def limit_of(path: str) -> Limit:
    """How large a file may be that is moved in."""
    limits, name = Limits(), path.lower()
    return limits.text if name.endswith(_TEXTS) else limits.list if name.endswith(_LISTS) else limits.capture


def joined(path: str, other: str) -> str:
    """A path that the file at another one writes, from the folder of the source; empty outside of it."""
    if other.startswith("/"):
        return other.lstrip("/")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), other))
    return "" if found.startswith("..") else found
