"""Nobody waits for what is not asked any more, nor without being told of it."""

import asyncio
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from lsprotocol import types as lsp

from briefgen.language_server import progress
from briefgen.language_server.answering import Answering
from briefgen.language_server.progress import Progress


def test_what_is_cancelled_before_its_turn_is_never_made() -> None:
    made: list[str] = []

    async def asked() -> None:
        answering, free = Answering(), threading.Event()

        def make_first() -> None:
            free.wait(20)
            made.append("first")

        first = asyncio.ensure_future(answering.at_once(make_first))
        second = asyncio.ensure_future(answering.at_once(lambda: made.append("second")))
        await asyncio.sleep(0)
        second.cancel()
        await answering.in_turn(lambda: made.append("beside them"))
        free.set()
        await first
        await answering.at_once(lambda: made.append("third"))

    with ThreadPoolExecutor() as alone:  # a loop may run in this thread, of whom drives the browser
        alone.submit(lambda: asyncio.run(asked())).result()
    assert sorted(made) == ["beside them", "first", "third"]


class Window:
    """What an editor is told of progress."""

    def __init__(self, *, shows: bool) -> None:
        window = lsp.WindowClientCapabilities(work_done_progress=shows)
        self.client_capabilities = lsp.ClientCapabilities(window=window)
        self.work_done_progress = self
        self.begun = threading.Event()
        self.told: list[object] = []

    def create(self, _: str) -> "Future[None]":
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def begin(self, _: str, value: lsp.WorkDoneProgressBegin) -> None:
        self.told.append(value.title)
        self.begun.set()

    def report(self, _: str, value: lsp.WorkDoneProgressReport) -> None:
        self.told.append(value.message)

    def end(self, _: str, value: lsp.WorkDoneProgressEnd) -> None:
        self.told.append(value.kind)


@pytest.mark.parametrize(
    ("shows", "waits", "told"),
    [
        (True, True, ["looking", "1 of 2", "end"]),
        (True, False, []),
        (False, False, []),
    ],
)
def test_a_look_that_takes_long_is_shown(
    monkeypatch: pytest.MonkeyPatch, *, shows: bool, waits: bool, told: list[str]
) -> None:
    monkeypatch.setattr(progress, "_SHORT", 0.01 if waits else 20)
    window: Any = Window(shows=shows)
    with Progress(window, "token", "looking") as say:
        if waits:
            assert window.begun.wait(20)
            while not any(one == "1 of 2" for one in window.told):
                say("1 of 2")
        say("2 of 2")
    assert window.told == told
