"""How the time of every shape grows: ``python -m tests.hostile.measure [--rounds N] [--size N] [WORD ...]``.

Each is checked as ``briefgen check`` does it, in a process of its own, at a size where that takes at least
50 ms beyond an empty project, and at four times that size: user CPU, the least of the rounds. Exits with 1
where four times the text takes more than 5 times as long, or a text more than 20 times as long as ordinary
text of its size, or one gets no answer within the limit.
"""

import argparse
import gc
import json
import os
import resource
import sys
import tempfile
from pathlib import Path

from briefgen.diagnostics import Severity
from briefgen.pipeline import compile_briefs
from tests.hostile.project import write_shape
from tests.hostile.shapes import ORDINARY, SHAPES, Shape

GROWTH, MULTIPLE = 5.0, 20.0
ENOUGH = 0.05
FIRST = 8 * 1024
LONGEST = 60
MEMORY = 2 * 1024**3
_EMPTY = Shape("nothing")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*", help="only shapes with one of these in their name")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", type=int, default=FIRST, help="the smallest size")
    parser.add_argument("--seconds", type=int, default=LONGEST, help="the limit of one check")
    parser.add_argument("--bad", action="store_true", help="show only what is beyond a bound")
    options = parser.parse_args()
    chosen = [
        shape for shape in SHAPES if not options.words or any(word in shape.name for word in options.words)
    ]
    with tempfile.TemporaryDirectory() as folder:  # what is made once is made before the processes part
        write_shape(Path(folder), ORDINARY, FIRST)
        compile_briefs(Path(folder))
    base = _seconds(_EMPTY, 0, options.rounds, options.seconds)[0]
    ordinary: dict[int, float] = {}
    bad = 0
    print(f"an empty project: {1000 * base:.0f} ms")
    print("   KB    T(n)   T(4n)  ratio  times")
    for shape in chosen:
        size = options.size
        one, findings = _seconds(shape, size, options.rounds, options.seconds)
        while one - base < ENOUGH and size < 4096 * 1024:
            size *= 4 if one - base < ENOUGH / 4 else 2
            one, findings = _seconds(shape, size, options.rounds, options.seconds)
        four, after = _seconds(shape, 4 * size, options.rounds, options.seconds)
        for each in (size, 4 * size):
            if each not in ordinary:
                ordinary[each] = _seconds(ORDINARY, each, options.rounds, options.seconds)[0]
        ratio = (four - base) / max(one - base, 1e-6)
        multiple = max(one / ordinary[size], four / ordinary[4 * size])
        failed = ratio > GROWTH or multiple > MULTIPLE or "fell" in (findings + after)
        bad += failed
        if failed or not options.bad:
            print(
                f"{size // 1024:5} {1000 * one:7.0f} {1000 * four:7.0f} {ratio:6.2f} {multiple:6.1f} "
                f"{'!' if failed else ' '} {shape.name}  [{after}]",
                flush=True,
            )
    print(f"{len(chosen)} shapes, {bad} beyond a bound")
    return 1 if bad else 0


def _seconds(shape: Shape, size: int, rounds: int, limit: int) -> tuple[float, str]:
    """User CPU of the fastest round, and what was found; the limit where it was reached."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_shape(root, shape, size)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _child(root, rounds, limit, writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
    if not said:
        return float(limit), "fell: no answer within the limit"
    told = json.loads(said)
    return float(told["seconds"]), str(told["found"])


def _child(root: Path, rounds: int, limit: int, pipe: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit * rounds + 10, limit * rounds + 10))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    best, found = float(limit), ""
    try:
        for _ in range(rounds):
            gc.collect()
            before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
            findings = compile_briefs(root).findings
            best = min(best, resource.getrusage(resource.RUSAGE_SELF).ru_utime - before)
            names = dict.fromkeys(finding.rule.code for finding in findings)
            errors = sum(finding.severity is Severity.ERROR for finding in findings)
            found = f"{len(findings)} found, {errors} errors: {' '.join(list(names)[:4])}"
    except Exception as fell:  # noqa: BLE001 - whatever it is, it is said
        found = f"fell: {type(fell).__name__} {str(fell)[:60]}"
    with os.fdopen(pipe, "w") as answer:
        json.dump({"seconds": best, "found": found}, answer)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
