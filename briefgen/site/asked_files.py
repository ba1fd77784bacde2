"""The files of a site, as MkDocs has them, which note what is asked of them."""

from collections.abc import Iterable

from mkdocs.structure.files import File, Files


class AskedFiles(Files):
    """Files, with the address of each that was asked for since somebody looked; None where there is none."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.asked: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        found = self.src_uris.get(path) or super().get_file_from_path(path)  # most are written as they are
        self.asked[path] = None if found is None else f"{found.url} {found.inclusion.name}"
        return found
