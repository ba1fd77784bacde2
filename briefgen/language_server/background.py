"""What is found while somebody types, in threads of its own: answers to what is asked wait for neither.

One thread looks at the brief that is typed, at once; the other at the whole project, when nobody has typed
for a moment.
"""

import gc
import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from traceback import format_exc

from briefgen.diagnostics import Diagnostic
from briefgen.failure import CannotRunError
from briefgen.language_server.desk import Desk, SupersededError

PAUSE = 0.4
"""How long nothing may be typed, in seconds, until everything is looked through."""
REST = 2.0
"""How long nothing may be typed, in seconds, until what was found is kept and memory is tidied."""

LOG = logging.getLogger("briefgen.language_server")

TellOne = Callable[[Desk, str], None]
"""Is told of a text that has changed."""
TellAll = Callable[[Desk, tuple[Diagnostic, ...] | None], None]
"""Is given all findings of a project, None once single briefs can be looked at."""
Fail = Callable[[Desk, str], None]
Showing = Callable[[Desk], AbstractContextManager[Callable[[str], None]]]
"""Shows that a look goes on; it is told how far it is."""


class Background:
    """Looks at a project each time that something new is noticed."""

    def __init__(
        self, desk: Desk, tell_one: TellOne, tell_all: TellAll, fail: Fail, showing: Showing
    ) -> None:
        self._desk = desk
        self._tell_one = tell_one
        self._tell_all = tell_all
        self._fail = fail
        self._showing = showing
        self._is_tidy = True
        self._typed: set[str] = set()
        self._has_typed = threading.Event()
        self._new = threading.Event()
        self._threads = [
            threading.Thread(target=run, name=f"briefgen {run.__name__}", daemon=True)
            for run in (self._of_one, self._of_all)
        ]

    def start(self) -> None:
        """Begin, with a first look at everything."""
        self._new.set()
        for thread in self._threads:
            thread.start()

    def notice(self) -> None:
        """Something has changed."""
        self._new.set()

    def notice_text(self, path: str) -> None:
        """A text is to be looked at by itself."""
        self._typed.add(path)
        self._has_typed.set()

    def _of_one(self) -> None:
        while True:
            self._has_typed.wait()
            self._has_typed.clear()
            while self._typed:
                self._attempt(partial(self._tell_one, self._desk, self._typed.pop()))

    def _of_all(self) -> None:
        while True:
            if not self._is_tidy and not self._new.wait(REST):
                self._attempt(self._rest)
            self._new.wait()
            if self._desk.base is None:
                self._attempt(self._begin)
            else:
                self._wait_for_a_pause()
            self._new.clear()
            self._attempt(self._look)

    def _wait_for_a_pause(self) -> None:
        while True:
            self._new.clear()
            if not self._new.wait(PAUSE):
                return

    def _begin(self) -> None:
        self._desk.begin()
        self._tell_all(self._desk, None)
        self._desk.read_on()

    def _look(self) -> None:
        is_first = self._desk.base is None or self._desk.base.verified is None
        self._is_tidy = False
        with self._showing(self._desk) as say:
            findings = self._desk.look(say)
        self._tell_all(self._desk, findings)
        if is_first:
            gc.freeze()  # what is in memory now stays to the end

    def _rest(self) -> None:
        """What nobody waits for, while nobody types."""
        self._is_tidy = True
        gc.collect()
        gc.freeze()
        self._desk.keep()

    def _attempt(self, step: Callable[[], None]) -> None:
        """One step, whatever comes of it: the next one is made all the same."""
        try:
            step()
        except SupersededError:
            self._new.set()
        except (CannotRunError, OSError) as error:
            self._fail(self._desk, str(error))
        except Exception:  # noqa: BLE001, an error of ours in one look must not end the next ones
            LOG.error("the project could not be looked through\n%s", format_exc())
