"""The commands as a folder of files: found, listed, and imported only when they run."""

import inspect
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import briefgen.cli
from briefgen.cli.main import command_names, load_command, main
from tests.cli.project import make_project
from tests.repository import ROOT, run

STAGES = ("load", "parse", "resolve", "verify", "coverage", "render", "write", "pipeline", "site", "intake")

RUN = """\
import os, sys
from briefgen.__main__ import main
for arguments in {runs!r}:
    if os.fork():
        os.wait()
        continue
    sys.argv[1:] = arguments
    try:
        main()
    except SystemExit:
        pass
    print("imported", *(name for name in sys.modules if name.startswith("briefgen.")), file=sys.stderr)
    break
"""
"""Each run is a fork of one Python that has imported nothing more than the entry."""

NEW = """\
from briefgen.terminal.speak import CLEAN, say

PLACE = 35
SUMMARY = "say the name of the project"


def add_arguments(parser):
    parser.add_argument("--loud", action="store_true")


def run(options):
    say("text", f"{options.root.name}{'!' if options.loud else ''}\\n")
    return CLEAN
"""


def imported(*runs: Sequence[str]) -> list[set[str]]:
    """The modules of ours that each run, told by its arguments, has imported at its end."""
    done = run("-c", RUN.format(runs=[*map(list, runs)]))
    assert done.returncode == 0, done.stderr
    said = [
        line.removeprefix("imported ") for line in done.stderr.splitlines() if line.startswith("imported ")
    ]
    assert len(said) == len(runs), done.stderr
    return [{word.removeprefix("briefgen.") for word in line.split()} for line in said]


def stages_in(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules} & set(STAGES)


def test_the_version_costs_nothing() -> None:
    assert imported(("--version",)) == [{"__main__"}]


def test_no_stage_is_imported_before_a_command_runs() -> None:
    told = (("--help",), ("chekc",), (), ("check", "--help"), ("lock", "--fast"))
    assert [stages_in(modules) for modules in imported(*told)] == [set()] * len(told)


def test_only_the_command_that_is_meant_is_imported() -> None:
    names = command_names()
    commands = {f"cli.{module}" for module in names.values()}
    found = imported(*((name, "--help") for name in names))
    needed = {"build": {"cli.compile", "cli.index"}}
    assert {name: modules & commands for name, modules in zip(names, found, strict=True)} == {
        name: {f"cli.{module}", *needed.get(name, ())} for name, module in names.items()
    }


@pytest.mark.parametrize(("name", "module"), command_names().items())
def test_each_has_what_a_command_has(name: str, module: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = load_command(module)
    assert f"`briefgen {name}`" in (inspect.getdoc(command) or "")
    with pytest.raises(SystemExit) as caught:
        main([name, "--help"])
    assert caught.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith(f"usage: briefgen {name} [-h] [--root DIR]")
    assert command.SUMMARY in " ".join(out.split())


def test_they_are_listed_in_the_order_of_their_places(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    with pytest.raises(SystemExit):
        main(["--help"])
    lines = capsys.readouterr().out.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("    ") and line[4:5] != " "]
    places = {name: load_command(module).PLACE for name, module in command_names().items()}
    assert listed == sorted(places, key=places.__getitem__)
    assert listed[:3] == ["init", "new", "rename"]
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chekc", "there is no command `chekc`: did you mean `check`?"),
        ("Compile", "there is no command `Compile`: did you mean `compile`?"),
        ("watch", "there is no command `watch`: did you mean `serve`?"),
        ("fix", "there is no command `fix`: did you mean `check --fix`?"),
        ("import_", "there is no command `import_`: did you mean `import`?"),
        ("fly", "there is no command `fly`: the commands are build, capture, check, "),
        ("main", "there is no command `main`: "),
        ("_arguments", "there is no command `_arguments`: "),
        ("", "there is no command ``: "),
        ("\x1b[2J", "there is no command `␛[2J`: "),
    ],
)
def test_a_command_that_there_is_not(capsys: pytest.CaptureFixture[str], word: str, said: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([word])
    assert caught.value.code == 2
    *_, last = capsys.readouterr().err.splitlines()
    assert last.startswith(f"briefgen: error: {said}")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--dry-run", "--dry-run: `briefgen check` looks at everything and writes nothing"),
        ("--strikt", "--strikt: did you mean `--strict`?"),
        ("--jbos=2", "--jbos=2: did you mean `--jobs`?"),
        ("--fly", "unrecognized arguments: --fly"),
        ("twice", "unrecognized arguments: twice"),
    ],
)
def test_an_option_that_there_is_not(capsys: pytest.CaptureFixture[str], option: str, said: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["compile", option])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(f"{said}\n")


def test_a_new_command_is_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands/say_name.py").write_text(NEW, encoding="utf-8")
    monkeypatch.setattr(briefgen.cli, "__path__", [*briefgen.cli.__path__, str(tmp_path / "commands")])
    root = make_project(tmp_path / "bridges")
    try:
        assert main(["say-name", "--root", str(root), "--loud"]) == 0
        assert capsys.readouterr().out == "bridges!\n"
        with pytest.raises(SystemExit):
            main(["--help"])
    finally:
        sys.modules.pop("briefgen.cli.say_name", None)
    out = capsys.readouterr().out
    assert "say the name of the project\n" in out
    assert out.index("\n    check ") < out.index("\n    say-name ") < out.index("\n    lock ")


def test_the_readme_has_a_row_for_each_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {*re.findall(r"^\| `briefgen ([a-z-]+)", readme, re.MULTILINE)} == {*command_names()}
