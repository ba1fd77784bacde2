"""One line in mkdocs.yml adds briefs to a site of MkDocs."""

import tomllib
from pathlib import Path

import pytest

from briefgen.write.starter import starter_files
from tests.cli.project import tree
from tests.repository import ROOT
from tests.repository import run as run_python

THEIRS = """\
site_name: Theirs
theme: {name: material, font: false}
plugins:
  - search
  - briefgen
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of somebody else's, with the example's briefs beside it."""
    for path, data in starter_files().items():
        if path.startswith(("sources/", "seeds/")):
            (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / path).write_bytes(data)
    root = tmp_path / "site"
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text(
        '# Theirs\n\n[A brief](briefs/example-library.md)\n\n<div data-briefgen="topics"></div>\n',
        encoding="utf-8",
    )
    (root / "mkdocs.yml").write_text(THEIRS, encoding="utf-8")
    return root


def mkdocs(root: Path, tmp_path: Path) -> tuple[int, str]:
    entries = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    info = tmp_path / "installed/briefs_of_this_checkout-0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: briefs-of-this-checkout\nVersion: 0\n", "utf-8"
    )
    lines = [f"{name} = {value}" for name, value in entries["mkdocs.plugins"].items()]
    (info / "entry_points.txt").write_text("\n".join(["[mkdocs.plugins]", *lines, ""]), encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(info.parent)!r}); from mkdocs.__main__ import cli; cli()"
    config = str(root / "mkdocs.yml")
    done = run_python("-c", code, "build", "--strict", "-f", config, "--site-dir", str(tmp_path / "built"))
    return done.returncode, done.stdout + done.stderr


def test_briefs_are_pages_of_the_site_and_nothing_is_written_to_docs(site: Path, tmp_path: Path) -> None:
    before = tree(site)
    code, said = mkdocs(site, tmp_path)
    assert code == 0, said
    page = (tmp_path / "built/briefs/example-library/index.html").read_text("utf-8")
    assert 'class="admonition correction' in page
    assert "assets/briefgen.css" in page
    home = (tmp_path / "built/index.html").read_text("utf-8")
    assert 'href="briefs/example-library/"' in home
    assert '<li><a href="topics/example/" lang="en">Example</a> 1 brief</li>' in home
    now = tree(site)
    assert {path for path in now if not path.startswith(".briefgen/")} == set(before)


def test_a_misquote_stops_the_build(site: Path, tmp_path: Path) -> None:
    place = site / "sources/example-library.md"
    place.write_text(
        place.read_text("utf-8") + "\nIt says “what stands nowhere” [@examplenotice].\n", "utf-8"
    )
    code, said = mkdocs(site, tmp_path)
    assert code != 0
    assert "sources/example-library.md:" in said
    assert "[BG301]" in said
    assert not (tmp_path / "built/briefs").exists()
