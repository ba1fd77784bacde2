import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.cli.main import main
from briefgen.pipeline import STAGES

CLEAN = """\
---
title: A thousand sappers
description: What a report says.
date: 2025-06-18
lang: en
---

A first paragraph.
"""
UNBOUND = CLEAN + "\nHe said “so be it” and left.\n"
BROKEN = CLEAN + "\nA \0 here.\n"
SETTINGS = """\
site_name: Test
theme: {name: material, custom_dir: .briefgen/theme, font: false}
markdown_extensions: [admonition, pymdownx.extra]
plugins: []
"""

HERE = str(Path(__file__).parent.parent)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tiny project without a fault, its name not plain ASCII."""
    root = tmp_path / "Prüfung 1"
    (root / "sources").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    write_brief(root, CLEAN)
    return root


def write_brief(root: Path, text: str) -> None:
    (root / "sources/sappers.md").write_text(text, encoding="utf-8")


def run(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run briefgen as people do, in a process of its own."""
    command = [sys.executable, "-m", "briefgen", *map(str, arguments)]
    variables = os.environ | {"PYTHONPATH": HERE} | environment
    return subprocess.run(
        command, env=variables, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


# -------------------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (CLEAN, (), 0),
        (CLEAN, ("--strict",), 0),
        (UNBOUND, (), 0),
        (UNBOUND, ("--strict",), 1),
        (BROKEN, (), 1),
        (BROKEN, ("--strict",), 1),
    ],
)
@pytest.mark.parametrize("command", ["check", "compile"])
def test_exit_codes(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    text: str,
    arguments: tuple[str, ...],
    code: int,
) -> None:
    write_brief(project, text)
    assert main([command, "--root", str(project), *arguments]) == code
    assert "Traceback" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("check", "--fast"),
        ("show",),
        ("show", "--after", "lunch"),
        ("check", "--format", "xml"),
    ],
)
def test_arguments_that_make_no_sense(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: briefgen")


def test_what_cannot_run_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "compile", "build", "show --after load"):
        assert main([*command.split(), "--root", str(tmp_path)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err == (
            f"briefgen: {tmp_path} has no folder sources/: go to the project's folder, "
            "or name it with --root DIR\n"
        )


def test_a_machine_that_refuses(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".briefgen").write_text("a file where our folder belongs", encoding="utf-8")
    assert main(["compile", "--root", str(project)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("briefgen: ")
    assert err.count("\n") == 1


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"briefgen {__version__}\n"


@pytest.mark.parametrize("before", [True, False])
def test_root_stands_before_or_after_the_command(project: Path, before: bool) -> None:
    root = ("--root", str(project))
    assert main([*root, "check"] if before else ["check", *root]) == 0


def test_the_root_is_here_by_default(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert main(["check"]) == 0


# -------------------------------------------------------------------------------------------- check


def test_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(project)
    assert main(["check", "--root", str(project)]) == 0
    assert capsys.readouterr() == ("no findings\n1 brief, 0 quotations\n", "")
    assert tree(project) == before


def test_findings_are_the_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_brief(project, BROKEN)
    assert main(["check", "--root", str(project)]) == 1
    out, err = capsys.readouterr()
    assert "sources/sappers.md:10:3: error[BG102] nul-character: a NUL character stands here\n" in out
    assert "\n 10 | A \ufffd here.\n    |   ^\n" in out
    assert out.splitlines()[-2:] == ["1 error in 1 file", "1 brief, 0 quotations"]
    assert err == ""


# ------------------------------------------------------------------------------------------ compile


def test_compile_writes_pages_theme_and_manifest(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compile", "--root", str(project)]) == 0
    assert "# Home" in (project / "docs/index.md").read_text(encoding="utf-8")
    ours = json.loads((project / "docs/.briefgen.json").read_text(encoding="utf-8"))["files"]
    assert "briefs/sappers.md" in ours
    assert all((project / "docs" / path).is_file() for path in ours)
    out, err = capsys.readouterr()
    assert out == f"docs/: {len(ours)} written, 0 removed, 0 unchanged\n1 brief, 0 quotations\n"
    assert err == ""
    assert main(["compile", "--root", str(project)]) == 0
    unchanged = f"docs/: 0 written, 0 removed, {len(ours)} unchanged\n"
    assert capsys.readouterr().out == f"{unchanged}1 brief, 0 quotations\n"


def test_with_an_error_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["compile", "--root", str(project)])
    capsys.readouterr()
    write_brief(project, BROKEN)
    (project / "sources/second.md").write_text(CLEAN, encoding="utf-8")
    before = tree(project)
    for command in ("compile", "build"):
        assert main([command, "--root", str(project)]) == 1
        assert capsys.readouterr().out.endswith(
            "1 error in 1 file\nnothing was written\n2 briefs, 0 quotations\n"
        )
    assert tree(project) == before


def test_a_hand_written_file_is_never_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/briefs").mkdir()
    (project / "docs/briefs/Sappers.md").write_text("mine", encoding="utf-8")
    assert main(["compile", "--root", str(project)]) == 1
    out = capsys.readouterr().out
    assert "docs/briefs/Sappers.md:1:1: error[BG400] file-in-the-way: " in out
    assert (project / "docs/briefs/Sappers.md").read_text(encoding="utf-8") == "mine"
    assert not (project / "docs/.briefgen.json").exists()


# --------------------------------------------------------------------------------------------- JSON


@pytest.mark.parametrize("command", ["check", "compile"])
@pytest.mark.parametrize(("text", "names"), [(CLEAN, []), (BROKEN, ["nul-character"])])
def test_json_stands_alone_on_standard_output(
    project: Path, capsys: pytest.CaptureFixture[str], command: str, text: str, names: list[str]
) -> None:
    write_brief(project, text)
    main([command, "--root", str(project), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    findings = told["findings"]
    assert (told["version"], told["counts"]["briefs"]) == (1, 1)
    assert [finding["name"] for finding in findings] == names
    for finding in findings:
        assert {"path", "line", "column", "code", "name", "severity", "message"} <= finding.keys()


@pytest.mark.parametrize("stage", STAGES)
def test_show_prints_what_a_stage_hands_on(
    project: Path, capsys: pytest.CaptureFixture[str], stage: str
) -> None:
    assert main(["--root", str(project), "show", "--after", stage, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)
    assert err == ""
    main(["show", "--after", stage, "--root", str(project)])
    assert capsys.readouterr().out == out


def test_show_tells_findings_beside_the_value(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_brief(project, BROKEN)
    assert main(["show", "--after", "load", "--root", str(project)]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["type"] == "ProjectFiles"
    assert "error[BG102] nul-character" in err


# ------------------------------------------------------------------------------------------- build


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
    assert done.stderr.splitlines()[-1].startswith("briefgen: MkDocs could not build the site")
    assert not (project / "site").exists()


# ------------------------------------------------------------------------------------ the terminal


def test_any_terminal_will_do(project: Path) -> None:
    write_brief(project, BROKEN.replace("here", "„Пхеньян“"))
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = run("check", "--root", project, **plain)
    assert done.returncode == 1
    assert "nul-character" in done.stdout
    assert done.stderr == ""
    told = json.loads(run("check", "--root", project, "--format", "json", **plain).stdout)
    finding, *_ = told["findings"]
    assert finding["path"] == "sources/sappers.md"


def test_a_reader_that_goes_away_is_no_trouble(project: Path) -> None:
    command = [sys.executable, "-m", "briefgen", "check", "--root", str(project)]
    variables = os.environ | {"PYTHONPATH": HERE}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=variables, stdout=pipe, stderr=pipe) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()  # long before Python has started
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 141


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals(project: Path, no_colour: str, coloured: bool) -> None:
    write_brief(project, BROKEN)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "briefgen", "check", "--root", str(project)]
    variables = os.environ | {"PYTHONPATH": HERE, "NO_COLOR": no_colour}
    subprocess.run(command, env=variables, stdout=theirs, timeout=60, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ("\x1b[1;31merror[BG102]\x1b[0m" in shown) is coloured
    assert "\x1b" not in run("check", "--root", project).stdout
