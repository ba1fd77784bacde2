"""What `check --fix` does: mechanical repairs at the places of findings, and nothing else in any file."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from briefgen.cache.store import Loaded
from briefgen.diagnostics import Diagnostic, Edit
from briefgen.disk.reading import read
from briefgen.disk.writing import own_place, replace_file
from briefgen.each import Each
from briefgen.model.project import ProjectFiles
from briefgen.pipeline import compile_briefs
from briefgen.text import TextFile

_ROUNDS = 10
"""How often what was repaired is looked at again: a repair may show the next one."""
_TRIES = 50
"""How many repairs that are not sure are tried, one by one."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Repair:
    """A file before and after, letter for letter, and how many places of it were repaired."""

    path: str
    before: bytes
    after: bytes
    places: int

    def diff(self) -> str:
        """What is changed, as a unified diff."""
        before, after = (data.decode().splitlines(keepends=True) for data in (self.before, self.after))
        return "".join(difflib.unified_diff(before, after, f"a/{self.path}", f"b/{self.path}"))


def find_repairs(root: PurePath, loaded: Loaded, each: Each) -> tuple[Repair, ...]:
    """What can be repaired in the briefs and context boxes; nothing is written. Raises OSError."""
    texts: dict[str, str] = {}
    places: dict[str, int] = {}
    findings = compile_briefs(root, loaded.asked, loaded, each).findings
    for _ in range(_ROUNDS):
        edits = _edits(findings, loaded, sure=True)
        changed = {
            path: text
            for path, some in edits.items()
            if (text := _apply(root, path, texts, some)) is not None
        }
        if not changed:
            break
        trial = _with_texts(loaded, {**texts, **changed})
        after = compile_briefs(root, loaded.asked, trial, each).findings
        if len(after) > len(findings):
            break  # a repair that brings more than it takes away is none
        findings, loaded = after, trial
        texts |= changed
        for path in changed:
            places[path] = places.get(path, 0) + len(edits[path])
    refused: set[tuple[str, str]] = set()
    for _ in range(_TRIES):
        unsure = (
            edit
            for some in _edits(findings, loaded, sure=False).values()
            for edit in some
            if _line_of(edit) not in refused
        )
        edit = next(unsure, None)
        if edit is None:
            break
        path = edit.span.path
        text = _apply(root, path, texts, [edit])
        trial = loaded if text is None else _with_texts(loaded, {**texts, path: text})
        after = compile_briefs(root, loaded.asked, trial, each).findings
        if text is None or len(after) >= len(findings):
            refused.add(_line_of(edit))
            continue
        findings, loaded = after, trial
        texts[path] = text
        places[path] = places.get(path, 0) + 1
    return tuple(
        Repair(path, _data(root, path), _encoded(_data(root, path), text), places[path])
        for path, text in sorted(texts.items())
    )


def write_repairs(root: PurePath, repairs: Iterable[Repair]) -> None:
    """Write what was repaired. Raises CannotRunError, OSError."""
    for one in repairs:
        replace_file(own_place(root, one.path), one.after, lasting=True)


def edited(raw: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """A text with stretches of it replaced; offsets count each line end as one, whatever it is written as.

    Of edits that meet, the first is made.
    """
    at = _places(raw)
    ending = "\r\n" if "\r\n" in raw else "\n"
    pieces: list[str] = []
    done = 0
    for start, end, text in sorted(edits):
        if at[start] >= done:
            pieces += (raw[done : at[start]], text.replace("\n", ending))
            done = max(at[end], at[start])
    return "".join((*pieces, raw[done:]))


def _places(raw: str) -> list[int]:
    """Where each character of a text with plain line ends stands in the text as it is written."""
    places: list[int] = []
    position = 0
    while position < len(raw):
        places.append(position)
        position += 2 if raw.startswith("\r\n", position) else 1
    return [*places, len(raw)]


def _line_of(edit: Edit) -> tuple[str, str]:
    return edit.span.path, edit.span.file.line_text(edit.span.line)


def _edits(findings: Iterable[Diagnostic], loaded: Loaded, *, sure: bool) -> Mapping[str, list[Edit]]:
    files = loaded.files.value
    fit = {file.path for file in (*files.briefs, *files.contexts)}
    asked = loaded.asked.files
    edits: dict[str, list[Edit]] = {}
    for finding in findings:
        for edit in finding.fix:
            if edit.sure is sure and edit.span.path in fit and (not asked or edit.span.path in asked):
                known = edits.setdefault(edit.span.path, [])
                if edit not in known:
                    known.append(edit)
    return edits


def _apply(root: PurePath, path: str, texts: Mapping[str, str], edits: Iterable[Edit]) -> str | None:
    """The text of a file with edits made; None where it is no text that can be edited, or stays as it is."""
    try:
        raw = texts[path] if path in texts else _data(root, path).removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        return None
    after = edited(raw, [(edit.span.start, edit.span.end, edit.text) for edit in edits])
    return after if after != raw else None


def _data(root: PurePath, path: str) -> bytes:
    return read(own_place(root, path))


def _encoded(before: bytes, text: str) -> bytes:
    return (_BOM if before.startswith(_BOM) else b"") + text.encode()


def _with_texts(loaded: Loaded, texts: Mapping[str, str]) -> Loaded:
    """What was loaded, with other texts in some files."""

    def changed(files: tuple[TextFile, ...]) -> tuple[TextFile, ...]:
        return tuple(
            TextFile(file.path, _plain(texts[file.path])) if file.path in texts else file for file in files
        )

    told = loaded.files
    files: ProjectFiles = told.value
    files = replace(files, briefs=changed(files.briefs), contexts=changed(files.contexts))
    return replace(loaded, files=replace(told, value=files))


def _plain(raw: str) -> str:
    return raw.replace("\r\n", "\n").replace("\r", "\n")
