"""An editor for tests: pygls' own client, with `briefgen lsp` as a process of its own."""

import asyncio
import sys
import threading
from collections.abc import Coroutine
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from tests.repository import ROOT

Result = TypeVar("Result")
PATIENCE = 180
"""Seconds that an answer may take on a busy machine."""
CHECKED = "$/briefgen/checked"


class Editor:
    """One editor that has a project open; use it as a context."""

    def __init__(
        self, root: Path, encoding: lsp.PositionEncodingKind = lsp.PositionEncodingKind.Utf16
    ) -> None:
        self.root = root
        self._encoding = encoding
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._changed = threading.Condition()
        self._versions: dict[str, int] = {}
        self.client = LanguageClient("an editor", "1")
        self.told: dict[str, lsp.PublishDiagnosticsParams] = {}
        self.checked = 0
        self.shown: list[str] = []
        self.exit_code: int | None = None

    def __enter__(self) -> "Editor":
        self._thread.start()

        for method, heard in (
            (lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._publish),
            (CHECKED, self._check),
            (lsp.WINDOW_SHOW_MESSAGE, self._show),
        ):
            self.client.feature(method)(partial(heard))
        self.wait(self.client.start_io(sys.executable, "-m", "briefgen", "lsp", "--stdio", cwd=str(ROOT)))
        general = lsp.GeneralClientCapabilities(position_encodings=[self._encoding])
        renames = [lsp.ResourceOperationKind.Rename]
        edits = lsp.WorkspaceEditClientCapabilities(document_changes=True, resource_operations=renames)
        workspace = lsp.WorkspaceClientCapabilities(workspace_edit=edits)
        capabilities = lsp.ClientCapabilities(general=general, workspace=workspace)
        asked = lsp.InitializeParams(capabilities=capabilities, root_uri=self.root.as_uri())
        self.capabilities = self.wait(self.client.initialize_async(asked)).capabilities
        self.do(lambda: self.client.initialized(lsp.InitializedParams()))
        return self

    def _publish(self, params: lsp.PublishDiagnosticsParams) -> None:
        with self._changed:
            self.told[params.uri] = params
            self._changed.notify_all()

    def _check(self, params: Any) -> None:
        with self._changed:
            self.checked += 1
            self._changed.notify_all()

    def _show(self, params: lsp.ShowMessageParams) -> None:
        self.shown.append(params.message)

    def __exit__(self, *_: object) -> None:
        self.wait(self.client.shutdown_async(None))
        process = self.client._server
        self.do(lambda: self.client.exit(None))
        if process is not None:
            self.exit_code = self.wait(process.wait())
        stop: Any = self.client.stop
        self.wait(stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    def wait(self, work: Coroutine[Any, Any, Result]) -> Result:
        """What comes of a request."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def do(self, step: Any) -> None:
        """Something that is said and not answered."""

        async def done() -> None:
            step()

        self.wait(done())

    # ------------------------------------------------------------------------------------ texts

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def identify(self, path: str) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri(path))

    def open(self, path: str, text: str | None = None) -> str:
        text = (self.root / path).read_text("utf-8") if text is None else text
        uri = self.uri(path)
        self._versions[uri] = 1
        item = lsp.TextDocumentItem(uri, "markdown", 1, text)
        self.do(lambda: self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item)))
        return text

    def type(self, path: str, text: str) -> int:
        """Have another text in a file that is open; the number of this state."""
        uri = self.uri(path)
        self._versions[uri] += 1
        version = self._versions[uri]
        identifier = lsp.VersionedTextDocumentIdentifier(version, uri)
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        params = lsp.DidChangeTextDocumentParams(identifier, [change])
        self.do(lambda: self.client.text_document_did_change(params))
        return version

    def close(self, path: str) -> None:
        params = lsp.DidCloseTextDocumentParams(self.identify(path))
        self.do(lambda: self.client.text_document_did_close(params))

    def save(self, path: str) -> None:
        params = lsp.DidSaveTextDocumentParams(self.identify(path))
        self.do(lambda: self.client.text_document_did_save(params))

    # --------------------------------------------------------------------------------- findings

    def until_told(self, path: str, version: int) -> list[lsp.Diagnostic]:
        """What is found of a text in one of its states, as soon as that is told."""
        uri = self.uri(path)
        self._until(lambda: uri in self.told and (self.told[uri].version or 0) >= version)
        return list(self.told[uri].diagnostics)

    def until_checked(self, times: int = 1) -> dict[str, list[lsp.Diagnostic]]:
        """What is found of every file, once all was looked through once more."""
        with self._changed:
            wanted = self.checked + times
        return self.since(wanted)

    def since(self, wanted: int) -> dict[str, list[lsp.Diagnostic]]:
        self._until(lambda: self.checked >= wanted)
        root = f"{self.root.as_uri()}/"
        return {
            uri.removeprefix(root): list(one.diagnostics) for uri, one in self.told.items() if one.diagnostics
        }

    def _until(self, done: Any) -> None:
        end = monotonic() + PATIENCE
        with self._changed:
            while not done():
                left = end - monotonic()
                assert left > 0, f"nothing was told in time; the editor was shown {self.shown}"
                self._changed.wait(left)


def at_mark(marked: str, mark: str = "‸") -> tuple[str, lsp.Position]:
    """A text without its cursor mark, and where that stood, in units of UTF-16."""
    before, _, behind = marked.partition(mark)
    assert mark in marked
    assert mark not in behind
    line = before.rpartition("\n")[2]
    return before + behind, lsp.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def code_points(text: str, place: lsp.Position) -> tuple[int, int]:
    """Line and column of a place as `check` counts them, of one that an editor has in units of UTF-16."""
    units = text.split("\n")[place.line].encode("utf-16-le")[: 2 * place.character]
    return place.line + 1, len(units.decode("utf-16-le")) + 1


def applied(text: str, edits: list[lsp.TextEdit], unit: int = 2) -> str:
    """A text with the edits of an answer made, as an editor makes them; a unit has so many bytes."""
    lines, encoding = text.split("\n"), f"utf-{8 * unit}-le"

    def offset(place: lsp.Position) -> int:
        units = lines[place.line].encode(encoding)[: unit * place.character]
        return sum(len(line) + 1 for line in lines[: place.line]) + len(units.decode(encoding))

    for edit in sorted(edits, key=lambda one: offset(one.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text
