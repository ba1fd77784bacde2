"""A step of a run done in a copy of this process, which goes on with what nobody waits for.

All that the step needed of memory ends with the copy: freed in this process, it would be torn pages among
which something always stays.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from briefgen.processes.beside import take_one
from briefgen.processes.many import has_copies, work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Result = TypeVar("Result")
_DIES_WITH_US = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class Apart(Generic[Result]):
    """What `function` returns, made in a copy that then does what is `left`; in this process where there is
    no copy, or where it ended too early."""

    def __init__(self, function: Callable[[], Result], left: Callable[[], None], *, in_a_copy: bool) -> None:
        self._function = function
        self._left = left
        self._copy: tuple[BaseProcess, Connection] | None = None
        if not in_a_copy:
            return
        import multiprocessing

        sys.stdout.flush()  # else it would be said twice
        sys.stderr.flush()
        context = multiprocessing.get_context("fork")
        pipe, theirs = context.Pipe(duplex=False)
        steps = partial(_ends_with, os.getpid()), function, left
        arguments = (_called, steps, theirs, (pipe,))
        worker = context.Process(target=work, args=arguments)  # no daemon: it has copies of its own
        worker.start()
        theirs.close()
        self._copy = worker, pipe

    def result(self) -> Result:
        """What was made; asked for once. Raises what the function raises."""
        if self._copy is not None:
            with suppress(EOFError, OSError):
                take_one(self._copy[1])
                made: Result = take_one(self._copy[1])
                return made
            self.stop()
        return self._function()

    def wait(self) -> None:
        """Until what is left is done, or will not be."""
        if self._copy is None:
            self._left()
            return
        with suppress(EOFError, OSError):
            take_one(self._copy[1])
        self.stop()

    def stop(self) -> None:
        """Have nothing more done."""
        if self._copy is not None:
            worker, pipe = self._copy
            self._copy = None
            pipe.close()
            worker.terminate()
            worker.join()


def apart(jobs: int, size: int, function: Callable[[], Result], left: Callable[[], None]) -> Apart[Result]:
    """Begin a step over `size` items, where `in_processes` has copies for so many."""
    return Apart(function, left, in_a_copy=has_copies(jobs, size))


def _called(step: Callable[[], Any]) -> Any:
    return step()


def _ends_with(parent: int) -> None:
    """Have this copy end when its parent is killed: it writes where the next run will."""
    ctypes.CDLL(None).prctl(_DIES_WITH_US, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
