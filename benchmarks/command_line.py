"""What starting briefgen costs, before it does anything and where nothing has changed: see README.md.

    python -m benchmarks.command_line

Beside Python itself, and beside Python that imports the libraries of authors' files. Everything is measured
side by side in one run, in turns, and the median counts: CPU seconds of processes of their own, so that
waiting for another program is not counted. Exit code 1 if ``--version`` costs more than WITHIN, or a check of
a small project of which nothing has changed more than TIMES what the libraries do.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from benchmarks.corpus import write_project

ROUNDS = 31
WITHIN = 0.05
"""How many CPU seconds the version may cost more than Python that does nothing."""

NOTHING = ("-c", "pass")
VERSION = ("-m", "briefgen", "--version")
OTHERS = (("-m", "briefgen", "--help"), ("-m", "briefgen", "check", "--help"))
BRIEFS, TIMES = 40, 3
LIBRARIES = ("-c", "import markdown_it, yaml, pybtex.database")
CHECK = ("-m", "briefgen", "check", "--cache")
_ROOT = Path(__file__).parent.parent


def main() -> int:
    ways = (NOTHING, VERSION, *OTHERS, LIBRARIES, CHECK)
    taken: dict[tuple[str, ...], list[float]] = {way: [] for way in ways}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, BRIEFS)
        for arguments in (("-m", "briefgen", "compile", "--cache"), CHECK):
            cpu_seconds(arguments, folder)
        for _ in range(ROUNDS):
            for way in ways:
                taken[way].append(cpu_seconds(way, folder))
    more = {way: median(taken[way]) - median(taken[NOTHING]) for way in ways}
    times = median(taken[CHECK]) / median(taken[LIBRARIES])
    for way in ways:
        seconds = f"{median(taken[way]):.3f} s, {more[way]:.3f} more"
        said, exceeded = "", False
        if way == VERSION:
            said, exceeded = f"  (at most {WITHIN:.3f} more)", more[way] > WITHIN
        elif way == CHECK:
            said = (
                f"  {times:.2f} times the libraries, {BRIEFS} briefs, nothing changed (at most {TIMES:.2f})"
            )
            exceeded = times > TIMES
        sys.stdout.write(f"python {' '.join(way):<50} {seconds}{said}{'  EXCEEDED' if exceeded else ''}\n")
    return int(more[VERSION] > WITHIN or times > TIMES)


def cpu_seconds(arguments: tuple[str, ...], folder: Path) -> float:
    """What a run of Python in a folder costs, by itself and in the system."""
    environment = os.environ | {"PYTHONPATH": str(_ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is compiled anew each time, nobody installs so
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
