"""One editor: its projects, the texts that it says, and what it was last told of each file."""

import threading
from collections.abc import Callable
from itertools import count
from pathlib import PurePath

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from briefgen.diagnostics import Diagnostic
from briefgen.language_server.answering import Answering
from briefgen.language_server.background import LOG, Background
from briefgen.language_server.desk import Desk
from briefgen.language_server.desks import Desks
from briefgen.language_server.positions import Encoding
from briefgen.language_server.progress import Progress
from briefgen.language_server.wire import diagnostic_of

CHECKED = "$/briefgen/checked"
"""A notification that everything was looked through: of which project, and how much was found."""


class Editor:
    """One editor that is answered: its projects, and what it was last told of each file."""

    def __init__(self, server: LanguageServer, root: PurePath | None, today: Callable[[], str]) -> None:
        self._server = server
        self._told: dict[tuple[PurePath, str], list[lsp.Diagnostic]] = {}
        self._telling = threading.RLock()
        self._failures: dict[PurePath, str] = {}
        self._works: dict[PurePath, Background] = {}
        self._looks = count(1)
        self.encoding = Encoding.UTF16
        self.has_ended = False
        self.renames_files = False
        self.answering = Answering()
        self.desks = Desks(root, today, self._begin)

    # ----------------------------------------------------------------------------------- texts

    def hold(self, uri: str, text: str, version: int | None) -> None:
        """A text is opened, or typed."""
        place = self._place(uri)
        desk, path = self.desks.at(place) if place else (None, "")
        if desk is not None and place is not None:
            desk.hold(path, text, version)
            self._works[desk.root].notice_text(path)
            self._works[desk.root].notice()

    def close(self, uri: str) -> None:
        """A text is closed."""
        desk, path = self.at(uri)
        if desk is not None:
            desk.let_go(path)
            self._works[desk.root].notice()

    def reload(self, uri: str) -> None:
        """What lies on the disk may have changed."""
        desk, _ = self.at(uri)
        if desk is not None:
            desk.reload()
            self._works[desk.root].notice()

    def at(self, uri: str) -> tuple[Desk | None, str]:
        """The project of a file, and its path in there."""
        place = self._place(uri)
        return self.desks.at(place) if place else (None, "")

    def uri_of(self, desk: Desk, path: str) -> str:
        """How an editor calls a file."""
        return str(from_fs_path(str(desk.shown / path)))

    def uris(self, desk: Desk) -> Callable[[str], str]:
        """How an editor calls the files of a project."""
        return lambda path: self.uri_of(desk, path)

    def _place(self, uri: str) -> PurePath | None:
        path = to_fs_path(uri)
        return PurePath(path) if path else None

    # -------------------------------------------------------------------------------- findings

    def _begin(self, desk: Desk) -> None:
        self._works[desk.root] = Background(desk, self._tell_one, self._tell, self._fail, self._showing)
        self._works[desk.root].start()

    def _showing(self, desk: Desk) -> Progress:
        title = f"briefgen: looking through {desk.root.name}"
        return Progress(self._server, f"briefgen/{next(self._looks)}", title)

    def _tell_one(self, desk: Desk, path: str) -> None:
        """What is wrong with an open brief, at once."""
        found = desk.findings_of(path)
        if found is not None:
            with self._telling:
                if desk.is_as_it_was(found):  # else it is looked at again
                    self._publish(desk, path, found.findings)

    def _tell(self, desk: Desk, findings: tuple[Diagnostic, ...] | None) -> None:
        """What is wrong with a whole project; of briefs that were typed meanwhile, as they are now."""
        with self._telling:
            buffers, seen = desk.buffers, desk.seen
            now = {path for path, one in buffers.items() if path not in seen or seen[path].file != one.file}
            if findings is None:
                now = set(buffers)
            else:
                by_path: dict[str, list[Diagnostic]] = {
                    path: [] for root, path in self._told if root == desk.root
                }
                by_path |= {path: [] for path in buffers}
                for one in findings:
                    by_path.setdefault(one.span.path, []).append(one)
                for path, some in by_path.items():
                    if path not in now:
                        self._publish(desk, path, tuple(some))
        for path in sorted(now):
            self._works[desk.root].notice_text(path)
        self._failures.pop(desk.root, None)
        if findings is not None and not now:
            self._server.protocol.notify(CHECKED, {"root": str(desk.root), "findings": len(findings)})

    def _publish(self, desk: Desk, path: str, findings: tuple[Diagnostic, ...]) -> None:
        told = [diagnostic_of(one, self.encoding) for one in findings]
        buffer = desk.buffers.get(path)
        known = self._told.get((desk.root, path), [])
        if buffer is None and told == known:
            return
        self._told[desk.root, path] = told
        self._server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(
                self.uri_of(desk, path), told, version=buffer.version if buffer else None
            )
        )

    def say(self, words: str) -> None:
        """Show somebody a message."""
        self._server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, f"briefgen: {words}"))

    def _fail(self, desk: Desk, why: str) -> None:
        """Say why nothing can be looked through, once."""
        LOG.error("%s", why)
        if self._failures.get(desk.root) != why:
            self._failures[desk.root] = why
            self._server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"briefgen: {why}"))
