"""Plain files outlive a builder: what `compile` wrote is built by MkDocs and by ProperDocs alike."""

import re
from pathlib import Path

import pytest

from tests.repository import copy_project, run


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("builders") / "project")
    done = run("-m", "briefgen", "compile", "--root", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def build(builder: str, compiled: Path, target: Path) -> str:
    done = run(
        "-m",
        builder,
        "build",
        "--strict",
        "-f",
        compiled / "mkdocs.yml",
        "-d",
        target,
        NO_MKDOCS_2_WARNING="1",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def article(page: Path) -> str:
    found = re.search(r"<article.*?</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[0]


def test_every_builder_makes_the_same_articles(compiled: Path, tmp_path: Path) -> None:
    output = build("mkdocs", compiled, tmp_path / "mkdocs")
    assert "WARNING" not in output
    build("properdocs", compiled, tmp_path / "properdocs")
    pages = sorted((tmp_path / "mkdocs" / "briefs").rglob("index.html"))
    assert len(pages) >= 5
    for page in pages:
        other = tmp_path / "properdocs" / page.relative_to(tmp_path / "mkdocs")
        assert article(page) == article(other)
