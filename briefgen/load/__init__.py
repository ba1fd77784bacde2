"""Loading: from a folder to the texts and bytes in it. The only reader of the authors' files."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report, Rule, Told
from briefgen.disk.reading import (
    Kind,
    files_below,
    is_file,
    is_folder,
    is_link,
    is_taken,
    look_at,
    names_in,
    packaged,
    read,
    read_if_there,
    real_place,
    sha256_of,
)
from briefgen.load.names import (
    NEEDED_BIBLIOGRAPHY,
    NEEDED_CAPTURES,
    NEEDED_SETTINGS,
    Needed,
    meant_as,
    misnamed,
    passed_over,
)
from briefgen.load.texts import decode_text
from briefgen.model.capture import Blob
from briefgen.model.card import CardParts
from briefgen.model.layout import project
from briefgen.model.layout.ways import stays_inside
from briefgen.model.manifest import Manifest
from briefgen.model.project import ProjectError, ProjectFiles
from briefgen.model.settings import Settings
from briefgen.text import TextFile

OUR_FONTS = ("typefaces/files/brief-serif-600.ttf", "typefaces/files/brief-serif-400.ttf")


def load_files(root: PurePath) -> Told[ProjectFiles]:
    """Read a project.

    A text with bytes that are not UTF-8, or with NUL characters, is told and read with U+FFFD in their
    place, so that everything else in it can be checked too. Files that cannot be read are told and left
    out. Raises ProjectError where `root` is no project.
    """
    if not is_folder(root):
        raise ProjectError(f"{root} is not a folder")
    if not is_folder(root / project.SOURCES):
        raise ProjectError(
            f"{root} has no folder {project.SOURCES}/: go to the project's folder, or name it with --root DIR"
        )
    real_root = real_place(root)
    findings: list[Diagnostic] = []
    report = findings.append
    found = _found(real_root, project.SOURCES, report)
    refused = bool(findings)
    seeds = _found(real_root, project.SEEDS, report)
    around = (*found, *seeds, *_beside(real_root, report))
    bibliography = _needed(NEEDED_BIBLIOGRAPHY, around, report)
    captures = _needed(NEEDED_CAPTURES, around, report)
    settings = _needed(NEEDED_SETTINGS, around, report)
    texts = [entry for entry in found if entry.path.endswith(".md")]
    contexts = [entry for entry in texts if entry.path.startswith(f"{project.CONTEXTS}/")]
    briefs = [entry for entry in texts if not entry.path.startswith(f"{project.CONTEXTS}/")]
    if not briefs and not refused:  # otherwise the briefs may be among what was refused
        message = "there is no annotated source file (.md) in here"
        hint = f"write the first one, as in `{project.SOURCES}/kursk-sappers.md`"
        _report_file(report, rules.NO_BRIEFS, project.SOURCES, message, hint)
    meant = {file.path for file in (bibliography, captures, settings) if file}
    for entry in found:
        if entry.path not in meant and (stray := passed_over(entry.path)):
            report(stray)
    files = ProjectFiles(
        briefs=_texts(briefs, report),
        contexts=_texts(contexts, report),
        bibliography=bibliography,
        captures=captures,
        settings=settings,
        blobs=tuple(blob for entry in seeds if (blob := _read_blob(entry, report))),
        written=_written(root / project.DOCS),
        lock=_named(found, project.LOCK, report),
    )
    return Told(files, tuple(findings))


def load_card_parts(root: PurePath, settings: Settings) -> Told[CardParts]:
    """Our fonts with those that the settings name and that are there, and the logo; nothing without a use."""
    if not settings.has_address:
        return Told(CardParts())
    findings: list[Diagnostic] = []
    real_root = real_place(root)
    fonts = [_packaged(path) for path in OUR_FONTS]
    fonts += [_project_blob(real_root, name.name, findings.append) for name in settings.card_fonts]
    mark = None
    if stays_inside(settings.logo):
        # As MkDocs looks for it: a file of docs/ goes before one of the theme.
        own = _project_blob(real_root, project.in_docs(settings.logo), findings.append)
        mark = own or _packaged(f"theme/{settings.logo}")
    return Told(CardParts(tuple(font for font in fonts if font), mark), tuple(findings))


# ------------------------------------------------------------------------------------ finding files


@dataclass(frozen=True, slots=True)
class _Found:
    """A file: `path` as we speak of it (relative, ``/``, NFC), and `real`, what to open."""

    path: str
    real: PurePath


def _found(root: PurePath, top: str, report: Report) -> tuple[_Found, ...]:
    """The files at or below `top`, sorted by path; none where it does not exist."""
    if not is_taken(root / top):
        return ()
    return tuple(sorted(_walk(root, root / top, (), report), key=lambda entry: (entry.path, str(entry.real))))


def _walk(root: PurePath, place: PurePath, above: tuple[PurePath, ...], report: Report) -> Iterator[_Found]:
    written = unicodedata.normalize("NFC", place.relative_to(root).as_posix())
    path = written.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if path != written:
        _report_file(report, rules.UNREADABLE_NAME, path, "this file's name is not UTF-8", "rename the file")
        return
    try:
        seen = look_at(place, root)
        match seen.kind:
            case Kind.OUTSIDE:
                _report_file(
                    report,
                    rules.OUTSIDE_PROJECT,
                    path,
                    f"this is a link to {seen.real}, outside the project",
                    "put the file itself here: a project has to be whole wherever it is copied to",
                )
            case Kind.FOLDER if seen.real in above:
                pass  # a link to a folder above it would lead round and round
            case Kind.FOLDER:
                for name in names_in(place):
                    if not _is_ignored(name):
                        yield from _walk(root, place / name, (*above, seen.real), report)
            case Kind.FILE:
                yield _Found(path, place)
            case Kind.OTHER:
                _report_file(report, rules.UNREADABLE_FILE, path, "this is not an ordinary file")
    except (OSError, RuntimeError) as error:  # RuntimeError: Python 3.11 and 3.12 say a loop of links so
        _report_unreadable(report, path, error)


def _beside(root: PurePath, report: Report) -> tuple[_Found, ...]:
    """The files beside `sources/` that were meant to be one of those we need, and mkdocs.yml."""
    beside = (name for name in names_in(root) if not is_folder(root / name))
    needed = (NEEDED_BIBLIOGRAPHY, NEEDED_CAPTURES, NEEDED_SETTINGS)
    likely = {project.SETTINGS} | {
        path for path in beside for one in needed if not _is_ignored(path) and meant_as(one, [path])
    }
    return tuple(entry for path in sorted(likely) for entry in _found(root, path, report))


def _needed(needed: Needed, entries: Sequence[_Found], report: Report) -> TextFile | None:
    """A file that checks rest on; where only another one was meant to be it, that is said, and it is read.

    Everything else in it can then be checked too, and the project is not fit to be published all the same.
    """
    paths = [entry.path for entry in entries]
    if needed.path in paths:
        return _named(entries, needed.path, report)
    meant = meant_as(needed, paths)
    if not meant:
        return None
    report(misnamed(needed, meant[0]))
    return _named(entries, meant[0], report)


def _is_ignored(name: str) -> bool:
    """Whether a name is a hidden file's or an editor's backup's."""
    return name.startswith(".") or name.endswith("~") or (name.startswith("#") and name.endswith("#"))


# ------------------------------------------------------------------------------------ reading files


def _texts(entries: Iterable[_Found], report: Report) -> tuple[TextFile, ...]:
    return tuple(file for entry in entries if (file := _read_text(entry, report)))


def _named(entries: Iterable[_Found], path: str, report: Report) -> TextFile | None:
    return next((_read_text(entry, report) for entry in entries if entry.path == path), None)


def _read_blob(entry: _Found, report: Report) -> Blob | None:
    data = _read_bytes(entry, report)
    return None if data is None else Blob(entry.path, data, sha256_of(data))


def _read_text(entry: _Found, report: Report) -> TextFile | None:
    data = _read_bytes(entry, report)
    return None if data is None else decode_text(entry.path, data, report)


def _read_bytes(entry: _Found, report: Report) -> bytes | None:
    try:
        return read(entry.real)
    except OSError as error:
        _report_unreadable(report, entry.path, error)
        return None


# ------------------------------------------------------------------------------ what cards are made with


def _project_blob(root: PurePath, path: str, report: Report) -> Blob | None:
    path = unicodedata.normalize("NFC", path)
    found = _found(root, path, report)
    return next((_read_blob(entry, report) for entry in found if entry.path == path), None)


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
    return tuple(
        path
        for path in files_below(docs)
        if path != project.MANIFEST
        and not project.is_unfinished(path.rpartition("/")[2])
        and not _is_ours(manifest, path, docs / path)
    )


def _as_json(data: bytes) -> str:
    """The text of a manifest; none, which is none either, where it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _is_ours(manifest: Manifest, path: str, place: PurePath) -> bool:
    if path not in manifest or is_link(place) or not is_file(place):
        return False
    return manifest.owns(path, sha256_of(read(place)))


# ----------------------------------------------------------------------------------------- findings


def _report_file(report: Report, rule: Rule, path: str, message: str, hint: str | None = None) -> None:
    report(Diagnostic(rule, TextFile(path, "").span(0, 0), message, hint=hint))


def _report_unreadable(report: Report, path: str, error: OSError | RuntimeError) -> None:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    _report_file(report, rules.UNREADABLE_FILE, path, f"this cannot be read: {words}")
