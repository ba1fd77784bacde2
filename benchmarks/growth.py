"""How what a clean build costs grows with the number of briefs, stage by stage: see README.md.

    python -m benchmarks.growth [COUNT COUNT ...]

In one process and without anything kept; CPU seconds, those of programs that are started included. Exit code
1 where a stage of ours that is more than a fiftieth of the whole grows faster than the bound.
"""

import gc
import resource
import sys
import tempfile
from collections.abc import Callable
from math import log
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import write_project
from briefgen.cli.main import SELDOM
from briefgen.model.layout import project
from briefgen.pipeline import Run
from briefgen.render import check_links, render_cards, render_site
from briefgen.site.build import build_site
from briefgen.site.search import index_site
from briefgen.write import draw_cards, write_pages, write_theme
from briefgen.write.starter import starter_files

COUNTS = (250, 1000)
BOUND = 1.05
SHARE = 0.02
_THEIRS = frozenset({"MkDocs", "draw"})
"""What other programs and libraries do nearly alone."""

Value = TypeVar("Value")


class Clock:
    """CPU seconds of stages, by their names."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, stage: Callable[[], Value]) -> Value:
        """The value of a stage, whose time is kept."""
        before = _used()
        value = stage()
        self.seconds[name] = _used() - before
        return value


def _used() -> float:
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def stages(root: Path) -> dict[str, float]:
    """What each stage of a build from nothing takes."""
    clock, run = Clock(), Run(root)
    clock.timed("load", lambda: run.files)
    clock.timed("parse", lambda: run.workspace)
    clock.timed("resolve", lambda: run.corpus)
    verified = clock.timed("verify", lambda: run.verified)
    kit = run.card_kit
    pages = clock.timed("render", lambda: render_site(verified, kit)).value
    clock.timed(
        "links", lambda: tuple(check_links(verified, pages, run.files.written, run.files.passed_over))
    )
    cards = clock.timed("cards", lambda: render_cards(verified, kit)).value
    pictures = clock.timed("draw", lambda: draw_cards(root, cards))
    write_theme(root, has_cards=True, lists=(), feeds=())
    clock.timed("write", lambda: write_pages(root, pages, pictures))
    built = clock.timed("MkDocs", lambda: build_site(root, verified.newest, project.SITE, strict=False))
    clock.timed("search", lambda: index_site(root, built))
    return clock.seconds


def main() -> int:
    """Measure, print the seconds and exponents, and say whether the bound is kept."""
    gc.set_threshold(*SELDOM)  # as a command does: else what looks for circles is counted at any stage
    counts = [int(one) for one in sys.argv[1:]] or list(COUNTS)
    measured: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as name:  # all removed at the end: see `peers`
        for count in counts:
            root = Path(name) / str(count)
            write_project(root, count)
            settings = starter_files()["mkdocs.yml"] + b"\nsite_url: https://example.org/\n"
            (root / "mkdocs.yml").write_bytes(settings)
            measured.append(stages(root))
    print(f"{'CPU s at':<10}{''.join(f'{count:>10,}' for count in counts)}  exponent")
    exceeded = False
    for stage in measured[0]:
        seconds = [one[stage] for one in measured]
        exponent = log(seconds[-1] / seconds[0]) / log(counts[-1] / counts[0])
        large = seconds[-1] > SHARE * sum(measured[-1].values())
        over = large and exponent > BOUND and stage not in _THEIRS
        exceeded = exceeded or over
        said = f"  EXCEEDED {BOUND}" if over else ""
        print(f"{stage:<10}{''.join(f'{one:>10.2f}' for one in seconds)}  {exponent:8.2f}{said}")
    print(f"{'all':<10}{''.join(f'{sum(one.values()):>10.2f}' for one in measured)}")
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
