"""How the time of every shape grows: ``python -m tests.hostile.measure [--rounds N] [--size N] [WORD ...]``.

Each is checked as ``briefgen check`` does it, in a process of its own, at a size where that takes at least
50 ms beyond an empty project, and at four times that size: user CPU, the least of the rounds. Like is
compared with like: where one size ends in an error, so that no page is made of it, and the other does not, a
larger one is taken. What is far from both bounds in the first round is not measured again, unless
``--every`` asks for it. What is nearer is measured in all rounds, in turn with ordinary text of the same
sizes, so that a busy machine is as slow for one as for the other.

Exits with 1 where four times the text takes more than 5 times as long, or a text more than 20 times as long
as ordinary text of its size, the start of the command included, or one gets no answer within the limit.
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
from functools import cache
from pathlib import Path

from briefgen.cli.main import SELDOM
from briefgen.diagnostics import Severity
from briefgen.pipeline import compile_briefs
from tests.hostile.project import write_shape
from tests.hostile.shapes import ORDINARY, SHAPES, Shape

GROWTH, MULTIPLE = 5.0, 20.0
CLEAR = 0.9
"""A ratio below this part of the bound is not measured again: the times of one round differ by less."""
ENOUGH = 0.05
WARM, FIRST, LARGEST = 512, 8 * 1024, 4096 * 1024
LONGEST = 60
MEMORY = 2 * 1024**3
_EMPTY = Shape("nothing")


def main() -> int:
    """Measure the shapes, all or those that are named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*", help="only shapes with one of these in their name")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--every", action="store_true", help="all rounds for every shape")
    parser.add_argument("--size", type=int, default=FIRST, help="the smallest size")
    parser.add_argument("--seconds", type=int, default=LONGEST, help="the limit of one check")
    parser.add_argument("--part", default="1/1", help="only a part of the shapes: 2/5 is the second of five")
    parser.add_argument("--bad", action="store_true", help="show only what is beyond a bound")
    options = parser.parse_args()
    chosen = [
        shape for shape in SHAPES if not options.words or any(word in shape.name for word in options.words)
    ]
    gc.set_threshold(*SELDOM)  # as the command has it
    part, parts = map(int, options.part.split("/"))
    chosen = chosen[len(chosen) * (part - 1) // parts : len(chosen) * part // parts]
    with tempfile.TemporaryDirectory() as folder:  # what is made once is made before the processes part
        write_shape(Path(folder), ORDINARY, FIRST)
        compile_briefs(Path(folder))
        write_shape(Path(folder), _EMPTY, 0)
        started = _started(Path(folder), options.rounds)
    base = _measured((_EMPTY,), (0,), options.rounds, options.seconds)[0].seconds
    bad = 0
    print(f"an empty project: {1000 * base:.0f} ms, {1000 * started:.0f} ms as a command")
    print("   KB    T(n)   T(4n)  ratio  times")
    for shape in chosen:
        times = _times(shape, base, options)
        multiple = max(
            (started - base + took.seconds) / (started - base + beside)
            for took, beside in ((times.one, times.ordinary), (times.four, times.four_ordinary))
        )
        failed = (
            times.ratio(base) > GROWTH or multiple > MULTIPLE or "fell" in times.one.found + times.four.found
        )
        bad += failed
        if failed or not options.bad:
            print(
                f"{times.size // 1024:5} {1000 * times.one.seconds:7.0f} {1000 * times.four.seconds:7.0f} "
                f"{times.ratio(base):6.2f} {multiple:6.1f} {'!' if failed else ' '} {shape.name}  "
                f"[{times.four.found}; {times.rounds} rounds]",
                flush=True,
            )
    print(f"{len(chosen)} shapes, {bad} beyond a bound")
    return 1 if bad else 0


@dataclass(frozen=True, slots=True)
class _Measured:
    """User CPU of the fastest round, and what was found."""

    seconds: float
    found: str
    errors: bool = False


@dataclass(frozen=True, slots=True)
class _Times:
    """A shape at a size and at four times that, and ordinary text of both sizes."""

    size: int
    rounds: int
    one: _Measured
    four: _Measured
    ordinary: float
    four_ordinary: float

    def ratio(self, base: float) -> float:
        """How many times as long four times the text takes."""
        return (self.four.seconds - base) / max(self.one.seconds - base, 1e-6)


def _times(shape: Shape, base: float, options: argparse.Namespace) -> _Times:
    size = options.size
    while True:
        (one,) = _measured((shape,), (size,), 1, options.seconds)
        took = one.seconds - base
        if took >= ENOUGH or size >= LARGEST:
            times = _at(shape, base, one, size, options)
            took = times.one.seconds - base
            if size >= LARGEST or (took >= ENOUGH and times.one.errors == times.four.errors):
                return times
        size *= 4 if took < ENOUGH / 4 else 2


def _at(shape: Shape, base: float, one: _Measured, size: int, options: argparse.Namespace) -> _Times:
    """A shape at one size, in all rounds where the first does not keep clear of the bounds."""
    sizes, rounds, longest = (size, 4 * size), options.rounds, options.seconds
    (four,) = _measured((shape,), (4 * size,), 1, longest)
    beside, beside_four = (_ordinary(each, longest) for each in sizes)
    times = _Times(size, 1, one, four, beside, beside_four)
    multiple = max(one.seconds / beside, four.seconds / beside_four)
    near = times.ratio(base) > CLEAR * GROWTH or 2 * multiple > MULTIPLE
    if one.errors == four.errors and rounds > 1 and (near or options.every):
        one, ordinary, four, ordinary_four = _measured((shape, ORDINARY), sizes, rounds, longest)
        times = _Times(size, rounds, one, four, ordinary.seconds, ordinary_four.seconds)
    return times


@cache
def _ordinary(size: int, longest: int) -> float:
    """Once for each size, where a shape is far from the bound."""
    return _measured((ORDINARY,), (size,), 1, longest)[0].seconds


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


def _measured(
    shapes: tuple[Shape, ...], sizes: tuple[int, ...], rounds: int, longest: int
) -> list[_Measured]:
    """One for each size and shape, in a process of its own; the limit where it was reached."""
    count = len(shapes) * len(sizes)
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder, "warm")
        write_shape(warm, shapes[0], min(WARM, *sizes))
        roots: list[Path] = []
        for size in sizes:
            for shape in shapes:
                roots.append(Path(folder, str(len(roots))))
                write_shape(roots[-1], shape, size)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _child(warm, roots, rounds, longest, writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
    if not said:
        return [_Measured(longest, "fell: no answer within the limit")] * count
    return [_Measured(**each) for each in json.loads(said)]


def _child(warm: Path, roots: list[Path], rounds: int, longest: int, pipe: int) -> None:
    limit = longest * rounds * len(roots) + 10
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        _checked(warm)  # what only this shape makes, and makes once
        told = [_checked(root) for root in roots]
        for _ in range(rounds - 1):
            told = [min(known, _checked(root), key=_seconds) for known, root in zip(told, roots, strict=True)]
    except Exception as fell:  # noqa: BLE001 - whatever it is, it is said
        told = [_Measured(longest, f"fell: {type(fell).__name__} {str(fell)[:60]}")] * len(roots)
    with os.fdopen(pipe, "w") as answer:
        json.dump([asdict(each) for each in told], answer)
    os._exit(0)


def _seconds(measured: _Measured) -> float:
    return measured.seconds


def _checked(root: Path) -> _Measured:
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    findings = compile_briefs(root).findings
    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    names = dict.fromkeys(finding.rule.code for finding in findings)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    said = f"{len(findings)} found, {errors} errors: {' '.join(list(names)[:4])}"
    return _Measured(seconds, said, errors > 0)


if __name__ == "__main__":
    sys.exit(main())
