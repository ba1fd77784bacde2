"""Loading: from a folder to the texts and bytes in it. The only reader of the authors' files."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report, Rule, Told
from briefgen.load.names import BIBLIOGRAPHY, CAPTURES, SETTINGS, Needed, meant_as, misnamed, passed_over
from briefgen.model.capture import Blob
from briefgen.model.card import CardParts
from briefgen.model.lock import LOCK_PATH
from briefgen.model.manifest import MANIFEST_NAME, Manifest, is_unfinished, stays_inside
from briefgen.model.project import ProjectError, ProjectFiles
from briefgen.model.settings import Settings
from briefgen.text import TextFile

CONTEXT = "sources/context/"
BOM = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
OUR_FONTS = ("typefaces/files/brief-serif-600.ttf", "typefaces/files/brief-serif-400.ttf")


def load_files(root: Path) -> Told[ProjectFiles]:
    """Read a project.

    A text with bytes that are not UTF-8, or with NUL characters, is told and read with U+FFFD in their
    place, so that everything else in it can be checked too. Files that cannot be read are told and left
    out. Raises ProjectError where `root` is no project.
    """
    if not root.is_dir():
        raise ProjectError(f"{root} is not a folder")
    if not (root / "sources").is_dir():
        raise ProjectError(
            f"{root} has no folder sources/: go to the project's folder, or name it with --root DIR"
        )
    real_root = root.resolve()
    findings: list[Diagnostic] = []
    report = findings.append
    found = _found(real_root, "sources", report)
    refused = bool(findings)
    seeds = _found(real_root, "seeds", report)
    around = (*found, *seeds, *_beside(real_root, report))
    bibliography = _needed(BIBLIOGRAPHY, around, report)
    captures = _needed(CAPTURES, around, report)
    settings = _needed(SETTINGS, around, report)
    texts = [entry for entry in found if entry.path.endswith(".md")]
    briefs = [entry for entry in texts if not entry.path.startswith(CONTEXT)]
    contexts = [entry for entry in texts if entry.path.startswith(CONTEXT)]
    if not briefs and not refused:  # otherwise the briefs may be among what was refused
        message = "there is no annotated source file (.md) in here"
        hint = "write the first one, as in `sources/kursk-sappers.md`"
        _report_file(report, rules.NO_BRIEFS, "sources", message, hint)
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
        written=_written(root / "docs"),
        lock=_named(found, LOCK_PATH, report),
    )
    return Told(files, tuple(findings))


def load_card_parts(root: Path, settings: Settings) -> Told[CardParts]:
    """Our fonts with those that the settings name and that are there, and the logo; nothing without a use."""
    if not settings.has_address:
        return Told(CardParts())
    findings: list[Diagnostic] = []
    real_root = root.resolve()
    fonts = [_packaged(path) for path in OUR_FONTS]
    fonts += [_project_blob(real_root, name.name, findings.append) for name in settings.card_fonts]
    mark = None
    if stays_inside(settings.logo):
        # As MkDocs looks for it: a file of docs/ goes before one of the theme.
        own = _project_blob(real_root, f"docs/{settings.logo}", findings.append)
        mark = own or _packaged(f"theme/{settings.logo}")
    return Told(CardParts(tuple(font for font in fonts if font), mark), tuple(findings))


# ------------------------------------------------------------------------------------ finding files


@dataclass(frozen=True, slots=True)
class _Found:
    """A file: `path` as we speak of it (relative, ``/``, NFC), and `real`, what to open."""

    path: str
    real: Path


def _found(root: Path, top: str, report: Report) -> tuple[_Found, ...]:
    """The files at or below `top`, sorted by path; none where it does not exist."""
    if not os.path.lexists(root / top):
        return ()
    return tuple(sorted(_walk(root, root / top, (), report), key=lambda entry: (entry.path, str(entry.real))))


def _walk(root: Path, place: Path, above: tuple[Path, ...], report: Report) -> Iterator[_Found]:
    name = unicodedata.normalize("NFC", place.relative_to(root).as_posix())
    path = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if path != name:
        _report_file(report, rules.UNREADABLE_NAME, path, "this file's name is not UTF-8", "rename the file")
        return
    try:
        real = place.resolve(strict=True)
        if not real.is_relative_to(root):
            _report_file(
                report,
                rules.OUTSIDE_PROJECT,
                path,
                f"this is a link to {real}, outside the project",
                "put the file itself here: a project has to be whole wherever it is copied to",
            )
        elif real.is_dir():
            # A link to a folder above it would lead round and round.
            if real not in above:
                for child in sorted(place.iterdir()):
                    if not _is_ignored(child.name):
                        yield from _walk(root, child, (*above, real), report)
        elif stat.S_ISREG(real.stat().st_mode):
            yield _Found(path, place)
        else:
            _report_file(report, rules.UNREADABLE_FILE, path, "this is not an ordinary file")
    except (OSError, RuntimeError) as error:  # RuntimeError: Python 3.11 and 3.12 say a loop of links so
        _report_unreadable(report, path, error)


def _beside(root: Path, report: Report) -> tuple[_Found, ...]:
    """The files beside `sources/` that were meant to be one of those we need, and mkdocs.yml."""
    beside = (place.name for place in sorted(root.iterdir()) if not place.is_dir())
    needed = (BIBLIOGRAPHY, CAPTURES, SETTINGS)
    likely = {SETTINGS.path} | {
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
    return None if data is None else Blob(entry.path, data, hashlib.sha256(data).hexdigest())


def _read_text(entry: _Found, report: Report) -> TextFile | None:
    data = _read_bytes(entry, report)
    return None if data is None else _decode_text(entry.path, data, report)


def _read_bytes(entry: _Found, report: Report) -> bytes | None:
    try:
        return entry.real.read_bytes()
    except OSError as error:
        _report_unreadable(report, entry.path, error)
        return None


def _decode_text(path: str, data: bytes, report: Report) -> TextFile:
    """The text of a file: UTF-8 without byte order mark, ``\\n`` line ends, U+FFFD for what is no text."""
    body = data.removeprefix(BOM)
    text = _with_plain_line_ends(body.decode("utf-8", "replace"))
    file = TextFile(path, text.replace("\0", REPLACEMENT))
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        start = len(_with_plain_line_ends(body[: error.start].decode("utf-8")))
        report(_not_utf8(file, start, body, error))
    nul = text.find("\0")
    if nul >= 0:
        more = text.count("\0") - 1
        message = "a NUL character stands here" + (f", and {more} more below" if more else "")
        span = file.span(nul, nul + 1)
        report(Diagnostic(rules.NUL_CHARACTER, span, message, hint=_encoding_hint(data, "delete it")))
    return file


def _not_utf8(file: TextFile, start: int, body: bytes, error: UnicodeDecodeError) -> Diagnostic:
    wrong = body[error.start : error.end]
    message = f"{'byte' if len(wrong) == 1 else 'bytes'} 0x{wrong.hex(' ')} here: this is not UTF-8"
    in_windows = wrong.decode("cp1252", "replace")
    likely = len(wrong) == 1 and in_windows != REPLACEMENT
    notes = (f"in the encoding Windows-1252 this is “{in_windows}”",) if likely else ()
    hint = _encoding_hint(body, "save the file in the encoding UTF-8")
    return Diagnostic(rules.NOT_UTF8, file.span(start, start + 1), message, notes, hint)


def _encoding_hint(data: bytes, otherwise: str) -> str:
    looks_like_utf16 = data.startswith(UTF16_MARKS) or data.count(b"\0") * 3 > len(data)
    return "save the file as UTF-8: it looks like UTF-16" if looks_like_utf16 else otherwise


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


# ------------------------------------------------------------------------------ what cards are made with


def _project_blob(root: Path, path: str, report: Report) -> Blob | None:
    path = unicodedata.normalize("NFC", path)
    found = _found(root, path, report)
    return next((_read_blob(entry, report) for entry in found if entry.path == path), None)


def _packaged(path: str) -> Blob | None:
    place = resources.files("briefgen").joinpath(path)
    if not place.is_file():
        return None
    data = place.read_bytes()
    return Blob(f"briefgen/{path}", data, hashlib.sha256(data).hexdigest())


# ----------------------------------------------------------------------------------- what is in docs


def _written(docs: Path) -> tuple[str, ...]:
    """The files of docs/ that are not ours: not in the manifest, or changed since we wrote them.

    A link counts as one file, wherever it leads.
    """
    try:
        manifest = Manifest.decode((docs / MANIFEST_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        manifest = Manifest()
    except UnicodeDecodeError:
        manifest = Manifest.decode("")
    written = []
    for folder, folders, names in os.walk(docs):
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*names, *linked):
            place = Path(folder, name)
            path = place.relative_to(docs).as_posix()
            if path != MANIFEST_NAME and not is_unfinished(name) and not _is_ours(manifest, path, place):
                written.append(path)
    return tuple(sorted(written))


def _is_ours(manifest: Manifest, path: str, place: Path) -> bool:
    if path not in manifest or place.is_symlink() or not place.is_file():
        return False
    return manifest.owns(path, hashlib.sha256(place.read_bytes()).hexdigest())


# ----------------------------------------------------------------------------------------- findings


def _report_file(report: Report, rule: Rule, path: str, message: str, hint: str | None = None) -> None:
    report(Diagnostic(rule, TextFile(path, "").span(0, 0), message, hint=hint))


def _report_unreadable(report: Report, path: str, error: OSError | RuntimeError) -> None:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    _report_file(report, rules.UNREADABLE_FILE, path, f"this cannot be read: {words}")
