"""How the time of every shape grows: ``python -m tests.hostile.measure [--rounds N] [--size N] [WORD ...]``.

Each is checked as ``briefgen check`` does it, in a process of its own, at a size where that takes at least
50 ms beyond an empty project, and at four times that size, in turn with ordinary text of the same sizes, so
that a busy machine is as slow for one as for the other: user CPU, the least of the rounds. Exits with 1 where
four times the text takes more than 5 times as long, or a text more than 20 times as long as ordinary text of
its size, the start of the command included, or one gets no answer within the limit.
"""

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from briefgen.diagnostics import Severity
from briefgen.pipeline import compile_briefs
from tests.hostile.project import write_shape
from tests.hostile.shapes import ORDINARY, SHAPES, Shape

GROWTH, MULTIPLE = 5.0, 20.0
ENOUGH = 0.05
FIRST, LARGEST = 8 * 1024, 4096 * 1024
LONGEST = 60
MEMORY = 2 * 1024**3
_EMPTY = Shape("nothing")


def main() -> int:
    """Measure the shapes, all or those that are named."""
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
        write_shape(Path(folder), _EMPTY, 0)
        started = _started(Path(folder), options.rounds)
    base = _measured(_EMPTY, (0,), options)[0].seconds
    bad = 0
    print(f"an empty project: {1000 * base:.0f} ms, {1000 * started:.0f} ms as a command")
    print("   KB    T(n)   T(4n)  ratio  times")
    for shape in chosen:
        size = options.size
        once = argparse.Namespace(rounds=1, seconds=options.seconds)
        while (took := _measured(shape, (size,), once)[0].seconds - base) < ENOUGH and size < LARGEST:
            size *= 4 if took < ENOUGH / 4 else 2
        one, four = _measured(shape, (size, 4 * size), options)
        ratio = (four.seconds - base) / max(one.seconds - base, 1e-6)
        start = started - base
        multiple = max((start + each.seconds) / (start + each.ordinary) for each in (one, four))
        failed = ratio > GROWTH or multiple > MULTIPLE or "fell" in (one.found + four.found)
        bad += failed
        if failed or not options.bad:
            print(
                f"{size // 1024:5} {1000 * one.seconds:7.0f} {1000 * four.seconds:7.0f} {ratio:6.2f} "
                f"{multiple:6.1f} {'!' if failed else ' '} {shape.name}  [{four.found}]",
                flush=True,
            )
    print(f"{len(chosen)} shapes, {bad} beyond a bound")
    return 1 if bad else 0


@dataclass(frozen=True, slots=True)
class _Measured:
    """User CPU of the fastest round, of the same for ordinary text, and what was found."""

    seconds: float
    ordinary: float
    found: str


def _started(empty: Path, rounds: int) -> float:
    """User CPU of the command for an empty project: what every check takes, once Python has compiled it."""
    best = float(LONGEST)
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        command = [sys.executable, "-m", "briefgen", "--root", str(empty), "check"]
        subprocess.run(command, env=compiled, check=True, capture_output=True)
        best = min(best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return best


def _measured(shape: Shape, sizes: tuple[int, ...], options: argparse.Namespace) -> list[_Measured]:
    """One for each size; the limit where it was reached."""
    with tempfile.TemporaryDirectory() as folder:
        roots = [(Path(folder, f"{size}"), Path(folder, f"{size}-ordinary")) for size in sizes]
        for size, (root, beside) in zip(sizes, roots, strict=True):
            write_shape(root, shape, size)
            write_shape(beside, ORDINARY, size)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _child(roots, options.rounds, options.seconds, writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
    if not said:
        return [_Measured(options.seconds, 1, "fell: no answer within the limit")] * len(sizes)
    return [_Measured(**each) for each in json.loads(said)]


def _child(roots: list[tuple[Path, Path]], rounds: int, limit: int, pipe: int) -> None:
    limit = limit * rounds * len(roots) + 10
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    best = {root: float(limit) for both in roots for root in both}
    found = dict.fromkeys(best, "")
    try:
        for _ in range(rounds):
            for root in best:
                seconds, found[root] = _checked(root)
                best[root] = min(best[root], seconds)
    except Exception as fell:  # noqa: BLE001 - whatever it is, it is said
        found = dict.fromkeys(best, f"fell: {type(fell).__name__} {str(fell)[:60]}")
    with os.fdopen(pipe, "w") as answer:
        told = [_Measured(best[root], best[beside], found[root]) for root, beside in roots]
        json.dump([asdict(each) for each in told], answer)
    os._exit(0)


def _checked(root: Path) -> tuple[float, str]:
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    findings = compile_briefs(root).findings
    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    names = dict.fromkeys(finding.rule.code for finding in findings)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return seconds, f"{len(findings)} found, {errors} errors: {' '.join(list(names)[:4])}"


if __name__ == "__main__":
    sys.exit(main())
