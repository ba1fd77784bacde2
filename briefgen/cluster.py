"""Work on many values, by the workers of a Dask cluster that runs already.

Workers run what they are sent, and what they send back is unpickled: a cluster is trusted as much as this
machine. They need neither the project's files nor its folder; they need this very briefgen.
"""

import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.cache.store import tools
from briefgen.disk.packaged import can_import
from briefgen.each import Each, Needs, one_by_one
from briefgen.failure import CannotRunError

if TYPE_CHECKING:
    from distributed import Client

_LEAST = 8
"""Fewer values are not worth a message."""
_CHUNKS = 4
"""How many parts of the work there are for each thread of a worker."""
_WAIT = "10s"
"""How long a scheduler may take to answer."""
_TIMES = 3
"""How often work is handed out again whose workers vanished."""
_ONE_AT_A_TIME = threading.Lock()
"""A worker may have several threads; what parses and renders is not made for that."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@contextmanager
def on_cluster(address: str) -> Iterator[Each]:
    """What does the same with each of many values, on the workers that the scheduler at `address` has.

    `address`: as Dask writes it, ``tcp://host:8786``. Raises CannotRunError where nobody answers there, there
    are no workers, or one of them has another briefgen, Python or library than this machine.
    """
    if not can_import("distributed"):
        raise CannotRunError("--scheduler needs Dask: pip install 'briefgen[cluster]'")
    import dask
    from distributed import Client

    # What is sent is meant to be large; of workers that vanish, this module tells.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"}):
        try:
            client = Client(address, timeout=_WAIT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CannotRunError(f"no Dask scheduler answers at {address}: {error}") from None
        with client:
            _refuse_others(client, address)
            yield _each(client)


def _refuse_others(client: "Client", address: str) -> None:
    """Raise CannotRunError where a worker would not make what is made here."""
    try:
        theirs: dict[str, dict[str, str]] = client.run(tools)
    except ModuleNotFoundError as error:
        raise CannotRunError(f"a worker of {address} cannot import {error.name}") from None
    if not theirs:
        raise CannotRunError(f"the scheduler at {address} has no workers")
    ours = tools()
    for worker, names in sorted(theirs.items()):
        other = sorted(name for name in ours | names if ours.get(name) != names.get(name))
        if other:
            differing = ", ".join(other)
            raise CannotRunError(
                f"the worker {worker} has another {differing} than this machine: its pages might be others"
            )


def _each(client: "Client") -> Each:
    def each(
        function: Callable[[Item], Result],
        items: Sequence[Item],
        _: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        return one_by_one(function, items) if len(items) < _LEAST else _spread(client, function, items)

    return each


def _spread(client: "Client", function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """The results. What is not done after all, is done here, so that what is wrong with it is met here."""
    threads = max(sum(client.nthreads().values()), 1)
    size = max(_LEAST, ceil(len(items) / (_CHUNKS * threads)))
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    sent = [pickle.dumps(part, protocol=5) for part in parts]
    done: dict[int, list[Result]] = {}
    for _ in range(_TIMES):
        left = [number for number in range(len(parts)) if number not in done]
        if not left or not client.nthreads():
            break
        shared = client.scatter([function], broadcast=True, hash=False)[0]
        futures = [client.submit(work, shared, sent[number], pure=False, retries=_TIMES) for number in left]
        for number, future in zip(left, futures, strict=True):
            with suppress(Exception):  # what it met there is met again, and told, where it is done here
                done[number] = pickle.loads(future.result())
            future.release()
    return [
        result
        for number, part in enumerate(parts)
        for result in (done[number] if number in done else one_by_one(function, part))
    ]


def work(function: Callable[[Any], object], part: bytes) -> bytes:
    """On a worker: the results of a function for a part of the items, both pickled."""
    with _ONE_AT_A_TIME:
        return pickle.dumps([function(item) for item in pickle.loads(part)], protocol=5)
