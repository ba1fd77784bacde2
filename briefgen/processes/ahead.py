"""Work that is done ahead, while there is a processor to spare."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from briefgen.processes.many import LEAST

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_LAST = 19
"""By so much a process gives way that does something ahead: as much as there is."""

Item = TypeVar("Item")


class Ahead(Generic[Item]):
    """Copies of this process that do something with each of many items while there is a processor to spare.

    They begin small, so they hold nothing of what is made before they are given the items. What is done with
    an item is done by whoever comes first: so it has to see for itself that it was done.
    """

    def __init__(self, jobs: int, function: Callable[[Item], object]) -> None:
        self._function = function
        self._items: Sequence[Item] = ()
        self._workers: list[tuple[BaseProcess, Connection]] = []
        if jobs < 2 or sys.platform != "linux":
            return
        import multiprocessing

        context = multiprocessing.get_context("fork")
        for _ in range(jobs):
            theirs, pipe = context.Pipe(duplex=False)
            ours = [*(end for _, end in self._workers), pipe]
            worker = context.Process(target=_give_way, args=(function, theirs, ours), daemon=True)
            worker.start()
            theirs.close()
            self._workers.append((worker, pipe))

    def begin(self, items: Sequence[Item]) -> bool:
        """Give them the items, which are pickled; not if there are none of them, or too few items."""
        if min(len(self._workers), len(items) // LEAST) < 2:
            return False
        self._items = items
        for number, (_, pipe) in enumerate(self._workers):
            with suppress(OSError):  # it ended: what is its part is done at the end
                pipe.send(items[number :: len(self._workers)])
        return True

    def begun(self, items: Sequence[Item]) -> None:
        """A copy of this process gave them the items."""
        self._items = items

    def finish(self) -> None:
        """Do what is left, from the end, until all is done. Raises what the function raises."""
        try:
            for item in reversed(self._items):
                self._function(item)
        finally:
            self.stop()

    def stop(self) -> None:
        """Have nothing more done."""
        for worker, pipe in self._workers:
            pipe.close()
            worker.terminate()
            worker.join()
        self._workers.clear()


def _give_way(function: Callable[[Item], object], pipe: "Connection", theirs: "Sequence[Connection]") -> None:
    """Do what is to be done as long as somebody waits for it; at the first fault nothing more."""
    try:
        for end in theirs:
            end.close()
        os.nice(_LAST)
        items: Sequence[Item] = pipe.recv()
        for item in items:
            if pipe.poll():  # its other end is closed
                break
            function(item)
    except BaseException:  # noqa: BLE001, as below
        os._exit(1)
    os._exit(0)
