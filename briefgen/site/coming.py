"""Files of docs/ that are still being made while the site is."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from types import TracebackType


class Coming(AbstractContextManager["Coming"]):
    """Files by their `paths` in ``docs/``: `make` puts them there and returns their bytes, `stop` breaks off.

    Left as a context they are made, whatever else went wrong, unless the run is broken off.
    """

    def __init__(
        self, paths: tuple[str, ...], make: Callable[[], Mapping[str, bytes]], stop: Callable[[], None]
    ) -> None:
        self.paths = paths
        self._make = make
        self.stop = stop
        self._made: Mapping[str, bytes] | None = None

    def made(self) -> Mapping[str, bytes]:
        """The files, which are in their places then. Raises ProjectError, OSError."""
        if self._made is None:
            self._made = {}  # also when it fails: that is met once
            self._made = self._make()
        return self._made

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None or issubclass(kind, Exception):
                self.made()
        finally:
            self.stop()


NOTHING = Coming((), dict, lambda: None)
"""Where all is there."""
