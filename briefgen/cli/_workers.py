"""Who does the work on each brief."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefgen.cli._arguments import CompilingOptions
from briefgen.processes import in_processes

if TYPE_CHECKING:
    from briefgen.each import Each


@contextmanager
def working(options: CompilingOptions) -> "Iterator[Each]":
    """Processes of this machine, or the workers of the cluster that was named. Raises CannotRunError."""
    if options.scheduler:
        from briefgen.cluster import on_cluster

        with on_cluster(options.scheduler) as each:
            yield each
    else:
        yield in_processes(options.jobs)
