"""`briefgen init`: a project from nothing, which is in order at once, and never over anybody's file."""

import os
import re
from pathlib import Path

import pytest
import yaml

from briefgen import __version__
from briefgen.cli.main import main
from briefgen.disk.above import project_at_or_above
from tests.cli.project import CLEAN, make_project, run, tree

WHOLE = {
    ".gitattributes",
    ".gitignore",
    "docs/index.md",
    "mkdocs.yml",
    "seeds/examplenotice.txt",
    "seeds/examplereport.txt",
    "sources/captures.yml",
    "sources/context/hours.en.md",
    "sources/example-library.md",
    "sources/references.bib",
}


def begin(root: Path, *arguments: str) -> int:
    return main(["init", str(root), *arguments])


def test_a_project_from_nothing_builds_without_a_warning(tmp_path: Path) -> None:
    root = tmp_path / "my site"
    began = run("init", root)
    assert (began.returncode, began.stderr) == (0, "")
    assert set(tree(root)) == WHOLE
    assert f"    cd '{root}'\n" in began.stdout
    built = run("build", "--strict", "--root", root)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "WARNING" not in built.stderr
    assert "1 brief, 6 quotations: 6 found" in built.stdout
    page = (root / "site/briefs/example-library/index.html").read_text("utf-8")
    assert "made up" in page
    assert page.count('class="admonition correction') == 1
    assert page.count('class="admonition context') == 1


def test_what_is_generated_is_kept_out_of_git(tmp_path: Path) -> None:
    begin(tmp_path)
    ignored = (tmp_path / ".gitignore").read_text("utf-8").splitlines()
    main(["compile", "--root", str(tmp_path)])
    made = {path for path in tree(tmp_path) if path not in WHOLE}
    assert made
    assert [path for path in made if not any(f"/{path}".startswith(line) for line in ignored if line)] == []
    assert "/seeds/** -text" in (tmp_path / ".gitattributes").read_text("utf-8")


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = {
        ".gitignore": "*.pyc\n",
        "mkdocs.yml": "site_name: Theirs\ntheme: {name: material, custom_dir: .briefgen/theme}\n",
        "docs/index.md": "# Theirs\n",
    }
    (tmp_path / "docs").mkdir()
    for path, text in theirs.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert begin(tmp_path) == 0
    assert set(tree(tmp_path)) == WHOLE
    assert {path: (tmp_path / path).read_text("utf-8") for path in theirs} == theirs
    out = capsys.readouterr().out
    assert "docs/index.md was there, and is as it was\n" in out
    assert "mkdocs.yml was there, and is as it was; it lacks:\n    markdown_extensions: admonition\n" in out
    assert ".gitignore was there, and is as it was; it should have these lines:\n    /.briefgen/\n" in out


def test_again_it_adds_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(tmp_path)
    before = tree(tmp_path)
    (tmp_path / "seeds/examplenotice.txt").unlink()
    (tmp_path / "docs/index.md").unlink()
    capsys.readouterr()
    assert begin(tmp_path) == 0
    assert tree(tmp_path) == before
    assert capsys.readouterr().out.startswith(f"2 files written in {tmp_path}:\n    docs/index.md\n")
    assert begin(tmp_path) == 0
    assert capsys.readouterr().out.startswith("nothing was missing\n")


def test_a_project_is_not_begun_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path / "theirs")
    before = tree(root)
    assert begin(root) == 2
    assert f"briefgen: {root} is a project already: " in capsys.readouterr().err
    assert tree(root) == before
    assert begin(root, "--ci", "github") == 0
    assert set(tree(root)) - set(before) == {".github/workflows/briefs.yml"}


def test_from_inside_a_project_it_is_that_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_project(tmp_path / "theirs")
    monkeypatch.chdir(root / "sources")
    assert main(["init"]) == 2
    assert ".. is a project already" in capsys.readouterr().err


@pytest.mark.parametrize("way", ["file", "link"])
def test_a_way_that_leads_elsewhere(tmp_path: Path, way: str, capsys: pytest.CaptureFixture[str]) -> None:
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if way == "file":
        root.write_text("", encoding="utf-8")
    else:
        root.mkdir()
        (root / "docs").symlink_to(elsewhere)
    assert begin(root) == 2
    assert capsys.readouterr().err.startswith("briefgen: ")
    assert tree(elsewhere) == {}


@pytest.mark.parametrize(
    ("host", "path", "commands"),
    [
        ("github", ".github/workflows/briefs.yml", ["briefgen build --strict", "briefgen csp --write"]),
        ("gitlab", ".gitlab-ci.yml", ["briefgen build --strict", "briefgen csp --write", "briefgen check"]),
    ],
)
def test_the_workflow_of_a_host(tmp_path: Path, host: str, path: str, commands: list[str]) -> None:
    assert begin(tmp_path, "--ci", host) == 0
    assert set(tree(tmp_path)) == {*WHOLE, path}
    text = (tmp_path / path).read_text("utf-8")
    assert yaml.safe_load(text)
    assert f'"briefgen[cards,search]=={__version__}"' in text
    assert all(command in text for command in commands)
    assert "{version}" not in text
    assert "secrets." not in text


def test_the_workflow_of_github_gives_each_job_what_it_needs(tmp_path: Path) -> None:
    begin(tmp_path, "--ci", "github")
    workflow = yaml.safe_load((tmp_path / ".github/workflows/briefs.yml").read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "push" in workflow["jobs"]["publish"]["if"]


def test_an_example_cannot_be_taken_for_real(tmp_path: Path) -> None:
    begin(tmp_path)
    texts = {path: data.decode() for path, data in tree(tmp_path).items()}
    for path in ("sources/example-library.md", "sources/references.bib", "docs/index.md"):
        assert "made up" in texts[path]
    assert texts["seeds/examplenotice.txt"].startswith("AN EXAMPLE, MADE UP")
    assert texts["seeds/examplereport.txt"].startswith("AN EXAMPLE, MADE UP")
    addresses = re.findall(r"(?:https?://|@)([a-z0-9.-]+\.[a-z]+)", "\n".join(texts.values()))
    assert set(addresses) == {"example.org"}


# ------------------------------------------------------------------------------- from a subfolder


@pytest.mark.parametrize("inside", ["sources", "sources/context", "docs", "docs/briefs", "seeds"])
def test_every_command_works_from_a_subfolder(
    tmp_path: Path, inside: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path)
    main(["compile", "--root", str(tmp_path)])
    before = tree(tmp_path)
    monkeypatch.chdir(tmp_path / inside)
    capsys.readouterr()
    for command in ("check", "compile"):
        assert main([command]) == 0
        assert "1 brief, 6 quotations: 6 found" in capsys.readouterr().out
    assert tree(tmp_path) == before


def test_a_folder_that_is_named_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--root", "docs"]) == 2
    assert "docs has no folder sources/" in capsys.readouterr().err


def test_the_nearest_project_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer, inner = make_project(tmp_path), make_project(tmp_path / "docs/inner")
    for place, project in (
        (outer, outer),
        (outer / "sources", outer),
        (inner, inner),
        (inner / "docs", inner),
        (tmp_path.parent, tmp_path.parent),
    ):
        monkeypatch.chdir(place)
        assert Path(project_at_or_above(Path())).resolve() == project


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owners here")
def test_somebody_elses_settings_are_not_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (make_project(tmp_path) / "mine").mkdir()
    monkeypatch.chdir(tmp_path / "mine")
    assert Path(project_at_or_above(Path())).resolve() == tmp_path
    if os.getuid() == 0:
        os.chown(tmp_path / "mkdocs.yml", 65534, -1)
    else:
        monkeypatch.setattr("os.getuid", lambda: 4711)
    assert project_at_or_above(Path()) == Path()


def test_without_settings_only_the_folder_itself_is_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.md").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    monkeypatch.chdir(tmp_path / "sources")
    assert main(["check"]) == 2
    capsys.readouterr()
