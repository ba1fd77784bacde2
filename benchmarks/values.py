"""How large a brief is that is stored or sent by itself, and whether it grows with its project.

    python -m benchmarks.values [BRIEFS ...]

The size of a pickled `VerifiedBrief`, in projects of 10 and of 1,000 briefs whose bibliography grows with
them. Exits with 1 when the median in the largest project is over 1.5 times that in the smallest, or over
40 kB.
"""

import argparse
import pickle
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.corpus import WORKS, write_project
from briefgen.pipeline import Run

GROWTH, MOST = 1.5, 40_000


def size(briefs: int) -> float:
    """The median size of a pickled brief, in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root, briefs, max(WORKS, briefs))
        return median(len(pickle.dumps(brief)) for brief in Run(root).verified.briefs)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.values")
    parser.add_argument("briefs", nargs="*", type=int, default=[10, 1000], help="briefs of a project")
    counts: list[int] = parser.parse_args().briefs
    sizes = [size(count) for count in counts]
    for count, bytes_ in zip(counts, sizes, strict=True):
        print(f"{count:>6} briefs: {bytes_ / 1000:6.1f} kB a brief, {bytes_ / sizes[0]:.2f}×")
    return 0 if sizes[-1] <= min(GROWTH * sizes[0], MOST) else 1


if __name__ == "__main__":
    sys.exit(main())
