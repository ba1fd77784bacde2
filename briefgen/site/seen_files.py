"""What the files hold of which a site is made, as it was seen when it was begun."""

from collections.abc import Container, Iterable
from hashlib import sha256
from pathlib import PurePath

from mkdocs.structure.files import File, InclusionLevel

from briefgen.disk.hashes import hashes_of

_WRITTEN_LAST = "search/"
"""Where the theme's search writes, when all else is written."""


class SeenFiles:
    """The sha256 of files, of most of which it is known already."""

    def __init__(self, files: Iterable[File] = ()) -> None:
        by_folder: dict[str, dict[str, str]] = {}
        for file in files:
            if file.src_dir is not None and file.abs_src_path is not None:
                by_folder.setdefault(file.src_dir, {})[file.src_uri] = file.abs_src_path
        self._hashes: dict[str | None, str] = {}
        for folder, paths in by_folder.items():
            seen = hashes_of(PurePath(folder), paths)
            self._hashes |= {paths[path]: sha256 for path, sha256 in seen.items()}

    def sha256(self, file: File) -> str:
        """That of what a file holds."""
        return self._hashes.get(file.abs_src_path) or sha256(file.content_bytes).hexdigest()

    def copies(self, files: Iterable[File], alone: Container[str]) -> dict[str, File]:
        """The files that were seen and stand in the site as they are, by their places, if these are theirs
        `alone`."""
        return {file.dest_uri: file for file in files if file.dest_uri in alone and self._is_copied(file)}

    def _is_copied(self, file: File) -> bool:
        if file.abs_src_path not in self._hashes or file.inclusion.value <= InclusionLevel.DRAFT.value:
            return False
        return not (file.is_documentation_page() or file.dest_uri.startswith(_WRITTEN_LAST))
