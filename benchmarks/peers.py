"""briefgen beside other ways to a site of the same briefs: see README.md.

    python -m benchmarks.peers [COUNT] [--rounds N] [--bibtex PYTHON]

All contenders build the same briefs, in turns, each round in folders of its own. Of all rounds the medians
count, of CPU seconds above all, those of processes that were started included. `--bibtex` is a Python with
Material and mkdocs-bibtex; without it that is left out. Exit code 1 where a bound is exceeded; there are some
for large sites.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks.corpus import write_project
from tests.repository import ROOT

_SETTINGS = "tests/torture/mkdocs.yml"
_NOT_IN_NAV = "not_in_nav: |\n  /briefs/*\n  /corrections/*\n  /sources/*\n  /timeline/*\n  /topics/*\n"
_NAV = "nav: [index.md, briefs/index.md, topics/index.md, timeline/index.md, sources/index.md]\n"
_BIBTEX = """\
site_name: A benchmark
theme: {name: material, language: en, font: false}
plugins: [search, {bibtex: {bib_file: references.bib, bib_by_default: true}}]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables]
"""
BOUNDS = {"briefgen, nothing changed": 0.05}
"""How much of our clean build each may cost at most, of LARGE sites."""
LARGE = 1000
_OF_A_CLEAN_ONE = "briefgen, clean"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost: seconds of processors and of the clock, and the memory of its largest process."""

    cpu: float
    wall: float
    memory: int


def run(arguments: Sequence[str | Path], folder: Path) -> Cost:
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
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode:
            said.seek(0)
            sys.exit(f"{said.read().decode(errors='replace')}\n{arguments} failed")
    return Cost(used.ru_utime + used.ru_stime, monotonic() - began, used.ru_maxrss // 1024)


# --------------------------------------------------------------------------------- what is done


def briefgen(folder: Path, *arguments: str) -> Cost:
    """A command of ours that may use what is kept."""
    return run([sys.executable, "-m", "briefgen", *arguments, "--cache"], folder)


def replace(folder: Path, path: str, pattern: str, new: str) -> None:
    """Change the first place in a file."""
    text, found = re.subn(pattern, new, (folder / path).read_text("utf-8"), count=1)
    assert found, (path, pattern)
    (folder / path).write_text(text, encoding="utf-8")


BRIEF = "sources/brief-0007.md"
CHANGES: Mapping[str, Callable[[Path], object]] = {
    "nothing changed": lambda _: None,
    "a text changed": lambda folder: replace(folder, BRIEF, r"\n\n## ", "\n\nOne more sentence.\n\n## "),
    "a title changed": lambda folder: replace(folder, BRIEF, r"title: ", "title: Once more "),
    "a work changed": lambda folder: replace(folder, "sources/references.bib", r"title = {", "title = {On "),
}


def of_ours(root: Path, count: int, settings: str) -> dict[str, Cost]:
    """A check and builds: from nothing, and after each change."""
    write_project(root, count)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    costs = {"briefgen check, clean": run([sys.executable, "-m", "briefgen", "check"], root)}
    costs[_OF_A_CLEAN_ONE] = briefgen(root, "build")
    for name, change in CHANGES.items():
        change(root)
        if name == "a text changed":
            costs[f"briefgen check, {name}"] = briefgen(root, "check")
        costs[f"briefgen, {name}"] = briefgen(root, "build")
    costs["briefgen check, nothing changed"] = briefgen(root, "check")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(root / "plain")]
    costs["MkDocs, the same Markdown"] = run(command, root)
    return costs


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
    parser.add_argument("--bibtex", metavar="PYTHON")
    options = parser.parse_args()
    settings = (ROOT / _SETTINGS).read_text("utf-8") + _NAV + _NOT_IN_NAV
    rounds: list[dict[str, Cost]] = []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as name:
            rounds.append(of_ours(Path(name) / "ours", options.count, settings))
            if options.bibtex:
                rounds[-1] |= of_bibtex(Path(name) / "bibtex", options.count, options.bibtex)
    return told(rounds, options.count)


def told(rounds: Sequence[Mapping[str, Cost]], count: int) -> int:
    """Print the medians, and say whether all is within its bounds."""
    print(f"{count} briefs, {len(rounds)} rounds: medians, and of CPU seconds the least and the most")
    print(f"{'':<36} {'CPU s':>8} {'':<17} {'of a clean build':>16} {'wall s':>8} {'MiB':>6}")
    clean = median(one[_OF_A_CLEAN_ONE].cpu for one in rounds)
    exceeded = False
    for name in rounds[0]:
        costs = [one[name] for one in rounds]
        cpu = [cost.cpu for cost in costs]
        share = median(cpu) / clean
        bound = BOUNDS.get(name) if count >= LARGE else None
        allowed = f"  (at most {bound})" if bound else ""
        if bound and share > bound:
            exceeded, allowed = True, f"{allowed}  EXCEEDED"
        wall, memory = median(cost.wall for cost in costs), median(cost.memory for cost in costs)
        spread = f"({min(cpu):.2f} to {max(cpu):.2f})"
        print(f"{name:<36} {median(cpu):8.2f} {spread:<17} {share:16.3f} {wall:8.1f} {memory:6.0f}{allowed}")
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
