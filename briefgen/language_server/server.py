"""The language server: what editors say and hear. The only module that knows pygls."""

import logging
import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import PurePath
from typing import BinaryIO, cast

from lsprotocol import types as lsp
from pygls.capabilities import ServerCapabilitiesBuilder
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from briefgen import __version__
from briefgen.diagnostics import Diagnostic
from briefgen.language_server.background import LOG, Background
from briefgen.language_server.desk import Desk
from briefgen.language_server.desks import Desks
from briefgen.language_server.positions import Encoding
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
        self.encoding = Encoding.UTF16
        self.has_ended = False
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

    def _place(self, uri: str) -> PurePath | None:
        path = to_fs_path(uri)
        return PurePath(path) if path else None

    # -------------------------------------------------------------------------------- findings

    def _begin(self, desk: Desk) -> None:
        self._works[desk.root] = Background(desk, self._tell_one, self._tell, self._fail)
        self._works[desk.root].start()

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
            base, buffers = desk.base, desk.buffers
            texts = base.texts if base else {}
            now = {path for path, one in buffers.items() if texts.get(path) != one.file}
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

    def _fail(self, desk: Desk, why: str) -> None:
        """Say why nothing can be looked through, once."""
        LOG.error("%s", why)
        if self._failures.get(desk.root) != why:
            self._failures[desk.root] = why
            self._server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"briefgen: {why}"))


class _Writer:
    """Standard output, to which whole messages are written one after the other."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._writing = threading.Lock()

    def write(self, data: bytes) -> int:
        with self._writing:
            written = self._stream.write(data)
            self._stream.flush()
        return written

    def flush(self) -> None:
        """Done with each message."""

    def close(self) -> None:
        """The stream is not ours to close."""


def serve_editor(stdin: BinaryIO, stdout: BinaryIO, root: PurePath | None, today: Callable[[], str]) -> int:
    """Answer one editor; 0 if it said that this is the end, 1 where it just went away."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(message)s")
    server = LanguageServer("briefgen", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
    editor = Editor(server, root, today)
    _register(server, editor)
    with redirect_stdout(sys.stderr):
        server.start_io(stdin, cast("BinaryIO", _Writer(stdout)))
    return 0 if editor.has_ended else 1


def _register(server: LanguageServer, editor: Editor) -> None:
    """Say what is done of all that an editor may ask."""

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        chosen = ServerCapabilitiesBuilder.choose_position_encoding(params.capabilities)
        editor.encoding = Encoding(chosen)

    @server.feature(lsp.SHUTDOWN)
    def shutdown(_: None) -> None:
        editor.has_ended = True

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        editor.hold(document.uri, document.text, document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        if params.content_changes:
            editor.hold(document.uri, params.content_changes[-1].text, document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        editor.close(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        editor.reload(params.text_document.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: lsp.DidChangeWatchedFilesParams) -> None:
        for uri in {change.uri for change in params.changes}:
            editor.reload(uri)
