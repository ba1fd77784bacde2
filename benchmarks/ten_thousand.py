"""A large site, once: see README.md.

    python -m benchmarks.ten_thousand [COUNT]

A build by the real command line, with cards, then what a changed text, a changed title and no change cost;
plain MkDocs of the Markdown that we wrote, Pagefind of the pages that we made; and the same builds of a
tenth, to see how each grows: once before and twice after, and the medians count, as a large site takes so
long that the machine is not the same all the time. Each line is printed as soon as it is measured. Exit code
1 where a bound is exceeded; there are some for large sites.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path

from benchmarks.peers import (
    BOUNDS,
    CHANGES,
    CLEAN,
    LARGE,
    PLAIN,
    Cost,
    briefgen,
    plain_mkdocs,
    run,
    size,
    write_briefs,
)
from benchmarks.watched import OURS, Watched

_COUNT, _TENTH = 10_000, 10
_PAGEFIND = "Pagefind, the same pages"
_CHANGED = ("nothing changed", "a text changed", "a title changed")
_OF_CLEAN = 0.03
"""What one change may cost of a clean build."""
_MEMORY = 1.3
"""How many times the memory of plain MkDocs."""
_GROWTH, _FASTER = 1.05, 0.03
"""The exponent that our own part may grow with, and how far MkDocs' and Pagefind's may be above those that
they have by themselves."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a run used: its largest process and all at once in MiB, and the CPU seconds of its programs."""

    cost: Cost
    together: int
    mkdocs: float
    pagefind: float

    @property
    def ours(self) -> float:
        """CPU seconds of what is neither."""
        return self.cost.cpu - self.mkdocs - self.pagefind


class Watching:
    """Runs, each watched and told."""

    def __init__(self) -> None:
        self.uses: dict[tuple[int, str], list[Use]] = {}
        self._watched: Watched | None = None

    def watch(self, pid: int) -> Watched:
        self._watched = Watched(pid)
        return self._watched

    def note(self, count: int, name: str, cost: Cost) -> None:
        """Keep and print what the last run used."""
        watched = self._watched
        assert watched is not None
        use = Use(cost, watched.memory, watched.cpu("MkDocs"), watched.cpu("Pagefind"))
        self.uses.setdefault((count, name), []).append(use)
        print(
            f"{count:>7,} {name:<28} {cost.cpu:9.2f} {use.ours:9.2f} {use.mkdocs:9.2f} {use.pagefind:9.2f} "
            f"{cost.wall:8.1f} {cost.memory:9.0f} {use.together:9.0f}",
            flush=True,
        )

    def medians(self) -> dict[tuple[int, str], Use]:
        """Of each number of briefs and each thing that was done the run that cost the median."""
        return {
            of: sorted(uses, key=lambda use: use.cost.cpu)[len(uses) // 2] for of, uses in self.uses.items()
        }


def measure(watching: Watching, root: Path, count: int, changes: tuple[str, ...]) -> None:
    """Build a project from nothing and after each change, and its Markdown and pages by the others."""
    write_briefs(root, count)
    watching.note(count, CLEAN, briefgen(root, "build", watch=watching.watch))
    for name in changes:
        CHANGES[name](root)
        watching.note(count, f"briefgen, {name}", briefgen(root, "build", watch=watching.watch))
    site, kept = size(root / "site"), size(root / ".briefgen")
    print(f"{'':>7} a site of {site:.0f} MB, and {kept:.0f} kept", flush=True)
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", "site", "--output-path", "index"]
    watching.note(count, _PAGEFIND, run(command, root, watching.watch))
    watching.note(count, PLAIN, plain_mkdocs(root, watching.watch))


def ratios(uses: dict[tuple[int, str], Use], count: int) -> Iterator[tuple[str, float, float | None]]:
    """What is compared, how it compares, and the bound, if there is one."""
    clean, plain = uses[count, CLEAN], uses[count, PLAIN]
    yield "a clean build, CPU: of plain MkDocs", clean.cost.cpu / plain.cost.cpu, None
    yield "a clean build, wall: of plain MkDocs", clean.cost.wall / plain.cost.wall, None
    for name in _CHANGED:
        used = uses[count, f"briefgen, {name}"].cost.cpu
        yield f"{name}, CPU: of a clean build", used / clean.cost.cpu, _OF_CLEAN
        yield f"{name}, CPU: of plain MkDocs", used / plain.cost.cpu, BOUNDS[f"briefgen, {name}"][0]
    yield "memory of the largest process: of plain MkDocs", clean.cost.memory / plain.cost.memory, _MEMORY
    yield "memory of all processes: of plain MkDocs", clean.together / plain.together, _MEMORY


def growth(uses: dict[tuple[int, str], Use], small: int, count: int) -> Iterator[tuple[str, float, float]]:
    """The exponents from the small site to the large one, and their bounds."""

    def exponent(name: str, part: str) -> float:
        used = [getattr(uses[size, name], part) for size in (small, count)]
        return log(used[1] / used[0]) / log(count / small)

    yield "growth of what is ours", exponent(CLEAN, "ours"), _GROWTH
    yield "growth of MkDocs in ours", exponent(CLEAN, "mkdocs"), exponent(PLAIN, "mkdocs") + _FASTER
    yield (
        "growth of Pagefind in ours",
        exponent(CLEAN, "pagefind"),
        exponent(_PAGEFIND, "pagefind") + _FASTER,
    )


def main() -> int:
    """Measure, print, and say whether all is within its bounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=_COUNT)
    count = parser.parse_args().count
    small = count // _TENTH
    watching = Watching()
    print(
        f"{'briefs':>7} {'':<28} {'CPU s':>9} {OURS:>9} {'MkDocs':>9} {'Pagefind':>9} {'wall s':>8} ", end=""
    )
    print(f"{'MiB: one':>9} {'all':>9}", flush=True)
    with tempfile.TemporaryDirectory() as name:  # both removed at the end: see `peers`
        for number, (size_, changes) in enumerate(((small, ()), (count, _CHANGED), (small, ()), (small, ()))):
            measure(watching, Path(name) / str(number), size_, changes)
    print()
    exceeded = False
    uses = watching.medians()
    for what, ratio, bound in (*ratios(uses, count), *growth(uses, small, count)):
        over = bound is not None and ratio > bound and count >= LARGE
        exceeded |= over
        allowed = "" if bound is None else f"  (at most {bound:.3f}){'  EXCEEDED' if over else ''}"
        print(f"{what:<50} {ratio:7.3f}{allowed}")
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
