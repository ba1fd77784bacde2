"""Files that are only copied, and are as they were: MkDocs hears of one when a page asks for it."""

from collections.abc import Callable, Container, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePath
from types import ModuleType
from typing import Any

import mkdocs.structure.files
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions

from briefgen.disk.hashes import hashes_of
from briefgen.disk.reading import files_below
from briefgen.model.layout import site as at


class LeftOut:
    """Files of ``docs/`` by their paths, with their sha256, that MkDocs is not told of.

    `copies` were copied into the last site, when ``docs/`` had the `paths`, of which this is a hash. Where it
    has others, none is left out, as what becomes of a file depends on which ones there are.
    """

    def __init__(self, copies: Mapping[str, str], paths: str) -> None:
        self._copies = copies
        self._paths_then = paths
        self._config: MkDocsConfig | None = None
        self.paths = ""
        self.now: dict[str, str] = {}

    @property
    def is_same(self) -> bool:
        """Whether ``docs/`` has the files that it had then, whatever they hold."""
        return self.paths == self._paths_then != ""

    def get_files(self, get: Callable[[MkDocsConfig], Files], config: MkDocsConfig) -> Files:
        """What MkDocs gets, without those that are left out."""
        docs = PurePath(config.docs_dir)
        self._config = config
        self.paths = sha256("\0".join(files_below(docs)).encode("utf-8", "surrogatepass")).hexdigest()
        if self.is_same:
            hashes = hashes_of(docs, self._copies)
            self.now = {path: one for path, one in self._copies.items() if hashes.get(path) == one}
        module = vars(mkdocs.structure.files)
        real = module["os"]
        module["os"] = _Walking(real, config.docs_dir, self.now)
        try:
            return FilesAndLeft(get(config), self)
        finally:
            module["os"] = real

    def take_back(self, taken: Container[str]) -> list[File]:
        """The files that are to be copied after all, but for those that were taken."""
        back = [path for path in self.now if path not in taken]
        files = [file for path in back if (file := self.get(path)) is not None]
        for path in back:
            del self.now[path]
        return files

    def get(self, path: str) -> File | None:
        """The file of this path, if it is left out."""
        if path not in self.now or self._config is None:
            return None
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        set_exclusions([file], config)
        return file


class FilesAndLeft(Files):
    """Files, and those that are left out, which have no part in what is done to all."""

    def __init__(self, files: Files, left: LeftOut) -> None:
        super().__init__(files)
        self._left = left

    def get_file_from_path(self, path: str) -> File | None:
        return super().get_file_from_path(path) or self._left.get(PurePath(path).as_posix())


def may_be_left_out(path: str) -> bool:
    """Whether no page can have the place of a file in the site."""
    return not path.lower().endswith((at.PAGE_ENDING, ".htm"))


class _Walking:
    """The module `os` as MkDocs has it, which passes over some files."""

    def __init__(self, real: ModuleType, folder: str, left: Mapping[str, str]) -> None:
        self._real = real
        self._folder = folder
        self._left = left

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def walk(self, *place: str, **how: bool) -> Iterator[tuple[str, list[str], list[str]]]:
        for folder, folders, names in self._real.walk(*place, **how):
            inner = folder[len(self._folder) + 1 :].replace(self._real.sep, "/")
            way = f"{inner}/" if inner else ""
            yield folder, folders, [name for name in names if f"{way}{name}" not in self._left]
