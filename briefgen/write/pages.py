"""Writing pages into docs/, beside what people wrote there.

The manifest names a file before it is written, so at any moment, whenever we may be killed, every generated
file can be told from a hand-written one.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import PurePath

from briefgen.disk.hashes import hashes_of, sha256_of
from briefgen.disk.reading import exists, files_below, is_folder, is_link, is_taken, read, read_if_there
from briefgen.disk.writing import (
    WRITING,
    locked,
    own_place,
    remove_emptied_folders,
    remove_file,
    remove_unfinished,
    replace_file,
)
from briefgen.model.layout import project
from briefgen.model.layout.ways import all_stay_inside, parents
from briefgen.model.manifest import Manifest
from briefgen.model.page import Page
from briefgen.model.project import ProjectError
from briefgen.write.files import Written, bring_up_to_date


def write_pages(
    root: PurePath,
    pages: tuple[Page, ...],
    pictures: Mapping[str, bytes] | None = None,
    hashes: Mapping[str, str] | None = None,
) -> Written:
    """Make `pages` and `pictures` (bytes, by their paths) the generated files of docs/: write what changed,
    remove what is no more. Their `hashes`, if they are known, are as `hashes_for` has them.

    A run that has nothing to change writes nothing at all, so that a watching server stays calm. Raises
    ProjectError where something that is not ours stands in a page's place (nothing is written then), OSError
    where the machine refuses.
    """
    data: dict[str, Callable[[], bytes]] = {page.path: page.data for page in pages}
    for path, picture in (pictures or {}).items():
        data[path] = partial(bytes, picture)
    if len(data) < len(pages) + len(pictures or {}) or not all_stay_inside(data):
        raise ValueError("each page needs a path of its own, inside docs/")
    hashes = hashes_for(pages, pictures or {}) if hashes is None else hashes
    docs = own_place(root, project.DOCS)
    with locked(root, WRITING):
        remove_unfinished(docs, below=True)
        manifest = _read_manifest(docs)
        remove_emptied_folders(docs, manifest.paths())  # a run may have been killed just before it did
        there = hashes_of(docs, manifest.paths())
        ours = there if there == manifest.files else _owned(there, manifest)
        _refuse_to_overwrite(docs, ours, hashes)
        if ours != hashes:
            _write_manifest(docs, Manifest(ours, underway=hashes))
        written = bring_up_to_date(docs, ours, hashes, lambda path: data[path]())
        _write_manifest(docs, Manifest(hashes))
    return written


def are_absent(root: PurePath, paths: Iterable[str]) -> bool:
    """Whether nothing is in docs/ at any of these places, nor was when a run was killed."""
    docs = own_place(root, project.DOCS)
    manifest = _read_manifest(docs)
    return not any(path in manifest or is_taken(docs / path) for path in paths)


def add_pictures(root: PurePath, pictures: Mapping[str, bytes]) -> None:
    """Write pictures beside the pages that stand in docs/. Raises as `write_pages`."""
    docs = own_place(root, project.DOCS)
    with locked(root, WRITING):
        ours = _read_manifest(docs).files
        _refuse_to_overwrite(docs, {}, pictures)
        hashes = {**ours, **{path: sha256_of(data) for path, data in pictures.items()}}
        _write_manifest(docs, Manifest(ours, underway=hashes))
        for path, data in sorted(pictures.items()):
            replace_file(docs / path, data)
        _write_manifest(docs, Manifest(hashes))


def hashes_for(pages: Iterable[Page], pictures: Mapping[str, bytes]) -> dict[str, str]:
    """The generated files that pages and pictures become, by their paths in docs/, with their sha256."""
    files = {page.path: page.sha256 for page in pages}
    return files | {path: sha256_of(data) for path, data in pictures.items()}


def find_written(root: PurePath, hashes: Mapping[str, str]) -> Written | None:
    """What a run has done that finds all its files written; None where one is not, or another is there."""
    docs = own_place(root, project.DOCS)
    manifest = _read_manifest(docs)
    if manifest != Manifest(hashes) or hashes_of(docs, hashes) != hashes:
        return None
    if any(project.is_unfinished(path.rpartition("/")[2]) for path in files_below(docs)):
        return None
    return Written((), (), tuple(sorted(hashes)))


def generated_pages(root: PurePath) -> tuple[str, ...]:
    """The generated files that lie in docs/ as they were written. Raises ProjectError, OSError."""
    docs = own_place(root, project.DOCS)
    manifest = _read_manifest(docs)
    hashes = hashes_of(docs, manifest.paths())
    return tuple(path for path, sha256 in hashes.items() if manifest.owns(path, sha256))


def remove_pages(root: PurePath) -> None:
    """Remove the generated files of docs/, and the list of them. Raises as `write_pages`."""
    write_pages(root, ())
    remove_file(own_place(root, project.in_docs(project.MANIFEST)), if_there=True)


def _owned(there: Mapping[str, str], manifest: Manifest) -> Mapping[str, str]:
    return {path: sha256 for path, sha256 in there.items() if manifest.owns(path, sha256)}


def _read_manifest(docs: PurePath) -> Manifest:
    data = read_if_there(docs / project.MANIFEST)
    return Manifest() if data is None else Manifest.decode(data.decode("utf-8", "replace"))


def _write_manifest(docs: PurePath, manifest: Manifest) -> None:
    place, data = docs / project.MANIFEST, manifest.encode().encode()
    if not exists(place) or read(place) != data:
        replace_file(place, data)


def _refuse_to_overwrite(docs: PurePath, ours: Mapping[str, str], wanted: Iterable[str]) -> None:
    """Raise ProjectError for what `find_conflicts` could not see: what came after loading, and links."""
    inner = {path.rpartition("/")[0] for path in wanted}
    folders = {folder for one in inner for folder in parents(f"{one}/") if folder not in ours}
    no_way = {folder for folder in folders if _is_no_way(docs / folder)}
    for path in wanted:
        if (no_way and not no_way.isdisjoint(parents(path))) or (path not in ours and is_taken(docs / path)):
            raise ProjectError(
                f"{project.in_docs(path)} cannot be written: what is there was not made by briefgen"
            )


def _is_no_way(folder: PurePath) -> bool:
    """Whether what is there, if anything, is no folder that files may be written into."""
    return is_link(folder) or (exists(folder) and not is_folder(folder))
