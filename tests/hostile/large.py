"""What large things take: ``python -m tests.hostile.large [WORD ...]``; user CPU of ``briefgen check``.

Exits with 1 where one takes more than 60 seconds of CPU or falls at 2 GiB of memory.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.hostile.project import write_shape
from tests.hostile.shapes import WORDS, Shape, whole

SECONDS, MEMORY = 60, 2 * 1024**3
NEAR_MISS = Shape("", lambda size: "> keep one lane opened on every day [@h]\n", capture=whole(f"{WORDS} "))
CITING = "The council decided to keep it [@o, p. 3]. "
ENTRY = """@article{{key{0}, author = {{Ek, Ada and Oh, Ben}}, title = {{Rivers {0}}},
  journaltitle = {{Herald}}, date = {{2020-06-17}}, pages = {{1--2}}, url = {{https://example.org/{0}}}}}
"""
LARGE: Mapping[str, tuple[Shape, int, int]] = {
    "100,000 citations in one paragraph": (Shape("", whole(CITING)), 100_000 * len(CITING), 0),
    "a line of 10 MB": (Shape("", whole(f"{WORDS} ")), 10_000_000, 0),
    "a bibliography of 50,000 entries": (Shape(""), 0, 50_000),
    "a capture of 50 MB with a near miss": (NEAR_MISS, 50_000_000, 0),
}
"""Each with its shape, its size, and how many entries its bibliography has beside the usual."""


def main() -> int:
    """Measure those that are named, or all."""
    chosen = [name for name in LARGE if not sys.argv[1:] or any(word in name for word in sys.argv[1:])]
    return 1 if [name for name in chosen if not _holds(name)] else 0


def _holds(name: str) -> bool:
    shape, size, entries = LARGE[name]
    with tempfile.TemporaryDirectory() as folder:
        write_shape(Path(folder), shape, size)
        with Path(folder, "sources/references.bib").open("a", encoding="utf-8") as file:
            file.writelines(ENTRY.format(number) for number in range(entries))
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        limited = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))"
        program = f"{limited}; from briefgen.cli.main import main; raise SystemExit(main())"
        command = [sys.executable, "-c", program, "--root", folder, "check"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    print(f"{seconds:6.1f} s, exit code {done.returncode}: {name}", flush=True)
    return seconds <= SECONDS and done.returncode in (0, 1)


if __name__ == "__main__":
    sys.exit(main())
