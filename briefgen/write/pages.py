"""Writing pages into docs/, beside what people wrote there.

The manifest names a file before it is written, so at any moment, whenever we may be killed, every generated
file can be told from a hand-written one.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefgen.model.manifest import (
    MANIFEST_NAME,
    UNFINISHED_PREFIX,
    UNFINISHED_SUFFIX,
    Manifest,
    stays_inside,
)
from briefgen.model.page import Page
from briefgen.model.project import ProjectError
from briefgen.write.files import (
    Written,
    bring_up_to_date,
    hashes_of,
    locked,
    own_place,
    parents,
    remove_emptied_folders,
    replace_file,
    sha256_of,
)


def write_pages(root: Path, pages: tuple[Page, ...], pictures: Mapping[str, bytes] | None = None) -> Written:
    """Make `pages` and `pictures` (bytes, by their paths) the generated files of docs/: write what changed,
    remove what is no more.

    A run that has nothing to change writes nothing at all, so that a watching server stays calm. Raises
    ProjectError where something that is not ours stands in a page's place (nothing is written then), OSError
    where the machine refuses.
    """
    wanted = {page.path: page.text.encode() for page in pages} | dict(pictures or {})
    if len(wanted) < len(pages) + len(pictures or {}) or not all(stays_inside(path) for path in wanted):
        raise ValueError("each page needs a path of its own, inside docs/")
    docs = own_place(root, "docs")
    with locked(root, "write"):
        _remove_unfinished(docs)
        manifest = _read_manifest(docs)
        remove_emptied_folders(docs, manifest.paths())  # a run may have been killed just before it did
        ours = {
            path: sha256
            for path, sha256 in hashes_of(docs, manifest.paths()).items()
            if manifest.owns(path, sha256)
        }
        _refuse_to_overwrite(docs, ours, wanted)
        hashes = {path: sha256_of(data) for path, data in wanted.items()}
        if ours != hashes:
            _write_manifest(docs, Manifest(ours, underway=hashes))
        written = bring_up_to_date(docs, ours, wanted)
        _write_manifest(docs, Manifest(hashes))
    return written


def _remove_unfinished(docs: Path) -> None:
    for place in docs.rglob(f"{UNFINISHED_PREFIX}*{UNFINISHED_SUFFIX}"):
        place.unlink()


def _read_manifest(docs: Path) -> Manifest:
    try:
        return Manifest.decode((docs / MANIFEST_NAME).read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return Manifest()


def _write_manifest(docs: Path, manifest: Manifest) -> None:
    place, data = docs / MANIFEST_NAME, manifest.encode().encode()
    if not place.exists() or place.read_bytes() != data:
        replace_file(place, data)


def _refuse_to_overwrite(docs: Path, ours: Mapping[str, str], wanted: Iterable[str]) -> None:
    """Raise ProjectError for what `find_conflicts` could not see: what came after loading, and links."""
    for path in wanted:
        folders = [docs / folder for folder in parents(path) if folder not in ours]
        no_way = any(folder.is_symlink() or (folder.exists() and not folder.is_dir()) for folder in folders)
        if no_way or (path not in ours and os.path.lexists(docs / path)):
            raise ProjectError(f"docs/{path} cannot be written: what is there was not made by briefgen")
