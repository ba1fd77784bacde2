import json
from pathlib import Path

from tests.cli.project import SETTINGS, run


def test_build_makes_the_site_and_says_where_it_is(project: Path) -> None:
    done = run("build", "--root", project)
    assert done.returncode == 0, done.stderr
    page = project.resolve() / "site/briefs/sappers/index.html"
    assert "A first paragraph." in page.read_text(encoding="utf-8")
    assert "site/: open http://127.0.0.1:8000/ while this runs:\n" in done.stdout
    assert "mkdocs" not in done.stdout.lower()


def test_build_with_json(project: Path) -> None:
    done = run("build", "--root", project, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["findings"] == []


def test_a_site_that_cannot_be_built(project: Path) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS.replace("material", "no-such-theme"), encoding="utf-8")
    done = run("build", "--root", project)
    assert done.returncode == 2
    assert "no-such-theme" in done.stderr  # MkDocs' own words
    assert done.stderr.splitlines()[-1].startswith("briefgen: mkdocs.yml:2:15: MkDocs refuses this `theme`")
    assert not (project / "site").exists()
