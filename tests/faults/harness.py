"""briefgen in a process that fails, or is killed, at the k-th thing it asks of the machine.

A run is a fork of this process, in which everything is loaded already: it costs no more than its own work. In
it, each call of `os` that opens, writes, renames, makes, removes or settles something below the project is
counted. At the k-th it fails as a disk does, or the process is gone.
"""

import errno
import os
import re
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib import import_module
from io import StringIO
from itertools import pairwise
from pathlib import Path, PurePath
from typing import Any

from briefgen.cli.main import command_names, load_command, main
from briefgen.site import build as site_build
from briefgen.site.programs import Ended, run_module
from briefgen.site.search import indexing as search_files

CALLS = (
    "open",
    "pread",
    "write",
    "rename",
    "replace",
    "link",
    "mkdir",
    "unlink",
    "rmdir",
    "fsync",
    "utime",
    "scandir",
    "listdir",
)
DISK_FULL, BROKEN, FORBIDDEN = errno.ENOSPC, errno.EIO, errno.EACCES
FITTING: Mapping[str, Sequence[int]] = {
    "open": (FORBIDDEN, BROKEN, DISK_FULL),
    "pread": (BROKEN,),
    "write": (DISK_FULL, BROKEN),
    "rename": (BROKEN, FORBIDDEN, DISK_FULL),
    "replace": (DISK_FULL, BROKEN, FORBIDDEN),
    "link": (DISK_FULL, BROKEN, FORBIDDEN),
    "mkdir": (DISK_FULL, FORBIDDEN, BROKEN),
    "unlink": (FORBIDDEN, BROKEN),
    "rmdir": (FORBIDDEN, BROKEN),
    "fsync": (BROKEN, DISK_FULL),
    "utime": (FORBIDDEN, BROKEN),
    "scandir": (FORBIDDEN, BROKEN),
    "listdir": (FORBIDDEN, BROKEN),
}
KILLED = 9


@dataclass(frozen=True, slots=True)
class Done:
    """How a run ended: its exit code, what it said, and the call that failed, if it came so far."""

    code: int
    said: str
    failed: str


def warm_up(root: Path) -> None:
    """Load here what every fork would have to load for itself: the project is checked once."""
    for name in command_names().values():
        load_command(name)
    for name in ("intake.capture", "write", "site.search", "site.build"):
        import_module(f"briefgen.{name}")
    with redirect_stdout(StringIO()):
        main(["--root", str(root), "check"])


class _Faults:
    """Counts calls below a folder, and has the k-th do as `at` says; with a `k` of 0 each of them."""

    def __init__(self, below: Path, k: int, at: Callable[[str, str], None]) -> None:
        self._below = f"{below}{os.sep}"
        self._left = k
        self._at_each = k == 0
        self._at = at
        self._ours: dict[int, str] = {}
        self._is_away = False

    def install(self) -> None:
        for name in CALLS:
            setattr(os, name, partial(self._called, name, getattr(os, name)))

    def _called(self, name: str, real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        first = arguments[0]
        place = self._ours.get(first, "") if isinstance(first, int) else os.fspath(first)
        if isinstance(place, bytes):
            place = os.fsdecode(place)
        half = 0
        is_counted = options.get("dir_fd") is not None or (f"{place}{os.sep}").startswith(self._below)
        if is_counted and not self._is_away:
            self._left -= 1
            if self._left == 0 or self._at_each:
                if name == "write":
                    half = real(first, bytes(arguments[1])[: len(arguments[1]) // 2])
                    arguments = (first, bytes(arguments[1])[half:])
                self._is_away = True
                self._at(name, place)
                self._is_away = False
        done = real(*arguments, **options)
        if name == "open":
            self._ours[done] = place
        return done + half if half else done


def run(
    root: Path,
    arguments: Sequence[str],
    *,
    fail_at: int = 0,
    turn: int = 0,
    kill_at: int = 0,
    at_each: Callable[[str, str], None] | None = None,
    prepare: Callable[[], None] | None = None,
) -> Done:
    """Run briefgen in a fork. At the call `fail_at` one of the fitting errors happens, the `turn`-th; at
    `kill_at` the process is gone; `at_each` is called at each. `prepare` is called in the fork."""
    said, failed = root.parent / "said", root.parent / "failed"
    for place in (said, failed):
        place.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        code = 70
        try:
            output = os.open(said, os.O_WRONLY | os.O_CREAT, 0o666)
            for number in (1, 2):
                os.dup2(output, number)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            note = os.open(failed, os.O_WRONLY | os.O_CREAT, 0o666)
            write, leave = os.write, os._exit

            def fail(name: str, place: str) -> None:
                write(note, name.encode())
                number = FITTING[name][turn % len(FITTING[name])]
                raise OSError(
                    number, os.strerror(number), *([place] if name not in ("write", "fsync") else [])
                )

            def die(name: str, place: str) -> None:
                write(note, name.encode())
                leave(KILLED)

            if prepare is not None:
                prepare()
            if fail_at or kill_at:
                _Faults(root, fail_at or kill_at, fail if fail_at else die).install()
            if at_each:
                _Faults(root, 0, at_each).install()
            code = main(["--root", str(root), *arguments])
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 70
        finally:
            if sys.exc_info()[0] is not None:
                traceback.print_exc()
            with suppress(Exception):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return Done(os.waitstatus_to_exitcode(status), _text(said), _text(failed))


def _text(place: Path) -> str:
    return place.read_text(encoding="utf-8", errors="replace") if place.exists() else ""


def killed_after(root: Path, arguments: Sequence[str], seconds: float) -> bool:
    """Run briefgen as people do, and kill it after a while with all that it started; whether it still ran."""
    import subprocess

    with subprocess.Popen(
        [sys.executable, "-m", "briefgen", "--root", str(root), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            return True
    return False


def killed_in_fork(root: Path, arguments: Sequence[str], seconds: float) -> bool:
    """Run briefgen in a fork, and kill it after a while with all that it started; whether it still ran."""
    child = os.fork()
    if child == 0:
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nowhere, number)
        sys.stdin, sys.stdout, sys.stderr = (
            open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            for number, mode in enumerate("rww")
        )
        try:
            main(["--root", str(root), *arguments])
        finally:
            os._exit(0)
    time.sleep(seconds)
    ended, _ = os.waitpid(child, os.WNOHANG)
    if ended:
        return False
    with suppress(ProcessLookupError):  # it has no session of its own yet
        os.killpg(child, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


_UNGUESSABLE = re.compile(r"[0-9a-f]{32}(?=\.new)")


def ends(root: Path, shots: Path, run_with: Callable[..., Done]) -> Iterator[tuple[str, Path]]:
    """What lies there if a run is killed at any of its calls: every state once, with the call and a copy.

    A process that is gone has left what it had done by then. So one run is enough, which is looked at before
    each of its calls (and amid each of its writes): a kill at each of them would take as many runs.
    """
    seen: set[str] = set()

    def look(name: str, place: str) -> None:
        state = _state(root)
        if state not in seen:
            seen.add(state)
            shutil.copytree(root, shots / f"{len(seen):05}-{name}", symlinks=True)

    shots.mkdir()
    assert run_with(at_each=look).code == 0
    for shot in sorted(shots.iterdir()):
        yield shot.name, shot
        shutil.rmtree(shot)


def _state(root: Path) -> str:
    whole = sha256()
    for path in sorted(root.rglob("*"), key=lambda path: _UNGUESSABLE.sub("", path.as_posix())):
        is_file = path.is_file() and not path.is_symlink()
        data = sha256(path.read_bytes()).hexdigest() if is_file else ""
        whole.update(f"{_UNGUESSABLE.sub('', path.as_posix())}\0{data}\n".encode())
    return whole.hexdigest()


# --------------------------------------------------------------------------- other programs, recorded


class Recorded:
    """What MkDocs and Pagefind made of a project once, to be made again in no time.

    Their own calls are not ours, and are failed elsewhere (`programs.py`).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def record(self) -> None:
        """Have the next builds leave a copy of what the programs make."""
        self._replace(self._recording)

    def play(self) -> None:
        """Have the next builds take the copies."""
        self._replace(self._playing)

    def _replace(self, function: Callable[..., Ended]) -> None:
        real = run_module
        for module in (site_build, search_files):  # both have it by name
            vars(module)["run_module"] = partial(function, real)

    def _recording(
        self, real: Callable[..., Ended], module: str, arguments: list[str], *a: Any, **b: Any
    ) -> Ended:
        done = real(module, arguments, *a, **b)
        shutil.copytree(_output(arguments), self.folder / module, dirs_exist_ok=True)
        return done

    def _playing(self, _: object, module: str, arguments: list[str], *a: Any, **b: Any) -> Ended:
        # As another program would: past what is counted here.
        child = os.fork()
        if child == 0:
            # What stands there is another name of what readers have: MkDocs writes into none of it.
            anew = 'rm -rf -- "$1" && cp -r -- "$0" "$1"'
            os.execvp("sh", ["sh", "-c", anew, str(self.folder / module), str(_output(arguments))])
        _, status = os.waitpid(child, 0)
        return Ended(status == 0, "it could not")


def _output(arguments: Sequence[str]) -> PurePath:
    return PurePath(next(b for a, b in pairwise(arguments) if a in ("--site-dir", "--output-path")))
