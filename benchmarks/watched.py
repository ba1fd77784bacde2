"""What the processes of a run use, looked at while they run: Linux only."""

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Self

_EVERY = 0.2
"""Seconds between two looks: what a program has used in its last ones is not seen."""
_SPARED = 20
"""Memory is looked at in one of so many parts of the time, since the kernel goes through all of it."""
_TICKS, _MIB = os.sysconf("SC_CLK_TCK"), 1024
_PARTS = {"MkDocs": b"mkdocs", "Pagefind": b"pagefind"}
"""By which word of its command line a program is known; all else is `OURS`."""
OURS = "ours"


class Watched:
    """The processes below one: CPU seconds of each program, and the memory of all, what they share once."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._part_of: dict[int, str] = {}
        self._cpu: Counter[str] = Counter()
        self.memory = 0
        """MiB of all processes at once, at most."""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def cpu(self, part: str) -> float:
        """CPU seconds of a program, its children included."""
        return self._cpu[part] / _TICKS

    def _look(self) -> None:
        memory_at = 0.0
        while not self._ended.wait(_EVERY):
            there = _below(self._pid)
            now: Counter[str] = Counter()
            for pid, used in there.items():
                now[self._part(pid)] += used
            self._cpu |= now  # the most of each: when a program ends, what it used is its parent's
            if monotonic() >= memory_at:
                began = monotonic()
                self.memory = max(self.memory, sum(map(_memory, there)) // _MIB)
                memory_at = monotonic() + _SPARED * (monotonic() - began)

    def _part(self, pid: int) -> str:
        if pid not in self._part_of:
            line = b""
            with suppress(OSError):
                line = Path(f"/proc/{pid}/cmdline").read_bytes()
            part = next((name for name, word in _PARTS.items() if word in line), OURS)
            if part == OURS:  # it may become another program: a moment after it is begun it is none yet
                return OURS
            self._part_of[pid] = part
        return self._part_of[pid]


def _below(pid: int) -> dict[int, int]:
    """A process and all that it started, each with the ticks that it and its ended children used."""
    parents: dict[int, int] = {}
    used: dict[int, int] = {}
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (place / "stat").read_bytes().rpartition(b")")[2].split()
            parents[int(place.name)] = int(fields[1])
            used[int(place.name)] = sum(map(int, fields[11:15]))
    found, asked = {pid}, {pid}
    while asked:
        asked = {child for child, parent in parents.items() if parent in asked}
        found |= asked
    return {one: used[one] for one in found if one in used}


def _memory(pid: int) -> int:
    """KiB that a process has in memory, its part of what it shares with others."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1])
    return 0
