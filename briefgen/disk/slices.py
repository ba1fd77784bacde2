"""The door in, to parts of a large file: what is wanted of it is read, and nothing else."""

import os
import sys
from pathlib import PurePath
from threading import Lock
from weakref import finalize

from briefgen.disk.reading import opened


class Slices:
    """An ordinary file of which parts are read: the one that was opened, whatever becomes of its name.

    Raises OSError, as all that reads.
    """

    __slots__ = ("__weakref__", "_close", "_number", "_turn", "size")

    def __init__(self, place: PurePath) -> None:
        self._number, self.size = opened(place)
        self._close = finalize(self, os.close, self._number)
        self._turn = Lock()

    def read(self, start: int, length: int) -> bytes:
        """So many bytes from there on; fewer only where the file ends."""
        data = self._part(start, length)
        while data and len(data) < length and (more := self._part(start + len(data), length - len(data))):
            data += more
        return data

    def _part(self, start: int, length: int) -> bytes:
        if sys.platform == "win32":
            with self._turn:
                os.lseek(self._number, start, os.SEEK_SET)
                return os.read(self._number, length)
        return os.pread(self._number, length, start)

    def close(self) -> None:
        """Read no more of it."""
        self._number = -1
        self._close()
