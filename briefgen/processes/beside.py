"""One thing made in a copy of this process, while this one goes on."""

import pickle
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from briefgen.each import Each, Needs, one_by_one
from briefgen.processes.many import has_copies, work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")


def take_one(pipe: "Connection") -> Any:
    """The next thing that a copy has sent. Raises EOFError, OSError."""
    return pickle.loads(pipe.recv_bytes())


class Begun(Generic[Result]):
    """Something that a copy of this process makes, while this one goes on: see `beside`."""

    def __init__(self, function: Callable[[], Result], *, in_a_copy: bool) -> None:
        self._function = function
        self._copy: tuple[BaseProcess, Connection] | None = None
        if not in_a_copy:
            return
        import multiprocessing

        context = multiprocessing.get_context("fork")
        pipe, theirs = context.Pipe(duplex=False)
        arguments = (lambda _: function(), (None,), theirs, (pipe,))
        worker = context.Process(target=work, args=arguments, daemon=True)
        worker.start()
        theirs.close()
        self._copy = worker, pipe

    def result(self) -> Result:
        """What was made; asked for once. Where there is no copy, or it ended too early, that is made here."""
        if self._copy is None:
            return self._function()
        try:
            made: Result = take_one(self._copy[1])
            return made
        except (EOFError, OSError):
            return self._function()
        finally:
            self.stop()

    def stop(self) -> None:
        """Have it made no more, if it is not made yet."""
        if self._copy is None:
            return
        worker, pipe = self._copy
        self._copy = None
        pipe.close()
        worker.terminate()
        worker.join()


def beside(jobs: int, size: int, function: Callable[[], Result]) -> Begun[Result]:
    """Begin something that is made of `size` items in a copy of this process, and go on.

    There is no copy where `in_processes` has none.
    """
    return Begun(function, in_a_copy=has_copies(jobs, size))


def in_turns(jobs: int, begin: Callable[[Any], Callable[[], Any]], size: Callable[[Any], int]) -> Each:
    """What makes a value of each item in two steps, the second of which is done beside the first of the next.

    `begin` does the first one here, where it may have copies of its own, and returns what does the second; of
    how many things that makes something is the item's `size`. With one of the `jobs` there is nothing beside.
    """

    def each(
        function: Callable[[Item], Result],
        items: Sequence[Item],
        _: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        if jobs < 2:
            return one_by_one(function, items)
        made: list[Result] = []
        begun: deque[Begun[Result]] = deque()
        try:
            for item in items:
                begun.append(beside(jobs, size(item), begin(item)))
                if len(begun) > jobs:
                    made.append(begun.popleft().result())
            while begun:
                made.append(begun.popleft().result())
        finally:
            for one in begun:
                one.stop()
        return made

    return each
