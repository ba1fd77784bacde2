"""The language server: it begins, hears what is opened, typed and saved, and ends."""

import gc
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

from briefgen import __version__
from briefgen.language_server.editor import Editor
from briefgen.language_server.incoming import Incoming, Protocol, Saying
from briefgen.language_server.positions import Encoding
from briefgen.language_server.requests import register_renaming, register_requests

_HANDED_OVER = 0.001
"""How long an answer waits for a look at the project, in seconds: Python's own is five times as much."""
_NEVER = 1_000_000
"""How many collections it takes until Python looks for garbage everywhere. In a large project that takes two
seconds in which nobody is answered; `background.py` has it done when nobody types, and then of little."""


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
    saying = logging.StreamHandler(sys.stderr)
    saying.setFormatter(Saying("%(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[saying])
    sys.setswitchinterval(_HANDED_OVER)
    gc.set_threshold(*gc.get_threshold()[:2], _NEVER)
    server = LanguageServer(
        "briefgen", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full, protocol_cls=Protocol
    )
    editor = Editor(server, root, today)
    _register(server, editor)
    register_requests(server, editor)
    register_renaming(server, editor)
    with redirect_stdout(sys.stderr):
        server.start_io(cast("BinaryIO", Incoming(stdin)), cast("BinaryIO", _Writer(stdout)))
    return 0 if editor.has_ended else 1


def _register(server: LanguageServer, editor: Editor) -> None:
    """Say what is done of all that an editor may ask."""

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        chosen = ServerCapabilitiesBuilder.choose_position_encoding(params.capabilities)
        editor.encoding = Encoding(chosen)
        workspace = params.capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        renames = edits is not None and lsp.ResourceOperationKind.Rename in (edits.resource_operations or ())
        editor.renames_files = renames and bool(edits and edits.document_changes)

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
