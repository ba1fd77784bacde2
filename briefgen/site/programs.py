"""Other programs, started: the builder of the site, the maker of the search index, what checks signatures."""

import os
import re
import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from shutil import which
from typing import TextIO

_BROKEN_OFF = "Traceback (most recent call last):"
_FRAME = re.compile(r'  File "([^"]+)", line (\d+)')
_LAST_LINES = 60
_MORE = ("During handling of the above exception", "The above exception was the direct cause")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended; `said` is empty where people have heard it already.

    `broke_off` is the error that a program in Python broke off with, without the lines of its source;
    `warned`: a line of what it said is a warning. `last` is the end of what it said, and `frames` are the
    files and lines in which it broke off, the outermost first.
    """

    succeeded: bool
    said: str = ""
    broke_off: str = ""
    warned: bool = False
    last: str = ""
    frames: tuple[tuple[str, int], ...] = ()


def run_module(
    module: str,
    arguments: Sequence[str],
    folder: PurePath,
    *,
    settings: Mapping[str, str] | None = None,
    without: str | None = None,
    aloud: bool = False,
    given: bytes = b"",
) -> Ended:
    """Run a module of this Python as a program in `folder`, in our environment.

    `settings` are put into the environment, and what begins with `without` is taken out. `aloud`: what it
    says is heard at once, on standard error, which makes it visible. What it is `given` it has to read before
    it says anything. Raises OSError.
    """
    # -P: a module that happens to lie in that folder must not be imported in place of a real one.
    command = [sys.executable, "-P", "-m", module, *arguments]
    kept = {name: value for name, value in os.environ.items() if not (without and name.startswith(without))}
    environment = kept | dict(settings or {})
    said = _Said(sys.stderr if aloud else None)
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE if given else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as program:
        assert program.stdout is not None
        if program.stdin is not None:
            with suppress(BrokenPipeError), program.stdin:
                program.stdin.write(given)
        for line in program.stdout:
            said.hear(line.decode(errors="replace"))
    return Ended(
        program.returncode == 0,
        "".join(said.lines).strip(),
        said.error,
        said.warned,
        "".join(said.last),
        tuple(said.frames),
    )


def run_with_input(command: Sequence[str], given: bytes) -> bool:
    """Whether a program that is given bytes ends well; what it says is not heard. Raises OSError."""
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    return done.returncode == 0


class _Said:
    """What a program says, passed on as it comes; of a traceback the error alone is kept."""

    def __init__(self, stream: TextIO | None) -> None:
        self.lines: list[str] = []
        self.error = ""
        self.warned = False
        self.last = deque[str](maxlen=_LAST_LINES)
        self.frames = deque[tuple[str, int]](maxlen=_LAST_LINES)
        self._stream = stream
        self._within = False

    def hear(self, line: str) -> None:
        if line.startswith(_BROKEN_OFF):
            self._within = True
            self.frames.clear()
        elif self._within and (frame := _FRAME.match(line)):
            self.frames.append((frame[1], int(frame[2])))
        elif self._within and not line[:1].isspace():
            self._within = False
            self.error = line.strip()
        elif not self._within and not line.startswith(_MORE):
            self._pass_on(line)

    def _pass_on(self, line: str) -> None:
        self.last.append(line)
        self.warned |= line.startswith("WARNING")
        if self._stream is None:
            self.lines.append(line)
        else:
            self._stream.write(line)
            self._stream.flush()


def is_at_hand(name: str) -> bool:
    """Whether a program of that name, or one that does its work, can be started."""
    return any(which(one) for one in _CALLED.get(name, (name,)))


_CALLED = {"chromium": ("chromium", "chromium-browser", "chromium-headless-shell", "google-chrome", "chrome")}
