import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.cli.main import main
from tests.cli.project import BROKEN, CLEAN, UNBOUND, write_brief
from tests.repository import ROOT


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
            "or name it with --root DIR; `briefgen init` begins a project\n"
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


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/full, and no such shell")
@pytest.mark.parametrize(
    ("told", "code", "said"),
    [
        ("check --root . >&-", 0, ""),
        ("check --root . <&- >&- 2>&-", 0, ""),
        ("lsp <&-", 1, ""),
        ("--version >/dev/full", 2, "No space left on device"),
    ],
)
def test_streams_that_are_closed_or_full(project: Path, told: str, code: int, said: str) -> None:
    """What has no number is given one that leads nowhere: the next file that is opened would have it."""
    write_brief(project, CLEAN)
    shell = ["sh", "-c", f'exec "$0" -m briefgen {told}', sys.executable]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(shell, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "9" * 5000, "x"])
def test_what_is_no_number_of_a_port(project: Path, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", "--root", str(project), "--port", port])
    assert "argument --port" in capsys.readouterr().err
