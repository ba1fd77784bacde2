"""What `check --fix` does: mechanical repairs at the places of findings, and nothing else in any file."""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
    repairing = _Repairing(root, loaded, each)
    for _ in range(_ROUNDS):
        if not repairing.round(sure=True):
            break
    for _ in range(_ROUNDS):
        if not repairing.round(sure=False):
            break
    return repairing.repairs()


class _Repairing:
    """Files that are repaired, and what is found in them as they are by now."""

    def __init__(self, root: PurePath, loaded: Loaded, each: Each) -> None:
        self._root = root
        self._loaded = loaded
        self._each = each
        self._findings = self._found(loaded)
        self._texts: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._refused: set[tuple[str, str, bool]] = set()

    def round(self, *, sure: bool) -> bool:
        """Make the edits there are, of those that are not sure one a file; whether there was any.

        A file in which more is found after that stays as it was; with what is not sure, if not less is.
        """
        edits = {path: some if sure else some[:1] for path, some in self._edits(sure=sure).items()}
        made = {path: (some, text) for path, some in edits.items() if (text := self._applied(path, some))}
        if not made:
            return False
        before = Counter(one.span.path for one in self._findings)
        trial = _with_texts(self._loaded, self._texts | {path: text for path, (_, text) in made.items()})
        found = self._found(trial)
        after = Counter(one.span.path for one in found)
        worse = {path for path in made if after[path] >= before[path] + sure}
        for path in worse:
            self._refused |= {_key(edit) for edit in made.pop(path)[0]}
        for path, (some, text) in made.items():
            self._texts[path] = text
            self._places[path] = self._places.get(path, 0) + len(some)
        if worse:
            trial = _with_texts(self._loaded, self._texts)
            found = self._found(trial)
        self._loaded, self._findings = trial, found
        return True

    def repairs(self) -> tuple[Repair, ...]:
        """What was made of each file."""
        return tuple(
            Repair(path, _data(self._root, path), _encoded(_data(self._root, path), text), self._places[path])
            for path, text in sorted(self._texts.items())
        )

    def _found(self, loaded: Loaded) -> Sequence[Diagnostic]:
        return compile_briefs(self._root, loaded.asked, loaded, self._each).findings

    def _edits(self, *, sure: bool) -> Mapping[str, list[Edit]]:
        files = self._loaded.files.value
        asked = self._loaded.asked.files
        fit = {file.path for file in (*files.briefs, *files.contexts) if not asked or file.path in asked}
        edits: dict[str, list[Edit]] = {}
        for edit in (edit for finding in self._findings for edit in finding.fix):
            known = edits.setdefault(edit.span.path, []) if edit.span.path in fit else None
            if (
                known is not None
                and edit.sure is sure
                and edit not in known
                and _key(edit) not in self._refused
            ):
                known.append(edit)
        return {path: some for path, some in edits.items() if some}

    def _applied(self, path: str, edits: Iterable[Edit]) -> str | None:
        """The text of a file with edits made; None where it is no text that can be edited, or as it was."""
        try:
            known = self._texts.get(path)
            raw = _data(self._root, path).removeprefix(_BOM).decode() if known is None else known
        except UnicodeDecodeError:
            return None
        after = edited(raw, [(edit.span.start, edit.span.end, edit.text) for edit in edits])
        return after if after != raw else None


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


def _key(edit: Edit) -> tuple[str, str, bool]:
    """What an edit is known by while lines above it change."""
    return edit.span.path, f"{edit.span.column} {edit.span.file.line_text(edit.span.line)}", edit.sure


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
