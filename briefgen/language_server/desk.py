"""A project on which somebody works: its files, the texts that an editor holds, and what is wrong with it."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import PurePath

from briefgen.authoring.rename import texts_beside
from briefgen.cache.kept_results import KeptResults
from briefgen.cache.store import Loaded
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Diagnostic, Told
from briefgen.disk.writing import is_own
from briefgen.each import Item, Needs, Result
from briefgen.language_server.base import (
    Base,
    Beside,
    Looked,
    beside,
    first_base,
    look_at_brief,
    whole_base,
)
from briefgen.load import load_card_parts, load_files
from briefgen.load.entries import text_of
from briefgen.load.laid_over import laid_over
from briefgen.model.asked import Asked
from briefgen.model.layout import project
from briefgen.model.limits import USUAL
from briefgen.model.project import ProjectFiles
from briefgen.model.workspace import VerifiedCorpus
from briefgen.pipeline import compile_briefs
from briefgen.remembered import Memory
from briefgen.terminal.causes import told_once
from briefgen.text import TextFile


class SupersededError(Exception):
    """What is looked through has changed meanwhile."""


@dataclass(frozen=True, slots=True)
class Buffer:
    """A text as an editor holds it, with the number that it gives to this state of it."""

    file: TextFile
    version: int | None


@dataclass(frozen=True, slots=True)
class OfOne:
    """What is wrong with one text, and what that was found from."""

    buffer: Buffer
    base: Base
    findings: tuple[Diagnostic, ...]


class Desk:
    """The project at `root`, which its editor sees at `shown`. `today` says which day it is.

    `hold`, `let_go` and `reload` are for one thread, `begin`, `read_on`, `look` and `keep` for another one,
    and what is asked for any; what they share is replaced as a whole.
    """

    def __init__(self, root: PurePath, shown: PurePath, today: Callable[[], str]) -> None:
        self.root = root
        self.shown = shown
        self._today = today
        self._loaded: Told[ProjectFiles] | None = None
        self._is_stale = True
        self._kept = KeptResults(root, project.KEPT_BRIEFS, remembers=True)
        self._memory = Memory()
        self._answers: Mapping[str, str] = {}
        self._beside: dict[str, Beside] = {}
        self._looked: dict[str, tuple[TextFile, Base, Looked]] = {}
        self._looking = threading.Lock()
        self.buffers: Mapping[str, Buffer] = {}
        self.base: Base | None = None
        self.seen: Mapping[str, Buffer] = {}
        """The texts of its editor that the last look at everything was at."""
        self.edits = 0
        """How often something has changed."""

    # ------------------------------------------------------------------------------- what an editor says

    def hold(self, path: str, text: str, version: int | None) -> Buffer | None:
        """Take over a text that is opened or typed; None for one that is too large to be looked at."""
        self.edits += 1
        file = text_of(path, text.removeprefix("\ufeff"), USUAL.list, lambda _: None)
        if file is None:
            self.let_go(path)
            return None
        known = self.buffers.get(path)
        buffer = replace(known, version=version) if known and known.file == file else Buffer(file, version)
        self.buffers = {**self.buffers, path: buffer}
        return buffer

    def let_go(self, path: str) -> None:
        """A text is closed: what lies on the disk counts again."""
        self.edits += 1
        self.buffers = {one: buffer for one, buffer in self.buffers.items() if one != path}
        self._is_stale = True

    def reload(self) -> None:
        """What lies on the disk may have changed."""
        self.edits += 1
        self._is_stale = True

    # ----------------------------------------------------------------------------------- what is found

    def findings_of(self, path: str) -> OfOne | None:
        """What is wrong with an open brief as it is now; None where that takes a look at everything."""
        base, buffer = self.base, self.buffers.get(path)
        if base is None or buffer is None or not is_brief(path):
            return None
        looked = self.look_at(buffer.file, base)
        known = self._beside.get(path)
        return OfOne(
            buffer, base, known.with_brief(looked.findings, buffer.file) if known else looked.findings
        )

    def look_at(self, file: TextFile, base: Base) -> Looked:
        """One brief by itself, as it was looked at the last time where nothing has changed."""
        with self._looking:  # who asks for the same waits for it, and does not do it a second time
            known = self._looked.get(file.path)
            if known is None or known[0] is not file or not known[1].is_as(base):
                known = file, base, look_at_brief(file, base, self._today())
                self._looked[file.path] = known
            return known[2]

    def look_at_once(self, file: TextFile, base: Base) -> tuple[Diagnostic, ...]:
        """What would be wrong with a brief if it had another text."""
        return look_at_brief(file, base, self._today()).findings

    def by_hand(self) -> tuple[tuple[TextFile, ...], tuple[str, ...]]:
        """The pages of ``docs/`` that were written by hand, and those to which a link leads: no edit is made
        in them. Raises OSError."""
        base = self.base
        if base is None:
            return (), ()
        own: list[str] = []
        linked: list[str] = []
        for path in base.files.written:
            (own if is_own(self.root, project.in_docs(path)) else linked).append(path)
        alone = replace(base.workspace, briefs=(), contexts=())
        texts = tuple(texts_beside(self.root, alone, own, ()))
        return texts, tuple(project.in_docs(path) for path in linked if path.endswith(".md"))

    def text(self, path: str) -> TextFile | None:
        """A text of the project, as its editor has it."""
        if path in self.buffers:
            return self.buffers[path].file
        return self.base.texts.get(path) if self.base else None

    def is_as_it_was(self, found: OfOne) -> bool:
        """Whether what was found of a text was found from what there is now."""
        buffer = self.buffers.get(found.buffer.file.path)
        return self.base is not None and self.base.is_as(found.base) and buffer is found.buffer

    def begin(self) -> None:
        """Read what open briefs are looked at with, and no other. Raises CannotRunError, OSError."""
        buffers = self.buffers
        self.base = first_base(_laid(load_files(self.root, frozenset(buffers)), buffers).value)

    def read_on(self) -> None:
        """Read all other texts. Raises CannotRunError, OSError."""
        if self.base is not None:
            self.base = self.base.with_files(self._files(self.buffers).value)

    def look(self, say: Callable[[str], None] = lambda _: None) -> tuple[Diagnostic, ...]:
        """Look through everything as it is now, and say what is found; `say` is told how far it is.

        Raises SupersededError where that changes meanwhile, and CannotRunError, OSError.
        """
        edits, is_first = self.edits, self.base is None or self.base.verified is None
        buffers = self.buffers
        files = self._files(buffers)
        seen: list[VerifiedCorpus] = []
        rounds = count(1)

        def one_by_one(
            function: Callable[[Item], Result],
            items: Sequence[Item],
            _: Callable[[Item], Needs] | None = None,
            /,
        ) -> list[Result]:
            made, number = [], next(rounds)
            for item in items:
                if self.edits != edits and not is_first:
                    raise SupersededError
                made.append(function(item))
                say(f"step {number}: {len(made):,} of {len(items):,}")
            return made

        parts = load_card_parts(self.root, decode_settings(files.value.settings, lambda _: None))
        loaded = Loaded(Asked(), files, parts, "")
        with self._memory.at_work():
            told = compile_briefs(
                self.root,
                loaded.asked,
                loaded,
                self._kept.each(one_by_one),
                self._answers,
                self._kept.summary,
                today=self._today(),
                see=seen.append,
            )
        self._answers = told.value.answers
        findings = told_once(told.findings)
        base = replace(whole_base(files.value, seen[0], self.base), findings=findings)
        self._beside = {
            one.path: beside(findings, look_at_brief(one, base, self._today()).findings, one)
            for one in files.value.briefs
            if one.path in buffers
        }
        self.base, self.seen = base, buffers
        return findings

    def keep(self) -> None:
        """Keep what was found of single briefs, until something changes; the rest is kept the next time."""
        edits = self.edits
        self._kept.keep(lambda: self.edits == edits)

    def _files(self, buffers: Mapping[str, Buffer]) -> Told[ProjectFiles]:
        """The project as it lies on the disk, with what the editor holds over it."""
        loaded = self._loaded
        if loaded is None or self._is_stale:
            self._is_stale = False
            self._loaded = loaded = load_files(self.root)
        return _laid(loaded, buffers)


def _laid(loaded: Told[ProjectFiles], buffers: Mapping[str, Buffer]) -> Told[ProjectFiles]:
    return laid_over(loaded, {path: one.file.text for path, one in buffers.items()})


def is_brief(path: str) -> bool:
    """Whether a text is a brief, by its path."""
    in_sources = path.startswith(f"{project.SOURCES}/") and path.endswith(".md")
    return in_sources and not path.startswith(f"{project.CONTEXTS}/")
