"""The files of a site, as MkDocs has them, which note what is asked of them."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from mkdocs.structure.files import File, Files, InclusionLevel

from briefgen.each import Each, one_by_one
from briefgen.site.left_out import LeftOut


class AskedFiles(Files):
    """Files, with the address of each that was asked for since somebody looked; None where there is none.

    `each` copies those that are no pages; some may be `left` out, and are there for whoever asks.
    """

    def __init__(self, files: Iterable[File], each: Each = one_by_one, left: LeftOut | None = None) -> None:
        super().__init__(files)
        self._left = left
        self.asked: dict[str, str | None] = {}
        self._each = each

    def get_file_from_path(self, path: str) -> File | None:
        found = self.src_uris.get(path) or super().get_file_from_path(path)  # most are written as they are
        if found is None and self._left is not None:
            found = self._left.get(PurePath(path).as_posix())
        self.asked[path] = None if found is None else f"{found.url} {found.inclusion.name}"
        return found

    def copy_static_files(
        self,
        dirty: bool = False,
        *,
        inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
    ) -> None:
        copied = [
            file
            for file in self
            if not (file.is_documentation_page() or (dirty and not file.is_modified()))
            and inclusion(file.inclusion)
        ]
        is_one_each = len({file.abs_dest_path for file in copied}) == len(copied)
        # Of two that have one place, the last one has it.
        each = self._each if is_one_each else one_by_one
        each(lambda file: file.copy_file(dirty), copied)
