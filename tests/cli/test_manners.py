"""What people and programs ask of a tool beside its work: status, clean, completion, versions."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.cli.main import command_names, main
from briefgen.write.starter import write_starter
from tests.cli.project import BROKEN, run, tree, write_brief
from tests.repository import ROOT


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
    assert told["errors_to"] == ""
    assert "readers     have no address to write to: `report_errors` in mkdocs.yml" in out
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("    about: {contact: desk@example.org}\n")
    before |= {"mkdocs.yml": (site / "mkdocs.yml").read_bytes()}
    assert main(["status", "--root", str(site)]) == 0
    assert "readers     write to desk@example.org\n" in capsys.readouterr().out
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


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a person sees of a run, with all that moves on the terminal."""
    ours, theirs = pty.openpty()
    variables = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    command = [sys.executable, "-m", "briefgen", *arguments]
    subprocess.run(command, env=variables, stdout=theirs, stderr=theirs, timeout=120, check=False)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 100_000)
        except OSError:  # so a terminal without a program ends
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return shown.decode()


def test_a_person_sees_what_is_being_done_and_nothing_is_left_of_it(site: Path) -> None:
    seen = on_a_terminal("check", "--no-cache", "--root", str(site))
    step = "\r\x1b[Kchecking the briefs …\r\x1b[K"
    assert step in seen
    assert "…" not in seen.replace(step, "").replace("reading the project …", "")
    done = run("check", "--no-cache", "--root", site)
    assert "…" not in done.stdout
    assert done.stderr == ""


def test_colours_as_they_are_asked_for(site: Path) -> None:
    write_brief(site, BROKEN)
    red = "\x1b[1;31merror[BG102]\x1b[0m"
    assert red in run("check", "--color", "always", "--root", site).stdout
    assert red in run("--color=always", "check", "--root", site, NO_COLOR="1").stdout
    assert "\x1b[1" not in run("check", "--root", site).stdout
    assert "\x1b[1" not in on_a_terminal("check", "--color", "never", "--root", str(site))


def test_quiet_says_findings_and_errors_only(site: Path) -> None:
    for command in ("check", "compile", "build"):
        done = run(command, "-q", "--root", site)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), command
    write_brief(site, BROKEN)
    said = run("check", "--quiet", "--root", site).stdout
    assert "error[BG102]" in said
    assert "quotations" not in said.splitlines()[-1]
    assert run("check", "-q", "--root", site / "nowhere").stderr.startswith("briefgen: ")


def test_verbose_says_each_step_on_standard_error(site: Path) -> None:
    usual = run("compile", "--no-cache", "--root", site)
    for arguments in (("compile", "-v"), ("-v", "compile"), ("-q", "compile", "-v")):
        done = run(*arguments, "--no-cache", "--root", site)
        assert done.stderr.splitlines() == [
            "briefgen: reading the project",
            "briefgen: compiling the briefs",
            "briefgen: drawing the cards",
            "briefgen: writing the pages",
        ]
        assert done.stdout.splitlines()[-1] == usual.stdout.splitlines()[-1]
