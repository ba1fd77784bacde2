"""Work on many values, in several processes of this machine."""

import gc
import os
import pickle
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.each import Each, Needs, one_by_one
from briefgen.packing import PACKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LEAST = 24
"""Fewer values for a process are not worth to start it."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def has_copies(jobs: int, size: int) -> bool:
    """Whether work on so many values is worth copies of this process, and it can be copied."""
    return min(jobs, size // LEAST) >= 2 and sys.platform == "linux"


def in_processes(jobs: int) -> Each:
    """What does the same with each of many values, in as many processes as there are `jobs`.

    They are copies of this one, so that nothing but the results travels; these must be picklable. Where a
    process cannot be copied (Windows), or should not (macOS), all is done in this one.
    """
    if jobs < 2 or sys.platform != "linux":
        return one_by_one

    def each(
        function: Callable[[Item], Result],
        items: Sequence[Item],
        _: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        several = min(jobs, len(items) // LEAST)
        return one_by_one(function, items) if several < 2 else _forked(function, items, several)

    return each


def _forked(function: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> list[Result]:
    """The results; what a process that ends too early has not done is done in this one.

    The first item is done here: what is read, compiled and imported for it, the copies have. Of the others
    a part is done here, too, whose results need not be sent.
    """
    import multiprocessing  # costs more than all else that a command needs for its arguments

    first, items, copies = function(items[0]), items[1:], jobs - 1
    context = multiprocessing.get_context("fork")
    pipes = [context.Pipe(duplex=False) for _ in range(copies)]
    ours = [pipe for pipe, _ in pipes]
    workers = [
        context.Process(target=work, args=(function, items[number::jobs], pipe, ours), daemon=True)
        for number, (_, pipe) in enumerate(pipes)
    ]
    try:
        for worker, (_, pipe) in zip(workers, pipes, strict=True):
            worker.start()
            pipe.close()  # ours: else its end would never be seen
        sent = [_Sent(pipe) for pipe in ours]
        parts = [*(one.results() for one in sent), iter(_done_here(function, items[copies::jobs], sent))]
        rest: list[Result] = []
        for number, item in enumerate(items):
            made = next(parts[number % jobs], _LOST)
            rest.append(function(item) if made is _LOST else made)
        return [first, *rest]
    finally:
        for worker, (pipe, _) in zip(workers, pipes, strict=True):
            pipe.close()
            if worker.pid is not None:
                worker.terminate()
                worker.join()


_LOST: Any = object()
"""What stands for a result that nobody has made: it is made here, so that what was met is met here, too."""


class _Sent:
    """What a copy sends: taken in as it comes, so that it need not wait."""

    def __init__(self, pipe: "Connection") -> None:
        self._pipe = pipe
        self._taken: deque[bytes] = deque()

    def take(self, least: int = 0) -> None:
        """Take in what has come, and wait for the `least` number of results."""
        with suppress(EOFError, OSError):
            while len(self._taken) < least or self._pipe.poll():
                self._taken.append(self._pipe.recv_bytes())

    def results(self) -> Iterator[Any]:
        """The results, as far as it came."""
        while True:
            if not self._taken:
                self.take(1)
            if not self._taken:
                return
            yield pickle.loads(self._taken.popleft())


def _done_here(
    function: Callable[[Item], Result], items: Sequence[Item], sent: "Sequence[_Sent]"
) -> list[Result]:
    """The results of this process, up to a fault: that is met again when it is its turn."""
    done: list[Result] = []
    with suppress(Exception):
        for item in items:
            done.append(function(item))
            for one in sent:
                one.take()
    return done


def work(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    pipe: "Connection",
    theirs: "Sequence[Connection]",
) -> None:
    """Send the results, one by one; at the first fault, whatever it is, nothing more.

    The ends at which results come in are `theirs` who wait: as long as a copy holds one, nobody who sends
    learns that there is nobody any more.
    """
    gc.freeze()  # what was there before is not looked through for circles, and so not copied
    try:
        for end in theirs:
            end.close()
        for item in items:
            pipe.send_bytes(_packed(function(item)))
    except BaseException:  # noqa: BLE001, it is met again and told where the values are made in its place
        os._exit(1)
    os._exit(0)


def _packed(value: object) -> bytes:
    pieces = _Pieces()
    pickler = pickle.Pickler(pieces, protocol=5)
    pickler.dispatch_table = PACKING
    pickler.dump(value)
    return b"".join(pieces)


class _Pieces(list[bytes]):
    def write(self, piece: bytes) -> None:
        """One more piece of what is pickled."""
        self.append(piece)
