"""What starting briefgen costs before it does anything, beside Python itself: see README.md.

    python -m benchmarks.command_line

Everything is measured side by side in one run, in turns, and the median counts: CPU seconds of processes of
their own, so that waiting for another program is not counted. Exit code 1 if ``--version`` costs more than
WITHIN.
"""

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

ROUNDS = 31
WITHIN = 0.05
"""How many CPU seconds the version may cost more than Python that does nothing."""

NOTHING = ("-c", "pass")
VERSION = ("-m", "briefgen", "--version")
OTHERS = (("-m", "briefgen", "--help"), ("-m", "briefgen", "check", "--help"))


def main() -> int:
    ways = (NOTHING, VERSION, *OTHERS)
    taken: dict[tuple[str, ...], list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way in ways:
            taken[way].append(cpu_seconds(way))
    more = {way: median(taken[way]) - median(taken[NOTHING]) for way in ways}
    for way in ways:
        allowed = f"  (at most {WITHIN:.3f} more)" if way == VERSION else ""
        exceeded = "  EXCEEDED" if way == VERSION and more[way] > WITHIN else ""
        seconds = f"{median(taken[way]):.3f} s, {more[way]:.3f} more"
        sys.stdout.write(f"python {' '.join(way):<28} {seconds}{allowed}{exceeded}\n")
    return 1 if more[VERSION] > WITHIN else 0


def cpu_seconds(arguments: tuple[str, ...]) -> float:
    """What a run of Python costs, by itself and in the system."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
