"""Work on many values, in several processes of this machine."""

import copyreg
import gc
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.each import Each, Needs, one_by_one

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_LEAST = 24
"""Fewer values for a process are not worth to start it."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def give_memory_back() -> None:
    """Give the machine what this process has done with, where it will wait while others need memory.

    Python frees its values, and the C library keeps their pages for the next ones. Where that has no such
    call, nothing is done.
    """
    import ctypes  # for this alone

    gc.collect()
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


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
        several = min(jobs, len(items) // _LEAST)
        return one_by_one(function, items) if several < 2 else _forked(function, items, several)

    return each


def _forked(function: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> list[Result]:
    """The results; what a process that ends too early has not done is done in this one.

    The first item is done here: what is read, compiled and imported for it, the copies have.
    """
    import multiprocessing  # costs more than all else that a command needs for its arguments

    first, items = function(items[0]), items[1:]
    context = multiprocessing.get_context("fork")
    pipes = [context.Pipe(duplex=False) for _ in range(jobs)]
    workers = [
        context.Process(target=_work, args=(function, items[number::jobs], pipe), daemon=True)
        for number, (_, pipe) in enumerate(pipes)
    ]
    lost: set[int] = set()
    try:
        for worker, (_, pipe) in zip(workers, pipes, strict=True):
            worker.start()
            pipe.close()  # ours: else its end would never be seen
        rest = (
            _received(pipes[number % jobs][0], number % jobs, lost, function, item)
            for number, item in enumerate(items)
        )
        return [first, *rest]
    finally:
        for worker, (pipe, _) in zip(workers, pipes, strict=True):
            pipe.close()
            if worker.pid is not None:
                worker.terminate()
                worker.join()


def _received(
    pipe: "Connection", number: int, lost: set[int], function: Callable[[Item], Result], item: Item
) -> Result:
    """The next result of a process; made here if that is lost, so that what it met is met here, too."""
    if number not in lost:
        try:
            result: Result = pickle.loads(pipe.recv_bytes())
            return result
        except (EOFError, OSError):
            lost.add(number)
    return function(item)


def _work(function: Callable[[Item], Result], items: Sequence[Item], pipe: "Connection") -> None:
    """Send the results, one by one; at the first fault, whatever it is, nothing more."""
    gc.freeze()  # what was there before is not looked through for circles, and so not copied
    try:
        for item in items:
            pipe.send_bytes(_packed(function(item)))
    except BaseException:  # noqa: BLE001, it is met again and told where the values are made in its place
        os._exit(1)
    os._exit(0)


def _packed(value: object) -> bytes:
    pieces = _Pieces()
    pickler = pickle.Pickler(pieces, protocol=5)
    pickler.dispatch_table = _PACKING
    pickler.dump(value)
    return b"".join(pieces)


class _Pieces(list[bytes]):
    def write(self, piece: bytes) -> None:
        """One more piece of what is pickled."""
        self.append(piece)


_Packing = Callable[[Any], tuple[type, tuple[object, ...]]]


class _ByFields(dict[type, Any]):
    """How values are pickled: dataclasses as what they are made with, which takes less than half the time of
    what dataclasses do themselves; all else as ever."""

    def __missing__(self, kind: type) -> _Packing:
        if "__dataclass_fields__" not in vars(kind) or any(
            "__reduce__" in vars(one) for one in kind.mro()[:-1]
        ):
            raise KeyError(kind)
        named = fields(kind)
        if len(named) < 2 or hasattr(kind, "__post_init__") or not all(field.init for field in named):
            raise KeyError(kind)
        values = attrgetter(*(field.name for field in named))
        packing: _Packing = lambda value: (kind, values(value))  # noqa: E731, one for each kind
        self[kind] = packing
        return packing


_PACKING = _ByFields(copyreg.dispatch_table)
