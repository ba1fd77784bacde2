"""The first files of a project, which come with briefgen: written only where nothing stands yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from briefgen import __version__
from briefgen.disk.packaged import packaged_below
from briefgen.disk.reading import files_below, is_folder, is_taken, read_if_there
from briefgen.disk.writing import add_file, own_place, remove_unfinished
from briefgen.failure import CannotRunError
from briefgen.model.layout import project
from briefgen.model.layout.ways import parents

_FOLDER = "starter"
_SITE = "site"

_HIDDEN = "dot-"
"""What stands in the package for the dot of a hidden file: git and packers would obey a hidden one."""
_VERSION = b"{version}"


@dataclass(frozen=True, slots=True)
class Begun:
    """What was done, as sorted paths: files that were written, and others that stood there and differ."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def starter_files(host: str | None = None) -> dict[str, bytes]:
    """The files of a small project by their paths; with a host its workflow, too."""
    return _files(_SITE) | workflow_files(host)


def workflow_files(host: str | None) -> dict[str, bytes]:
    """The workflow that checks, builds and publishes at a host."""
    version = __version__.encode()
    return {path: data.replace(_VERSION, version) for path, data in _files(host).items()} if host else {}


def write_starter(root: PurePath, host: str | None = None) -> Begun:
    """Begin a project in a folder, which need not be there; to one with briefs only a workflow is added.

    Nothing that stands there is changed, and each file is whole or not there whenever the run is killed: run
    again, it adds what is missing. Raises CannotRunError, ProjectError, OSError.
    """
    if is_taken(root) and not is_folder(root):
        raise CannotRunError(f"{root} is no folder, so no project can begin there")
    wanted = starter_files(host)
    if _has_begun(root, wanted):
        wanted = workflow_files(host)
        if not wanted:
            raise CannotRunError(
                f"{root} is a project already: it has its own files in {project.SOURCES}/ or {project.SEEDS}/"
                '. Nothing was changed; `briefgen new "Title"` begins a brief'
            )
    return _add(root, wanted)


def _files(part: str) -> dict[str, bytes]:
    found = packaged_below(f"{_FOLDER}/{part}")
    return {"/".join(map(_shown, path.split("/"))): data for path, data in found.items()}


def _shown(name: str) -> str:
    return f".{name.removeprefix(_HIDDEN)}" if name.startswith(_HIDDEN) else name


def _has_begun(root: PurePath, wanted: Mapping[str, bytes]) -> bool:
    """Whether somebody has put anything of his own where briefs and captures lie."""
    there = {
        f"{folder}/{path}"
        for folder in (project.SOURCES, project.SEEDS)
        for path in files_below(root / folder)
        if not project.is_unfinished(path.rpartition("/")[2])
    }
    return any(path not in wanted or read_if_there(root / path) != wanted[path] for path in there)


def _add(root: PurePath, wanted: Mapping[str, bytes]) -> Begun:
    written, kept = [], []
    for folder in sorted({"", *(above for path in wanted for above in parents(path))}):
        remove_unfinished(root / folder)
    for path, data in sorted(wanted.items()):
        place = own_place(root, path)
        try:
            add_file(place, data)
            written.append(path)
        except FileExistsError:
            if read_if_there(place) != data:
                kept.append(path)
    return Begun(tuple(written), tuple(kept))
