"""MkDocs, and our program that calls it, started by a process that has imported both already.

A build is a fork of a process that does nothing but wait, in the environment that builds are given: what it
is told, the folder and the streams are the build's own. To import MkDocs and the theme takes as long as to
make some fifty pages. Where a test gives Python other variables, or another module is meant, Python is
started.
"""

import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from types import TracebackType
from typing import IO, Any, NoReturn

from briefgen.site import programs
from briefgen.site.environment import builders_environment
from briefgen.site.task import PROGRAM

_ROOT = Path(__file__).parent.parent
_LENGTH = 4
_OF_PYTHON = ("PYTHON", "LANG", "LC_", "LD_", "TZ")
_LATER = (
    "babel.dates",
    "jinja2.ext",
    "material.extensions.emoji",
    "material.plugins.search.plugin",
    "pygments.formatters.html",
    "pygments.lexers.special",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "pymdownx.tabbed",
)
"""What MkDocs imports when it reads the settings of a site."""


def use() -> None:
    """Have this process, and its forks, start builds this way."""
    _environment()
    vars(programs)["subprocess"] = _Subprocess()


class _Subprocess:
    """`subprocess`, as the module that starts programs uses it."""

    PIPE, STDOUT = subprocess.PIPE, subprocess.STDOUT
    run = staticmethod(subprocess.run)

    def Popen(self, command: Sequence[str], **how: Any) -> Any:  # noqa: N802, its name there
        if [*command[:4]] != [sys.executable, "-P", "-m", PROGRAM] or not _is_fit(how["env"]):
            return subprocess.Popen(command, **how)
        return _Started(PROGRAM, command[4:], how["cwd"], how["env"], is_given=how["stdin"] is not None)


def run_mkdocs(
    arguments: Sequence[str], environment: Mapping[str, str], folder: Path
) -> "subprocess.CompletedProcess[str]":
    """Run MkDocs' own command with these arguments, in this environment."""
    with (
        tempfile.TemporaryFile() as errors,
        _Started("mkdocs", arguments, folder, environment, errors=errors.fileno()) as program,
    ):
        said = program.stdout.read().decode()
        errors.seek(0)
        wrong = errors.read().decode()
    assert program.returncode is not None
    return subprocess.CompletedProcess(["mkdocs", *arguments], program.returncode, said, wrong)


def _is_fit(environment: Mapping[str, str]) -> bool:
    return _of_python(environment) == _of_python(_environment())


def _of_python(environment: Mapping[str, str]) -> dict[str, str]:
    said = {name: value for name, value in environment.items() if name.startswith(_OF_PYTHON)}
    return {"PYTHONPATH": str(_ROOT)} | said | {"SOURCE_DATE_EPOCH": ""}


@cache
def _environment() -> dict[str, str]:
    """That of the process that waits."""
    return os.environ | builders_environment("") | {"PYTHONPATH": str(_ROOT)}


class _Started:
    """A build, as `subprocess.Popen` would have it."""

    def __init__(
        self,
        program: str,
        arguments: Sequence[str],
        folder: PurePath,
        environment: Mapping[str, str],
        *,
        is_given: bool = False,
        errors: int | None = None,
    ) -> None:
        asked = json.dumps([program, [*arguments], str(folder), dict(environment)]).encode()
        self._line, theirs = socket.socketpair()
        read_said, said = os.pipe()
        given, write_given = os.pipe() if is_given else (os.open(os.devnull, os.O_RDONLY), -1)
        socket.send_fds(line(), [b"!"], [theirs.fileno(), given, said, errors or said])
        theirs.close()
        os.close(given)
        os.close(said)
        self._line.sendall(len(asked).to_bytes(_LENGTH) + asked)
        self.stdout: IO[bytes] = os.fdopen(read_said, "rb")
        self.stdin: IO[bytes] | None = os.fdopen(write_given, "wb") if is_given else None
        self.returncode: int | None = None

    def __enter__(self) -> "_Started":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, place: TracebackType | None
    ) -> None:
        self.stdout.close()
        if self.stdin is not None and not self.stdin.closed:
            self.stdin.close()
        self.returncode = int.from_bytes(_received(self._line, _LENGTH), signed=True)
        self._line.close()


def _received(line: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        more = line.recv(length - len(data))
        assert more, "a process that starts builds has ended"
        data += more
    return data


@cache
def line() -> socket.socket:
    """The line to the process that waits, which ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        waiting = subprocess.Popen(
            [sys.executable, "-m", "tests.warm_builder", str(theirs.fileno())],
            cwd=_ROOT,
            env=_environment(),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        waiting.terminate()  # forks may have the line still, which nobody asks anything by any more
        waiting.wait()

    atexit.register(end)
    return ours


# ------------------------------------------------------------------------------ the process that waits


def main() -> None:
    """Wait for builds, and end when nobody is there any more."""
    commands: dict[str, Callable[[], Any]] = {
        PROGRAM: import_module(PROGRAM).main,
        "mkdocs": import_module("mkdocs.__main__").cli,
    }
    for name in _LATER:
        import_module(name)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # what ends is gone
    with socket.socket(fileno=int(sys.argv[1])) as asked:
        while True:
            head, streams, _, _ = socket.recv_fds(asked, 1, 4)
            if not head:
                return
            if os.fork() == 0:
                asked.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _build(commands, *streams)
            for stream in streams:
                os.close(stream)


def _build(
    commands: Mapping[str, Callable[[], Any]], line: int, given: int, said: int, errors: int
) -> NoReturn:
    """Have it done by a fork, and say how that ended."""
    with socket.socket(fileno=line) as asker:
        length = int.from_bytes(_received(asker, _LENGTH))
        program, arguments, folder, environment = json.loads(_received(asker, length))
        child = os.fork()
        if child == 0:
            asker.close()
            for number, stream in enumerate((given, said, errors)):
                os.dup2(stream, number)
            for stream in (given, said, errors):
                os.close(stream)
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(environment)
            sys.argv = ["mkdocs", *arguments]
            _become(commands[program])
        for stream in (given, said, errors):
            os.close(stream)
        _, status = os.waitpid(child, 0)
        asker.sendall(os.waitstatus_to_exitcode(status).to_bytes(_LENGTH, signed=True))
    os._exit(0)


def _become(build: Callable[[], Any]) -> NoReturn:
    """Build in this process, and end as Python would."""
    code = 0
    try:
        build()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as Python does it, whatever it is
        traceback.print_exc()
        code = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
