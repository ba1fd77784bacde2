"""The repository's own project, the Kursk briefs, copied to where a test may change it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests import warm, warm_builder

ROOT = Path(__file__).parent.parent

_HAND_WRITTEN = ("mkdocs.yml", "sources", "seeds", "docs")
_GENERATED = ("briefs", "sources", "corrections", "errata", "method", "timeline", "topics", ".briefgen.json")


def copy_project(target: Path) -> Path:
    """Copy what authors wrote, and nothing that was generated from it."""
    target.mkdir(parents=True, exist_ok=True)
    for name in _HAND_WRITTEN:
        source = ROOT / name
        if source.is_file():
            shutil.copy2(source, target / name)
        else:
            shutil.copytree(source, target / name, ignore=_ignore_generated)
    return target


def _ignore_generated(folder: str, names: list[str]) -> set[str]:
    return set(_GENERATED) & set(names) if Path(folder) == ROOT / "docs" else set()


def run(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run Python with these arguments: `run("-m", "briefgen", "build", "--root", project)`.

    What is said here of the environment is added to ours. briefgen and MkDocs start warm, if that makes no
    difference.
    """
    return run_in(Path.cwd(), *arguments, **environment)


def run_in(folder: Path, *arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The same in another folder."""
    words = [*map(str, arguments)]
    whole = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    if words[:2] == ["-m", "briefgen"] and warm.is_fit(environment):
        return warm.run(words[2:], whole, folder)
    if words[:2] == ["-m", "mkdocs"] and warm.is_fit(environment):
        return warm_builder.run_mkdocs(words[2:], whole, folder)
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=whole,
        capture_output=True,
        encoding="utf-8",
        timeout=warm.LONGEST,
        check=False,
    )
