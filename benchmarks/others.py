"""briefgen beside builders that are not MkDocs, each with the same briefs in its own dialect: see README.md.

    python -m benchmarks.others [COUNT] [--rounds N] [--peers FOLDER]

In turns, each from nothing and in a folder of its own; of all rounds the medians count. What is not in FOLDER
or on the PATH is named and left out.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_project
from benchmarks.peers import Cost, admonitions, run
from briefgen.write.starter import starter_files
from tests.pandoc import pandoc_path
from tests.repository import ROOT

_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_CITED = re.compile(r"\[@(\w+)(?:, (p\. \d+))?\]")
_BOX = re.compile(r"^(:::+) *\{?\.?(\w+)[^\n]*", re.MULTILINE)
_BIBTEX = """\
site_name: A benchmark
theme: {name: material, font: false}
plugins: [search, {bibtex: {bib_file: references.bib, bib_by_default: true}}]
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables]
"""
_SPHINX = """\
project = "A benchmark"
extensions = ["myst_parser", "sphinxcontrib.bibtex"]
bibtex_bibfiles = ["references.bib"]
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["*"]
"""
_MYST = (
    "version: 1\nproject: {bibliography: [references.bib]}\nsite: {title: A benchmark, template: ./theme}\n"
)
_HUGO = """\
baseURL = "https://example.org/"
title = "A benchmark"
disableKinds = ["taxonomy", "term", "RSS"]
markup.goldmark.renderer.unsafe = true
"""
_LAYOUTS = {
    "single": "<!doctype html><title>{{ .Title }}</title><body>{{ .Content }}</body>\n",
    "list": "<!doctype html><body>{{ range .Pages }}{{ .LinkTitle }}{{ end }}</body>\n",
}

_MADE = (
    "*/briefs/brief-*/index.html",
    "html/brief-*.html",
    "brief-*.md.html",
    "_build/site/content/brief-*.json",
)
"""What each makes of a brief, below its folder."""

Briefs = Mapping[str, str]
"""The texts of briefs as their authors wrote them, by the names of their files."""


def with_title(text: str) -> str:
    """A brief whose title is a heading, without its front matter."""
    front = _FRONT.match(text)
    assert front
    title = re.search(r"^title: (.*)$", front[1], re.MULTILINE)
    assert title
    return f"# {title[1]}\n{text[front.end() :]}"


def fill(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files into a folder that may be there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


# ----------------------------------------------------------------------------------- the builders


def of_briefgen(root: Path, ours: Path, _: Briefs) -> Cost:
    """Ours: quotations looked up, pages of works, lists, cards, search."""
    shutil.copytree(ours, root, ignore=shutil.ignore_patterns(".briefgen", "briefs", "site"))
    return run([sys.executable, "-m", "briefgen", "build", "--no-cache"], root)


def of_mkdocs(program: tuple[str | Path, ...], root: Path, ours: Path, _: Briefs) -> Cost:
    """The Markdown that we wrote of the same briefs, by a builder that reads mkdocs.yml."""
    shutil.copytree(ours, root, ignore=shutil.ignore_patterns("site"))
    return run([*program, "build"], root)


def of_bibtex(python: Path, root: Path, ours: Path, briefs: Briefs) -> Cost:
    """mkdocs-bibtex, with all briefs in the navigation."""
    fill(root / "docs/briefs", {name: admonitions(text) for name, text in briefs.items()})
    shutil.copy(ours / "sources/references.bib", root)
    (root / "mkdocs.yml").write_text(_BIBTEX, encoding="utf-8")
    return run([python, "-m", "mkdocs", "build", "-q"], root)


def of_sphinx(python: Path, root: Path, ours: Path, briefs: Briefs) -> Cost:
    """Sphinx with myst-parser and sphinxcontrib-bibtex: notes below each page, which have no page numbers."""

    def dialect(text: str) -> str:
        cited = _CITED.sub(r"{footcite:p}`\1`", with_title(text))
        boxed = _BOX.sub(r"\1{admonition} \2", cited)
        return f"{boxed}\n## Sources\n\n```{{footbibliography}}\n```\n"

    fill(root, {name: dialect(text) for name, text in briefs.items()})
    works = (ours / "sources/references.bib").read_text("utf-8").replace("journaltitle", "journal")
    older = re.sub(r"date = \{(\d+)[^}]*\}", r"year = {\1}", works)  # it reads BibTeX, not biblatex
    (root / "references.bib").write_text(older, encoding="utf-8")
    (root / "conf.py").write_text(_SPHINX, encoding="utf-8")
    (root / "index.md").write_text("# Briefs\n\n```{toctree}\n:glob:\nbrief-*\n```\n", encoding="utf-8")
    return run([python, "-m", "sphinx", "-q", "-b", "html", ".", "html"], root)


def of_pandoc(program: str, root: Path, ours: Path, briefs: Briefs) -> Cost:
    """pandoc with citeproc, a process for each brief, as people do it with make."""
    fill(root, briefs)
    shutil.copy(ours / "sources/references.bib", root)
    with_sources = f'"{program}" -s --citeproc --bibliography references.bib'
    each = f'for one in brief-*.md; do {with_sources} "$one" -o "$one.html" || exit 1; done'
    return run(["bash", "-c", each], root)


def of_myst(program: Path, root: Path, ours: Path, briefs: Briefs) -> Cost:
    """mystmd: its pages as data, since its themes are fetched."""
    fill(root, {name: _BOX.sub(r"\1{admonition} \2", text) for name, text in briefs.items()})
    fill(root / "theme", {"template.yml": "jtex: v1\ntitle: none\nbuild: {}\n"})
    (root / "myst.yml").write_text(_MYST, encoding="utf-8")
    shutil.copy(ours / "sources/references.bib", root)
    return run([program, "build", "--site", "--ci"], root)


def of_hugo(program: str, root: Path, ours: Path, _: Briefs) -> Cost:
    """Hugo: the Markdown that we wrote, in a layout of one line; a bound, and no site that anybody reads."""
    shutil.copytree(ours / "docs", root / "content", ignore=shutil.ignore_patterns(".*", "*.json"))
    for index in [*root.rglob("index.md")]:  # else the pages beside it are none
        index.rename(index.with_name("_index.md"))
    fill(root / "layouts/_default", {f"{name}.html": text for name, text in _LAYOUTS.items()})
    (root / "config.toml").write_text(_HUGO, encoding="utf-8")
    return run([program, "--quiet"], root)


Build = Callable[[Path, Path, Briefs], Cost]


def builders(peers: Path) -> dict[str, Build]:
    """Those that are there, by their names."""
    python, zensical = peers / "bin/python", peers / "bin/zensical"
    myst, hugo = peers / "npm/node_modules/.bin/myst", shutil.which("hugo")
    found: dict[str, Build | None] = {
        "briefgen": of_briefgen,
        "MkDocs, the same Markdown": partial(of_mkdocs, (sys.executable, "-m", "mkdocs")),
        "Zensical, the same Markdown": partial(of_mkdocs, (zensical,)) if zensical.exists() else None,
        "Hugo, the same Markdown": partial(of_hugo, hugo) if hugo else None,
        "mkdocs-bibtex": partial(of_bibtex, python) if python.exists() else None,
        "Sphinx, sphinxcontrib-bibtex": partial(of_sphinx, python) if python.exists() else None,
        "MyST, data of pages": partial(of_myst, myst) if myst.exists() else None,
        "pandoc, one page each": partial(of_pandoc, str(pandoc_path())),
    }
    for name in (name for name, build in found.items() if build is None):
        print(f"{name}: not there, left out")
    return {name: build for name, build in found.items() if build is not None}


# ------------------------------------------------------------------------------------- what is said


def measure(count: int, rounds: int, peers: Path) -> None:
    """Print the medians of each."""
    costs: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        ours = Path(name) / "ours"
        write_project(ours, count)
        (ours / "mkdocs.yml").write_bytes(starter_files()["mkdocs.yml"])
        (ours / "docs/index.md").write_text("# Briefs\n", encoding="utf-8")
        briefs = {
            path.name: path.read_text("utf-8") for path in sorted((ours / "sources").glob("brief-*.md"))
        }
        run([sys.executable, "-m", "briefgen", "compile"], ours)
        there = builders(peers)
        for number in range(rounds):
            for place, (builder, build) in enumerate(there.items()):
                root = Path(name) / f"{number}-{place}"  # all removed at the end: see `peers`
                costs.setdefault(builder, []).append(build(root, ours, briefs))
                made = {path for pattern in _MADE for path in root.glob(pattern)}
                assert len(made) == count, (builder, len(made))
    print(
        f"{count} briefs, from nothing, {rounds} rounds: medians, and of CPU seconds the least and the most"
    )
    print(f"{'':<30} {'CPU s':>8} {'':<17} {'wall s':>8} {'MiB':>6}")
    for builder, all_of_one in costs.items():
        cpu = [cost.cpu for cost in all_of_one]
        wall, memory = median(one.wall for one in all_of_one), median(one.memory for one in all_of_one)
        spread = f"({min(cpu):.2f} to {max(cpu):.2f})"
        print(f"{builder:<30} {median(cpu):8.2f} {spread:<17} {wall:8.1f} {memory:6.0f}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.others")
    parser.add_argument("count", nargs="?", type=int, default=100, metavar="COUNT")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--peers", type=Path, default=ROOT / ".peers", metavar="FOLDER")
    options = parser.parse_args()
    measure(options.count, options.rounds, options.peers.resolve())


if __name__ == "__main__":
    main()
