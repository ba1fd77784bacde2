"""The manifest: which files of a folder, docs/ or the theme, are ours, so that no other is ever lost."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefgen.model.layout import project
from briefgen.model.layout.ways import all_stay_inside
from briefgen.model.project import ProjectError

VERSION = 1
_PLACE = project.in_docs(project.MANIFEST)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Our files by their paths in ``docs/``, each with the sha256 of its bytes.

    `underway` is what a run is about to write, and empty between runs. A killed run leaves it behind: until
    the next one each file may still be as in `files` or already as in `underway`, and is ours either way.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    underway: Mapping[str, str] = field(default_factory=dict)

    def __contains__(self, path: str) -> bool:
        return path in self.files or path in self.underway

    def paths(self) -> Iterable[str]:
        """The paths of all files that may be ours, sorted."""
        return sorted({*self.files, *self.underway})

    def owns(self, path: str, sha256: str) -> bool:
        """Whether a file with these bytes at this path was written by us and not changed since."""
        return sha256 in (self.files.get(path), self.underway.get(path))

    def encode(self) -> str:
        """The manifest as JSON, always the same for the same files."""
        tables = [f' "files": {_written(self.files)}']
        tables += [f' "underway": {_written(self.underway)}'] if self.underway else []
        return "{\n" + ",\n".join((*tables, f' "version": {VERSION}')) + "\n}\n"

    @classmethod
    def decode(cls, text: str) -> "Manifest":
        """The manifest that `encode` wrote. Raises ProjectError for any other text."""
        try:
            tables = json.loads(text)
            if tables["version"] != VERSION:
                raise ProjectError(
                    f"{_PLACE} is of version {tables['version']!r}, and this briefgen knows only "
                    f"version {VERSION}: use the briefgen that wrote it, or delete it and the generated pages"
                )
            return cls(_table(tables["files"]), _table(tables.get("underway", {})))
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
            raise ProjectError(
                f"{_PLACE}, the list of generated pages, is damaged: delete it and those pages"
            ) from error


def _written(table: Mapping[str, str]) -> str:
    """A table as `json.dumps` has it with an indentation of one, by the quick half of it."""
    lines = [f"  {_said(path)}: {_said(sha256)}" for path, sha256 in sorted(table.items())]
    return "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"


_said = json.JSONEncoder(ensure_ascii=False).encode


def _table(value: dict[str, object]) -> dict[str, str]:
    table = {path: str(sha256) for path, sha256 in value.items()}
    # A path that leads elsewhere would let a damaged manifest name any file as one to remove.
    if not all_stay_inside(table) or "\0" in "".join(table):
        raise ValueError("a path outside docs/")
    "".join(table).encode()  # half of a character, as JSON can have it, is in no name of a file
    return table
