"""Loading: from a folder to the texts and bytes in it. The only reader of the authors' files."""

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from briefgen import rules
from briefgen.decode.excluded import excluded_pages
from briefgen.decode.settings import decode_limits, decode_style
from briefgen.diagnostics import Diagnostic, Report, Told
from briefgen.disk.hashes import hashes_of, sha256_of
from briefgen.disk.packaged import packaged
from briefgen.disk.reading import (
    files_below,
    is_folder,
    is_ignored,
    names_in,
    read_if_there,
    real_place,
)
from briefgen.load.builder import look_at_builders_files
from briefgen.load.entries import Found, files_at, look_through_docs, read_blob, read_text, report_file
from briefgen.load.libraries import read_libraries
from briefgen.load.meant import (
    NEEDED_BIBLIOGRAPHY,
    NEEDED_CAPTURES,
    NEEDED_SETTINGS,
    Needed,
    is_about_the_folder,
    meant_as,
    misnamed,
    passed_over,
)
from briefgen.model.capture import Blob
from briefgen.model.card import CardParts
from briefgen.model.layout import project
from briefgen.model.layout.ways import stays_inside
from briefgen.model.limits import SETTINGS, Limit, Limits
from briefgen.model.manifest import Manifest
from briefgen.model.project import ProjectError, ProjectFiles
from briefgen.model.settings import Settings
from briefgen.text import TextFile

OUR_FONTS = ("typefaces/files/brief-serif-600.ttf", "typefaces/files/brief-serif-400.ttf")


def load_files(root: PurePath, only: frozenset[str] | None = None) -> Told[ProjectFiles]:
    """Read a project; with `only`, of its briefs just those, and nothing of ``docs/``.

    A text with bytes that are not UTF-8, or with NUL characters, is told and read with U+FFFD in their
    place, so that everything else in it can be checked too. Files that cannot be read are told and left
    out. Raises ProjectError where `root` is no project.
    """
    if not is_folder(root):
        raise ProjectError(f"{root} is not a folder")
    if not is_folder(root / project.SOURCES):
        raise ProjectError(
            f"{root} has no folder {project.SOURCES}/: go to the project's folder, or name it with --root DIR"
            "; `briefgen init` begins a project"
        )
    real_root = real_place(root)
    findings: list[Diagnostic] = []
    report = findings.append
    found = files_at(real_root, project.SOURCES, report)
    refused = bool(findings)
    seeds = files_at(real_root, project.SEEDS, report)
    around = (*found, *seeds, *_beside(real_root, report))
    settings = _needed(NEEDED_SETTINGS, around, SETTINGS, report)
    limits = decode_limits(settings)
    bibliography = read_libraries(found, limits.list, report)
    if not bibliography:
        meant_for_it = _needed(NEEDED_BIBLIOGRAPHY, around, limits.list, report)
        bibliography = (meant_for_it,) if meant_for_it else ()
    captures = _needed(NEEDED_CAPTURES, around, limits.list, report)
    texts = [one for one in found if one.path.endswith(".md") and not is_about_the_folder(one.path)]
    contexts = [entry for entry in texts if entry.path.startswith(f"{project.CONTEXTS}/")]
    briefs = [entry for entry in found if _is_brief(entry.path)]
    style = _style(real_root, decode_style(settings), limits.text, report)
    meant = {file.path for file in (*bibliography, captures, settings, style) if file}
    strays = [one for entry in found if entry.path not in meant and (one := passed_over(entry.path))]
    findings += strays
    written = _written(root / project.DOCS) if only is None else ()
    pages = look_through_docs(real_root, written, limits, excluded_pages(settings), report)
    if not briefs and not refused and not pages.citing:  # else the briefs may be among what was refused
        message = "there is no annotated source file (.md) in here"
        hint = 'begin the first one with `briefgen new "Title"`'
        report_file(report, rules.NO_BRIEFS, project.SOURCES, message, hint)
    if settings:
        look_at_builders_files(real_root, settings, report)
    files = ProjectFiles(
        briefs=_texts((one for one in briefs if only is None or one.path in only), limits.text, report),
        contexts=_texts(contexts, limits.text, report),
        bibliography=bibliography,
        captures=captures,
        settings=settings,
        blobs=tuple(blob for entry in seeds if (blob := read_blob(entry, limits.capture, report))),
        written=written,
        lock=_named(found, project.LOCK, limits.list, report),
        style=style,
        passed_over=tuple(one.span.path for one in strays),
        including=pages.including,
        published=_named(found, project.PUBLISHED, limits.list, report),
        citing=pages.citing,
    )
    return Told(files, tuple(findings))


def has_briefs(root: PurePath) -> bool:
    """Whether there are briefs; what is wrong with a file is told where it is read."""
    found = files_at(real_place(root), project.SOURCES, lambda _: None)
    return any(_is_brief(one.path) for one in found)


def _is_brief(path: str) -> bool:
    is_text = path.endswith(".md") and not is_about_the_folder(path)
    return is_text and not path.startswith(f"{project.CONTEXTS}/")


def load_card_parts(root: PurePath, settings: Settings) -> Told[CardParts]:
    """Our fonts with those that the settings name and that are there, and the logo; nothing without a use."""
    if not settings.has_address:
        return Told(CardParts())
    findings: list[Diagnostic] = []
    real_root = real_place(root)
    fonts = [_packaged(path) for path in OUR_FONTS]
    limit = settings.sizes.capture
    fonts += [_project_blob(real_root, name.name, limit, findings.append) for name in settings.card_fonts]
    mark = None
    if stays_inside(settings.logo):
        # As MkDocs looks for it: a file of docs/ goes before one of the theme.
        own = _project_blob(real_root, project.in_docs(settings.logo), limit, findings.append)
        mark = own or _packaged(f"theme/{settings.logo}")
    return Told(CardParts(tuple(font for font in fonts if font), mark), tuple(findings))


# ------------------------------------------------------------------------------------ finding files


def _beside(root: PurePath, report: Report) -> tuple[Found, ...]:
    """The files beside `sources/` that were meant to be one of those we need, and mkdocs.yml."""
    beside = (name for name in names_in(root) if not is_folder(root / name))
    needed = (NEEDED_BIBLIOGRAPHY, NEEDED_CAPTURES, NEEDED_SETTINGS)
    likely = {project.SETTINGS} | {
        path for path in beside for one in needed if not is_ignored(path) and meant_as(one, [path])
    }
    return tuple(entry for path in sorted(likely) for entry in files_at(root, path, report))


def _needed(needed: Needed, entries: Sequence[Found], limit: Limit, report: Report) -> TextFile | None:
    """A file that checks rest on; where only another one was meant to be it, that is said, and it is read.

    Everything else in it can then be checked too, and the project is not fit to be published all the same.
    """
    paths = [entry.path for entry in entries]
    if needed.path in paths:
        return _named(entries, needed.path, limit, report)
    meant = meant_as(needed, paths)
    if not meant:
        return None
    report(misnamed(needed, meant[0]))
    return _named(entries, meant[0], limit, report)


# ------------------------------------------------------------------------------------ reading files


def size_limits(root: PurePath) -> Limits:
    """How large files may be, as the settings of a project say; the usual limits where there are none."""
    entries = files_at(real_place(root), project.SETTINGS, lambda _: None)
    return decode_limits(_named(entries, project.SETTINGS, SETTINGS, lambda _: None))


def _style(root: PurePath, path: str, limit: Limit, report: Report) -> TextFile | None:
    """The style of references that the settings name by its path in the project."""
    path = unicodedata.normalize("NFC", path)
    return _named(files_at(root, path, report), path, limit, report) if stays_inside(path) else None


def _texts(entries: Iterable[Found], limit: Limit, report: Report) -> tuple[TextFile, ...]:
    return tuple(file for entry in entries if (file := read_text(entry, limit, report)))


def _named(entries: Iterable[Found], path: str, limit: Limit, report: Report) -> TextFile | None:
    return next((read_text(entry, limit, report) for entry in entries if entry.path == path), None)


# ------------------------------------------------------------------------------ what cards are made with


def _project_blob(root: PurePath, path: str, limit: Limit, report: Report) -> Blob | None:
    path = unicodedata.normalize("NFC", path)
    found = files_at(root, path, report)
    return next((read_blob(entry, limit, report) for entry in found if entry.path == path), None)


def _packaged(path: str) -> Blob | None:
    data = packaged(path)
    return None if data is None else Blob(f"briefgen/{path}", data, sha256_of(data))


# ----------------------------------------------------------------------------------- what is in docs


def _written(docs: PurePath) -> tuple[str, ...]:
    """The files of docs/ that are not ours: not in the manifest, or changed since we wrote them.

    A link counts as one file, wherever it leads.
    """
    data = read_if_there(docs / project.MANIFEST)
    manifest = Manifest() if data is None else Manifest.decode(_as_json(data))
    paths = [
        path
        for path in files_below(docs, lenient=True)
        if path != project.MANIFEST and not project.is_unfinished(path.rpartition("/")[2])
    ]
    hashes = hashes_of(docs, [path for path in paths if path in manifest])
    return tuple(path for path in paths if path not in hashes or not manifest.owns(path, hashes[path]))


def _as_json(data: bytes) -> str:
    """The text of a manifest; none, which is none either, where it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
