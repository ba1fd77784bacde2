"""A folder that a reference manager exported: works, and beside them the files that belong to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.disk.reading import is_file, is_link, names_in, read
from briefgen.failure import CannotRunError
from briefgen.intake.readers import ENDINGS
from briefgen.intake.uncaptured import keys_of_works
from briefgen.load import size_limits
from briefgen.model.layout import project
from briefgen.model.layout.ways import stays_inside
from briefgen.text import TextFile

_ENDING = ".bib"
_FIELD = "file"
_SHOWN = 12
_BETWEEN = re.compile(r"(?<!\\)((?:\\\\)*);")
_WITHIN = re.compile(r"(?<!\\)((?:\\\\)*):")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an exported folder, each with the key of its work; and what of it cannot be taken, in
    words."""

    files: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]


def exported_in(root: PurePath, folder: PurePath) -> Exported:
    """What a folder has of documents for works of the project.

    Raises CannotRunError where it is no such folder, or none of its works is the project's; ProjectError,
    OSError.
    """
    names = [name for name in names_in(folder) if name.endswith(_ENDING) and is_file(folder / name)]
    if not names:
        raise CannotRunError(
            f"{folder} has no {_ENDING} file: have your reference manager export works with their files "
            "(Zotero: BibLaTeX, “Export Files”), or name the documents themselves"
        )
    known = keys_of_works(root)
    limit = size_limits(root).list
    files: list[tuple[str, str]] = []
    left_out: list[str] = []
    unknown: list[str] = []
    for name in names:
        text = read(folder / name, limit).decode("utf-8-sig", "replace").replace("\r\n", "\n")
        for work in parse_bibliography(TextFile(name, text), lambda _: None):
            named = dict(work.other_fields).get(_FIELD, "")
            if named and work.key not in known:
                unknown.append(work.key)
                continue
            for parts in _named_files(named):
                path = _there(folder, parts)
                shown = path or max(parts, key=len)
                if path is None:
                    left_out.append(f"{work.key}: {shown} is not in the folder")
                elif PurePosixPath(path).suffix.lower().removeprefix(".") not in ENDINGS:
                    left_out.append(f"{work.key}: {shown} is in no format that is read")
                else:
                    files.append((str(folder / path), work.key))
    if unknown:
        listed = ", ".join(unknown[:_SHOWN]) + (" …" if len(unknown) > _SHOWN else "")
        said = (
            f"not in the project's bibliography: {listed}: copy {' and '.join(names)} into {project.SOURCES}/"
        )
        if not files:
            raise CannotRunError(said)
        left_out.append(said)
    if not files and not left_out:
        raise CannotRunError(f"no work in {' and '.join(names)} names a file of its own in the folder")
    return Exported(tuple(dict.fromkeys(files)), tuple(left_out))


def _named_files(field: str) -> Iterator[list[str]]:
    r"""The parts of each file that a field names: ``Title:files/3/x.pdf:application/pdf``, or a path alone.

    ``;`` stands between files, ``:`` between parts, and ``\`` before either in a name.
    """
    for one in _BETWEEN.sub(r"\1\n", field).split("\n"):
        parts = [_ESCAPED.sub(r"\1", part).strip() for part in _WITHIN.sub(r"\1\n", one).split("\n")]
        if any(parts):
            yield parts


def _there(folder: PurePath, parts: list[str]) -> str | None:
    """The part that is the path of an ordinary file in the folder."""
    for part in parts:
        path = part.replace("\\", "/")
        if path and stays_inside(path) and is_file(folder / path) and not is_link(folder / path):
            return path
    return None
