"""Two workers of a Dask cluster beside two processes of one machine: see README.md.

    python -m benchmarks.cluster [COUNT] [--rounds N]

The same project is compiled from nothing, in turns; of all rounds the medians of the clock count. Exit code 1
where the workers reach less than the bound.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_project
from benchmarks.peers import run
from tests.repository import ROOT

BOUND = 0.85
"""How much of the speed of two processes two workers must reach."""
_SETTINGS = "site_name: A benchmark\nsite_url: https://example.org/\n"
_ADDRESS = re.compile(r"Scheduler at: +(tcp://\S+)")
_JOINED = re.compile("Starting established connection")


@contextmanager
def started(said: re.Pattern[str], *arguments: str) -> Iterator[str]:
    """What a program of Dask's says when it is ready; it ends with the block."""
    command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as rest,
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, stdout=rest, text=True) as program,
    ):
        assert program.stderr
        try:
            for line in program.stderr:
                if found := said.search(line):
                    yield found[found.re.groups]
                    return
            sys.exit(f"{' '.join(command)} did not start")
        finally:
            program.kill()


def measure(count: int, rounds: int) -> bool:
    """Print the medians and their ratio; whether the bound is kept."""
    times: dict[str, list[float]] = {"--jobs 2": [], "two workers": []}
    with ExitStack() as stack:
        address = stack.enter_context(started(_ADDRESS, "scheduler", "--host", "127.0.0.1", "--port", "0"))
        for _ in range(2):
            stack.enter_context(started(_JOINED, "worker", address, "--nthreads", "1", "--no-nanny"))
        for number in range(rounds + 1):
            for name, how in (("--jobs 2", ("--jobs", "2")), ("two workers", ("--scheduler", address))):
                with tempfile.TemporaryDirectory() as folder:
                    root = Path(folder)
                    write_project(root, count)
                    (root / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
                    command = [sys.executable, "-m", "briefgen", "compile", "--no-cache", *how]
                    cost = run(command, root)
                if number:  # in the first round the workers import what they work with
                    times[name].append(cost.wall)
    for name, all_of_one in times.items():
        print(f"{name:12} {median(all_of_one):6.1f} s ({min(all_of_one):.1f} to {max(all_of_one):.1f})")
    ratio = median(times["--jobs 2"]) / median(times["two workers"])
    print(f"two workers reach {ratio:.2f} of the speed of --jobs 2 (bound {BOUND}), {count} briefs")
    return ratio >= BOUND


def main() -> int:
    """Measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster")
    parser.add_argument("count", nargs="?", type=int, default=300, metavar="COUNT")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    options = parser.parse_args()
    return 0 if measure(options.count, options.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
