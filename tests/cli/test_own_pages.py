"""A site without a home page has one; an author's own home, method and errata stand in the place of ours."""

from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.write.starter import write_starter
from tests.cli.project import run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_starter(tmp_path)
    return tmp_path


def test_a_site_without_a_home_page_has_one(site: Path) -> None:
    (site / "docs/index.md").unlink()
    done = run("build", "--strict", "--root", site)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (site / "docs/index.md").read_text("utf-8")
    assert "# Our briefs" in page
    assert "(briefs/example-library.md)" in page
    assert "An example: on which day is the library closed?" in (site / "site/index.html").read_text("utf-8")
    (site / "docs/index.md").write_text("# Mine\n", encoding="utf-8")
    assert main(["compile", "--root", str(site)]) == 0
    assert (site / "docs/index.md").read_text("utf-8") == "# Mine\n"


@pytest.mark.parametrize("path", ["method/index.md", "errata/index.md"])
def test_an_authors_own_page_stands_in_the_place_of_ours(site: Path, path: str) -> None:
    (site / "docs" / path).parent.mkdir()
    (site / "docs" / path).write_text("# Mine\n", encoding="utf-8")
    assert main(["compile", "--strict", "--root", str(site)]) == 0
    assert (site / "docs" / path).read_text("utf-8") == "# Mine\n"
    assert (site / "docs/briefs/example-library.md").exists()


def test_any_other_page_is_in_the_way(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "docs/briefs").mkdir()
    (site / "docs/briefs/index.md").write_text("# Mine\n", encoding="utf-8")
    assert main(["compile", "--root", str(site)]) == 1
    assert "docs/briefs/index.md:1:1: error" in capsys.readouterr().out
