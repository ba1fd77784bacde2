"""briefgen, started by a process that has imported it already.

Each run is a fork of a process that does nothing but wait: the arguments, the folder, the environment and the
streams are the run's own, and briefgen is run as ``python -m briefgen`` runs it. What Python does before that
is done, and that is most of what a short command costs. A run that is about just that, with variables of
Python, in another locale or zone or with other modules, starts a Python of its own: `is_fit` says which.
"""

import atexit
import gc
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NoReturn

from tests import warm_builder

LONGEST = 300
"""Seconds that a run may take."""
_ROOT = Path(__file__).parent.parent
_LENGTH = 4
_OF_PYTHON = ("PYTHON", "LANG", "LC_", "LD_", "TZ")
_BUILDS = frozenset(("build", "index"))
"""Commands that make a site or its index."""
_LATER = ("authoring.new", "authoring.rename", "intake.again", "intake.capture", "serving", "site.build")
"""What commands import when they are about to do their work: to be had before."""


def is_fit(environment: Mapping[str, str]) -> bool:
    """Whether a run with these variables asks nothing of Python that it only does when it starts."""
    return not any(name.startswith(_OF_PYTHON) for name in environment)


def run(
    arguments: Sequence[str], environment: Mapping[str, str], folder: Path
) -> "subprocess.CompletedProcess[str]":
    """Run briefgen with these arguments, in this environment."""
    asked = json.dumps([list(arguments), dict(environment), str(folder)]).encode()
    line = _line()
    with (
        Path(os.devnull).open("rb") as nothing,
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryFile() as errors,
    ):
        streams = [one.fileno() for one in (nothing, output, errors)]
        socket.send_fds(line, [len(asked).to_bytes(_LENGTH)], streams)
        line.sendall(asked)
        answer = line.recv(_LENGTH)
        assert answer, "the process that starts briefgen has ended"
        said = [_whole(one).decode() for one in (output, errors)]
    return subprocess.CompletedProcess(["briefgen", *arguments], int.from_bytes(answer, signed=True), *said)


def _whole(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read()


@cache
def _line() -> socket.socket:
    """The line to the process that waits, which ends when this one does."""
    ours, theirs = socket.socketpair()
    ours.settimeout(LONGEST)
    with theirs:
        waiting = subprocess.Popen(
            [sys.executable, "-m", "tests.warm", str(theirs.fileno())],
            cwd=_ROOT,
            env=os.environ | {"PYTHONPATH": str(_ROOT)},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        waiting.wait(LONGEST)

    atexit.register(end)
    return ours


# ------------------------------------------------------------------------------ the process that waits


def main() -> None:
    """Wait for runs, and end when nobody is there any more."""
    from briefgen.cli.main import command_names, load_command

    for name in command_names().values():
        load_command(name)
    for name in _LATER:
        import_module(f"briefgen.{name}")
    gc.collect()
    gc.freeze()
    warm_builder.use()
    is_ready_to_build = False
    with socket.socket(fileno=int(sys.argv[1])) as line:
        while True:
            head, streams, _, _ = socket.recv_fds(line, _LENGTH, 3)
            if not head:
                return
            asked = b""
            while len(asked) < int.from_bytes(head):
                asked += line.recv(int.from_bytes(head) - len(asked))
            run = json.loads(asked)
            if not is_ready_to_build and _BUILDS & {*run[0]}:
                _get_ready_to_build()
                is_ready_to_build = True
            child = os.fork()
            if child == 0:
                line.close()
                _become(streams, *run)
            for stream in streams:
                os.close(stream)
            _, status = os.waitpid(child, 0)
            line.sendall(os.waitstatus_to_exitcode(status).to_bytes(_LENGTH, signed=True))


def _get_ready_to_build() -> None:
    """MkDocs is imported, and the German dictionary of the search read: that takes more than a second."""
    from briefgen.site.search.german import marking_for

    warm_builder.line()
    marking_for("de")("Haus")
    gc.collect()
    gc.freeze()


def _become(
    streams: Sequence[int], arguments: list[str], environment: dict[str, str], folder: str
) -> NoReturn:
    """Run briefgen in this process, and end as Python would."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["briefgen", *arguments]
    code = 0
    try:
        runpy.run_module("briefgen", run_name="__main__", alter_sys=True)
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
