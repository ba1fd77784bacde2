"""What an editor shows of a look that takes long; of a short one nothing."""

import threading
from collections.abc import Callable
from time import monotonic

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

_SHORT = 1.0
"""How long a look takes of which nothing is shown, in seconds."""
_EVERY = 0.25
_PATIENCE = 2.0


class Progress:
    """One look that is going on: a context, whose value says how far it is."""

    def __init__(self, server: LanguageServer, token: str, title: str) -> None:
        self._server = server
        self._token = token
        self._title = title
        self._is_shown = False
        self._said = 0.0
        self._telling = threading.Lock()
        self._later = threading.Timer(_SHORT, self._begin)
        self._later.daemon = True

    def __enter__(self) -> Callable[[str], None]:
        if self._can_be_shown():
            self._later.start()
        return self._say

    def __exit__(self, *_: object) -> None:
        self._later.cancel()
        with self._telling:
            if self._is_shown:
                self._is_shown = False
                self._server.work_done_progress.end(self._token, lsp.WorkDoneProgressEnd())

    def _say(self, message: str) -> None:
        """How far it is, in words; a few times in a second at most."""
        now = monotonic()
        if self._is_shown and now - self._said >= _EVERY:
            self._said = now
            with self._telling:
                if self._is_shown:
                    self._server.work_done_progress.report(
                        self._token, lsp.WorkDoneProgressReport(message=message)
                    )

    def _can_be_shown(self) -> bool:
        window = self._server.client_capabilities.window
        return bool(window and window.work_done_progress)

    def _begin(self) -> None:
        try:
            self._server.work_done_progress.create(self._token).result(_PATIENCE)
        except (JsonRpcException, TimeoutError):
            return  # an editor that shows it after all may do without
        with self._telling:
            if not self._later.finished.is_set():
                self._server.work_done_progress.begin(
                    self._token, lsp.WorkDoneProgressBegin(self._title, cancellable=False)
                )
                self._is_shown = True
