"""Files of a project, found and read: what may not be, or cannot be, is a finding at its place."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from briefgen import rules
from briefgen.decode.excluded import Excluded
from briefgen.diagnostics import Diagnostic, Report, Rule
from briefgen.disk.hashes import sha256_of
from briefgen.disk.reading import DiskEntry, DiskKind, read, size_of, walk
from briefgen.load.texts import decode_text
from briefgen.model.address import MOST_BYTES
from briefgen.model.by_hand import MAY_CITE
from briefgen.model.capture import Blob
from briefgen.model.included import ATTRIBUTE
from briefgen.model.layout import project
from briefgen.model.layout.pages import ENDING
from briefgen.model.limits import Limit, Limits, TooLargeError, too_large
from briefgen.text import Span, TextFile

_WHOLE = "put the file itself here: a project has to be whole wherever it is copied to"


@dataclass(frozen=True, slots=True)
class Found:
    """A file: `path` as we speak of it (relative, ``/``, NFC), and `real`, what to open."""

    path: str
    real: PurePath


def files_at(root: PurePath, top: str, report: Report) -> tuple[Found, ...]:
    """The files at or below `top`, sorted by path; none where it does not exist."""
    entries = _fit(walk(root, top, hidden=False), report)
    return tuple(sorted(entries, key=lambda entry: (entry.path, str(entry.real))))


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of ``docs/`` by hand that may include a list of ours, and those that may cite works."""

    including: tuple[TextFile, ...]
    citing: tuple[TextFile, ...]


def look_through_docs(
    root: PurePath, hand_written: Sequence[str], limits: Limits, excluded: Excluded, report: Report
) -> Pages:
    """The pages of ``docs/`` by hand that are of interest here.

    Reports what no builder of sites may be given: it opens and copies whatever lies there. `hand_written` are
    the paths in there of all files that are not ours, `excluded` says which of them the builder passes over.
    """
    names = (unicodedata.normalize("NFC", path) for path in hand_written if path.endswith(ENDING))
    pages = {project.in_docs(name) for name in names}
    including, citing = [], []
    for entry in _fit(walk(root, project.DOCS, hidden=True), report):
        if entry.path == project.DOCS:
            report_file(report, rules.UNREADABLE_FILE, entry.path, "this is not a folder")
        elif entry.path in pages and size_of(entry.real) <= limits.text.bytes:
            data = read(entry.real, limits.text)
            includes, cites = ATTRIBUTE.encode() in data, MAY_CITE.search(data) is not None
            cites = cites and not excluded.has(project.of_docs(entry.path))
            if includes or cites:
                # What is wrong with the bytes of a page that only may cite is the business of its builder.
                file = decode_text(entry.path, data, report if includes else _ignore)
                including += [file] * includes
                citing += [file] * cites
    for path in hand_written:
        stem = path.rpartition("/")[2].removesuffix(ENDING)
        if path.endswith(ENDING) and len(stem.encode(errors="surrogateescape")) > MOST_BYTES:
            message = (
                f"this page's name has more than {MOST_BYTES} bytes, with which it has no file in the site"
            )
            report_file(report, rules.NAME_TOO_LONG, project.in_docs(path), message, "choose a shorter one")
        limit = limits.text if path.endswith(ENDING) else limits.asset
        size = size_of(root / project.DOCS / path)
        if size > limit.bytes:
            _report_too_large(report, project.in_docs(path), size, limit)
    return Pages(_sorted(including), _sorted(citing))


def read_blob(entry: Found, limit: Limit, report: Report) -> Blob | None:
    """A file as bytes; None where it cannot be read, which is reported."""
    data = _read_bytes(entry, limit, report)
    return None if data is None else Blob(entry.path, data, sha256_of(data))


def read_text(entry: Found, limit: Limit, report: Report) -> TextFile | None:
    """A file as a text; None where it cannot be read, which is reported."""
    data = _read_bytes(entry, limit, report)
    return None if data is None else decode_text(entry.path, data, report)


def text_of(path: str, text: str, limit: Limit, report: Report) -> TextFile | None:
    """A text as if it had been read from a file; None where that would be too large, which is reported."""
    data = text.encode("utf-8", "replace")
    if len(data) > limit.bytes:
        _report_too_large(report, path, len(data), limit)
        return None
    return decode_text(path, data, report)


def report_file(report: Report, rule: Rule, path: str, message: str, hint: str | None = None) -> None:
    """Report something about a file as a whole."""
    report(Diagnostic(rule, TextFile(path, "").span(0, 0), message, hint=hint))


def fault_of(seen: DiskEntry, at: Span) -> Diagnostic | None:
    """What is wrong with a place that must be the project's own, said `at` the text that names it."""
    match seen.kind:
        case DiskKind.FILE | DiskKind.FOLDER:
            return None
        case DiskKind.OUTSIDE:
            message = f"this is a link to {seen.real}, outside the project"
            return Diagnostic(rules.OUTSIDE_PROJECT, at, message, hint=_WHOLE)
        case DiskKind.HIDDEN:
            message = f"this is a link to {seen.real}, which is hidden and no part of what is published"
            return Diagnostic(rules.OUTSIDE_PROJECT, at, message, hint=_WHOLE)
        case DiskKind.OTHER:
            return Diagnostic(rules.UNREADABLE_FILE, at, "this is not an ordinary file")
        case DiskKind.ENDLESS:
            message = "links lead into this folder again and again"
            return Diagnostic(rules.UNREADABLE_FILE, at, message, hint="keep one of them")
        case DiskKind.UNREADABLE:
            return Diagnostic(rules.UNREADABLE_FILE, at, f"this cannot be read: {seen.why}")


def _fit(walked: Iterable[tuple[str, DiskEntry]], report: Report) -> Iterator[Found]:
    """The files that may be read; the others are reported."""
    unnamed: set[str] = set()
    for raw, seen in walked:
        written = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
        path = raw if raw.isascii() else _in_utf_8(written)
        if path != written:
            bad = _up_to_the_first(path.split("/"), written.split("/"))
            if bad not in unnamed:  # of a folder with such a name that is said once
                report_file(
                    report, rules.UNREADABLE_NAME, bad, "this file's name is not UTF-8", "rename the file"
                )
            unnamed.add(bad)
        elif seen.kind is not DiskKind.FILE and (fault := fault_of(seen, TextFile(path, "").span(0, 0))):
            report(fault)
        else:
            yield Found(path, seen.real)


def _in_utf_8(name: str) -> str:
    """A name as it can be shown: what of it is not UTF-8, as the bytes that it is."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _sorted(files: Iterable[TextFile]) -> tuple[TextFile, ...]:
    return tuple(sorted(files, key=lambda file: file.path))


def _ignore(_: Diagnostic) -> None:
    pass


def _up_to_the_first(shown: Sequence[str], written: Sequence[str]) -> str:
    """The path up to the first name that cannot be shown as it is written."""
    first = next(i for i, (one, other) in enumerate(zip(shown, written, strict=True)) if one != other)
    return "/".join(shown[: first + 1])


def _read_bytes(entry: Found, limit: Limit, report: Report) -> bytes | None:
    try:
        return read(entry.real, limit)
    except TooLargeError as error:
        _report_too_large(report, entry.path, error.size, error.limit)
    except OSError as error:
        why = error.strerror or str(error)
        report_file(report, rules.UNREADABLE_FILE, entry.path, f"this cannot be read: {why}")
    return None


def _report_too_large(report: Report, path: str, size: int, limit: Limit) -> None:
    hint = f"if it is meant to be so large, raise `{limit.setting}`" if limit.setting else None
    report_file(report, rules.FILE_TOO_LARGE, path, too_large(size, limit), hint)
