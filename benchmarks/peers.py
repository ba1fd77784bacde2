"""briefgen beside other ways to a site of the same briefs: see README.md.

    python -m benchmarks.peers [COUNT] [--rounds N] [--bibtex PYTHON]

All contenders build the same briefs, in turns, each round in folders of its own. Of all rounds the medians
count, of CPU seconds above all, those of processes that were started included. `--bibtex` is a Python with
Material and mkdocs-bibtex; without it that is left out, and what is bounded by it. Exit code 1 where a bound
is exceeded; there are some for large sites.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks.corpus import write_project
from tests.repository import ROOT

_SETTINGS = "tests/torture/mkdocs.yml"
_NOT_IN_NAV = "not_in_nav: |\n  /briefs/*\n  /corrections/*\n  /sources/*\n  /timeline/*\n  /topics/*\n"
_ADDRESS = "site_url: https://example.org/\n"
"""Without it there are no cards."""
_NAV = "nav: [index.md, briefs/index.md, topics/index.md, timeline/index.md, sources/index.md]\n"
PLAIN_SITE = "plain"
_BIBTEX = """\
site_name: A benchmark
theme: {name: material, language: en, font: false}
plugins: [search, {bibtex: {bib_file: references.bib, bib_by_default: true}}]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables]
"""
_CHECK, CLEAN, _NO_CARDS = "briefgen check, clean", "briefgen, clean", "briefgen, clean, without cards"
PLAIN, _BESIDE = "MkDocs, the same Markdown", "mkdocs-bibtex, all in the navigation"
BOUNDS: Mapping[str, tuple[float, str]] = {
    _CHECK: (0.35, _BESIDE),
    CLEAN: (1.8, _BESIDE),
    _NO_CARDS: (1.4, _BESIDE),
    "briefgen, nothing changed": (0.05, PLAIN),
    "briefgen, a text changed": (0.35, PLAIN),
    "briefgen, a title changed": (0.6, PLAIN),
    "briefgen, a correction changed": (0.6, PLAIN),
    "briefgen, a work changed": (0.6, PLAIN),
    "briefgen, a box changed": (0.6, PLAIN),
}
"""How many times the CPU seconds of a clean build of another builder each may cost, of LARGE sites."""
_WALL: Mapping[str, tuple[float, str]] = {CLEAN: (1.0, _BESIDE), _NO_CARDS: (1.0, _BESIDE)}
"""The same of the seconds of the clock."""
LARGE = 1000


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost: seconds of processors and of the clock, and the memory of its largest process."""

    cpu: float
    wall: float
    memory: int


Watch = Callable[[int], AbstractContextManager[object]]
"""What looks at a process while it runs."""


def run(arguments: Sequence[str | Path], folder: Path, watch: Watch = nullcontext) -> Cost:
    """Run a Python program; what it says is shown where it fails."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # else we alone, who are not installed, compile each time
    began = monotonic()
    with tempfile.TemporaryFile() as said:
        started = subprocess.Popen(
            [*map(str, arguments)], cwd=folder, env=environment, stdout=said, stderr=said
        )
        with watch(started.pid):
            _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode:
            said.seek(0)
            sys.exit(f"{said.read().decode(errors='replace')}\n{arguments} failed")
    return Cost(used.ru_utime + used.ru_stime, monotonic() - began, used.ru_maxrss // 1024)


# --------------------------------------------------------------------------------- what is done


def briefgen(folder: Path, *arguments: str, watch: Watch = nullcontext) -> Cost:
    """A command of ours that may use what is kept."""
    return run([sys.executable, "-m", "briefgen", *arguments, "--cache"], folder, watch)


def plain_mkdocs(root: Path, watch: Watch = nullcontext) -> Cost:
    """MkDocs as it is, of the Markdown that we wrote, into a folder of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(root / PLAIN_SITE)]
    return run(command, root, watch)


def replace(folder: Path, path: str, pattern: str, new: str) -> None:
    """Change the first place in a file."""
    text, found = re.subn(pattern, new, (folder / path).read_text("utf-8"), count=1)
    assert found, (path, pattern)
    (folder / path).write_text(text, encoding="utf-8")


BRIEF, WORKS, BOX = "sources/brief-0007.md", "sources/references.bib", "sources/context/towns.en.md"
SHARED = 20
"""Of so many briefs one includes the box that they share."""
CHANGES: Mapping[str, Callable[[Path], object]] = {
    "nothing changed": lambda _: None,
    "a text changed": lambda folder: replace(folder, BRIEF, r"\n\n## ", "\n\nOne more sentence.\n\n## "),
    "a title changed": lambda folder: replace(folder, BRIEF, r"title: ", "title: Once more "),
    "a correction changed": lambda folder: replace(folder, BRIEF, r"\.\n::::", ". It is so.\n::::"),
    "a work changed": lambda folder: replace(folder, WORKS, r"title = {", "title = {On "),
    "a box changed": lambda folder: replace(folder, BOX, r"\.\n", ". There are more.\n"),
}


def write_briefs(root: Path, count: int, *, cards: bool = True) -> None:
    """A project of ours, some of whose briefs share a box."""
    write_project(root, count)
    settings = (ROOT / _SETTINGS).read_text("utf-8") + _NAV + _NOT_IN_NAV + (_ADDRESS if cards else "")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "sources/context").mkdir()
    text = "---\ntitle: The towns\nas_of: 2025-05-01\n---\n\nFour towns lie at the river [@work003].\n"
    (root / BOX).write_text(text, encoding="utf-8")
    for number in range(0, count, SHARED):
        place = root / f"sources/brief-{number:04d}.md"
        text = place.read_text("utf-8")
        place.write_text(f"{text}\n::: {{.context include=towns}}\n:::\n", encoding="utf-8")


def without_cards(root: Path, count: int) -> Cost:
    """A build from nothing of a site that has no address, and so no cards."""
    write_briefs(root, count, cards=False)
    return briefgen(root, "build")


def of_ours(root: Path, count: int) -> tuple[dict[str, Cost], list[str]]:
    """A check and builds: from nothing, and after each change; and how large what is made is."""
    write_briefs(root, count)
    costs = {_CHECK: run([sys.executable, "-m", "briefgen", "check"], root)}
    costs[CLEAN] = briefgen(root, "build")
    for name, change in CHANGES.items():
        change(root)
        if name == "a text changed":
            costs[f"briefgen check, {name}"] = briefgen(root, "check")
        costs[f"briefgen, {name}"] = briefgen(root, "build")
    costs["briefgen check, nothing changed"] = briefgen(root, "check")
    costs[PLAIN] = plain_mkdocs(root)
    search, kept = size(root / "site/pagefind"), size(root / ".briefgen")
    others = size(root / PLAIN_SITE / "search/search_index.json")
    return costs, [
        f"briefgen: a site of {size(root / 'site'):.1f} MB, {search:.1f} of them for search; {kept:.1f} kept",
        f"{PLAIN}: a site of {size(root / 'plain'):.1f} MB, {others:.1f} of them for search",
    ]


def size(place: Path) -> float:
    """How many megabytes a file has, or all files of a folder."""
    files = place.rglob("*") if place.is_dir() else [place]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def of_bibtex(root: Path, count: int, python: str) -> dict[str, Cost]:
    """mkdocs-bibtex, from nothing: all briefs in the navigation, or one page of it."""
    write_project(root, count)
    (root / "docs/index.md").write_text("# Briefs\n", encoding="utf-8")
    (root / "docs/briefs").mkdir()
    for path in (root / "sources").glob("brief-*.md"):
        text = admonitions(path.read_text("utf-8"))
        (root / "docs/briefs" / path.name).write_text(text, encoding="utf-8")
    shutil.move(root / "sources/references.bib", root / "references.bib")
    costs = {}
    for name, nav in (("all in the navigation", ""), ("none there", "nav: [index.md]\n" + _NOT_IN_NAV)):
        (root / "mkdocs.yml").write_text(_BIBTEX + nav, encoding="utf-8")
        costs[f"mkdocs-bibtex, {name}"] = run([python, "-m", "mkdocs", "build", "-q"], root)
    return costs


def admonitions(text: str) -> str:
    """A brief with its boxes as Material has them."""
    lines, depth = [], 0
    for line in text.splitlines():
        if re.fullmatch(r":::+", line):
            depth -= 1
        elif opened := re.match(r":::+ *\{?\.?(\w+)", line):
            lines.append("    " * depth + f'!!! note "{opened[1]}"')
            depth += 1
        else:
            lines.append("    " * depth + line if line else "")
    return "\n".join(lines) + "\n"


# ------------------------------------------------------------------------------------- what is said


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bibtex", metavar="PYTHON", type=os.path.abspath)
    options = parser.parse_args()
    rounds: list[dict[str, Cost]] = []
    sizes: list[str] = []
    # All is removed at the end: a file system looks for minutes at what has just been removed whenever it
    # makes a file, and that is no cost of whoever comes next.
    with tempfile.TemporaryDirectory() as name:
        for number in range(options.rounds):
            root = Path(name) / str(number)
            costs, sizes = of_ours(root / "ours", options.count)
            costs[_NO_CARDS] = without_cards(root / "no-cards", options.count)
            if options.bibtex:
                costs |= of_bibtex(root / "bibtex", options.count, options.bibtex)
            rounds.append(costs)
    exceeded = told(rounds, options.count)
    print("\n".join(["", *sizes]))
    return exceeded


def told(rounds: Sequence[Mapping[str, Cost]], count: int) -> int:
    """Print the medians, and say whether all is within its bounds."""
    print(f"{count} briefs, {len(rounds)} rounds: medians, and of CPU seconds the least and the most")
    print(f"{'':<36} {'CPU s':>8} {'':<17} {'of MkDocs':>9} {'of bibtex':>9} {'wall s':>8} {'MiB':>6}")
    cpu = {name: median(one[name].cpu for one in rounds) for name in rounds[0]}
    wall = {name: median(one[name].wall for one in rounds) for name in rounds[0]}
    exceeded = False
    for name in rounds[0]:
        costs = [one[name] for one in rounds]
        shares = [f"{cpu[name] / cpu[other]:.3f}" if other in cpu else "" for other in (PLAIN, _BESIDE)]
        memory = median(cost.memory for cost in costs)
        allowed = ""
        for what, used, bounds in (("", cpu, BOUNDS), ("by the clock ", wall, _WALL)):
            bound, other = bounds.get(name, (0.0, ""))
            if count >= LARGE and other in used:
                is_within = used[name] <= bound * used[other]
                exceeded |= not is_within
                over = "" if is_within else "  EXCEEDED"
                allowed += f"  ({what}at most {bound} of {other.partition(',')[0]}){over}"
        spread = f"({min(cost.cpu for cost in costs):.2f} to {max(cost.cpu for cost in costs):.2f})"
        print(
            f"{name:<36} {cpu[name]:8.2f} {spread:<17} {shares[0]:>9} {shares[1]:>9} "
            f"{wall[name]:8.1f} {memory:6.0f}{allowed}"
        )
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
