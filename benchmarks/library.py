"""A site of 10,000 works, most of which no brief cites: ``python -m benchmarks.library [BRIEFS]``.

CPU seconds of `compile`, as a process of its own: from nothing, with nothing changed, with one entry changed,
with one brief changed. Exits with 1 where the second takes over 5 % of the first.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import write_project

WORKS, MOST = 10_000, 0.05


def main(briefs: int) -> int:
    """Print a line a run."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root, briefs, WORKS)
        environment = {**os.environ, "XDG_STATE_HOME": f"{folder}/state"}
        first = _seconds(root, environment)
        print(f"{WORKS:,} entries, {briefs} briefs, from nothing: {first:.2f} s", flush=True)
        second = _seconds(root, environment)
        print(f"nothing changed: {second:.2f} s, {second / first:.1%} (bound {MOST:.0%})", flush=True)
        for name, what in (("references.bib", "entry"), ("brief-0003.md", "brief")):
            place = root / "sources" / name
            place.write_text(place.read_text("utf-8").replace("title", "title ", 1) + "\n", "utf-8")
            took = _seconds(root, environment)
            print(f"one {what} changed: {took:.2f} s, {took / first:.1%}", flush=True)
    return int(second > MOST * first)


def _seconds(root: Path, environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "briefgen", "--root", str(root), "compile", "--cache", "--jobs", "1"]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
