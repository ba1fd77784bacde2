"""What people and programs ask of a tool beside its work: status, clean, completion, versions."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.cli.main import command_names, main
from briefgen.write.starter import write_starter
from tests.cli.project import run, tree


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    write_starter(root)
    return root


def test_status_says_how_far_a_project_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "A draft", "--root", str(site), "--date", "2025-01-01"])
    bibliography = site / "sources/references.bib"
    bibliography.write_text(bibliography.read_text("utf-8") + "\n@misc{other, title = {Other}}\n", "utf-8")
    draft = site / "sources/a-draft.md"
    draft.write_text(draft.read_text("utf-8") + "\nIt says “so” [@other].\n", "utf-8")
    before = tree(site)
    capsys.readouterr()
    assert main(["status", "--root", str(site)]) == 0
    out = capsys.readouterr().out
    assert "briefs      2, 1 draft (a-draft)\n" in out
    assert "works       3, 1 work (other) cited and not in sources/captures.yml\n" in out
    assert "quotations  7: 6 found, 0 not found, 1 not checked, 0 unbound\n" in out
    assert "lock        6 not locked, 0 stale\n" in out
    assert main(["status", "--root", str(site), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["drafts"], told["works_without_capture"]) == (["a-draft"], ["other"])
    assert set(told["programs"]) == {"chromium", "pandoc", "git"}
    assert tree(site) == before


def test_clean_removes_what_can_be_made_again_and_nothing_else(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = tree(site)
    main(["compile", "--root", str(site)])
    (site / "site-drafts").mkdir()
    (site / "site-drafts/.briefgen-site").write_text("", encoding="utf-8")
    made = tree(site)
    capsys.readouterr()
    assert main(["clean", "--dry-run", "--root", str(site)]) == 0
    said = capsys.readouterr().out
    assert "site-drafts/ would be removed\n" in said
    assert tree(site) == made
    assert main(["clean", "--root", str(site)]) == 0
    assert capsys.readouterr().out == said.replace("would be removed", "removed")
    left = {path: data for path, data in tree(site).items() if not path.endswith(".lock")}
    left.pop(".briefgen/.gitignore")
    assert left == whole
    assert main(["clean", "--root", str(site)]) == 0
    assert capsys.readouterr().out == "nothing to remove\n"


@pytest.mark.parametrize("path", ["site/mine.txt", ".briefgen/theme/mine.css"])
def test_clean_leaves_what_others_made(site: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    main(["compile", "--root", str(site)])
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_text("mine", encoding="utf-8")
    before = tree(site)
    assert main(["clean", "--root", str(site)]) == 2
    assert "briefgen: " in capsys.readouterr().err
    assert tree(site) == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["complete", shell]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in command_names())
    if shell == "bash" and shutil.which("bash"):
        asked = 'COMP_WORDS=(briefgen {}); COMP_CWORD={}; _briefgen; echo "${{COMPREPLY[@]}}"'
        for words, place, said in (
            ("che", 1, "check"),
            ("build --off", 2, "--offline"),
            ("new --tr", 2, "--translate"),
        ):
            script = out + asked.format(words, place)
            done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
            assert done.stdout.split() == [said]


def test_the_version_as_data() -> None:
    for arguments in (("--version", "--json"), ("--json", "--version")):
        told = json.loads(run(*arguments).stdout)
        assert told["briefgen"] == __version__
        assert told["packages"]["mkdocs"]
        assert told["python"].startswith("3.")
