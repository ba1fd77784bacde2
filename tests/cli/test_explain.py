"""`briefgen explain`: every rule by its code and by its name, for people and in a pipe."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.rulebook import RULEBOOK
from briefgen.rules.explain import WIDTH, explanation, listing
from briefgen.rules.rule import Rule
from briefgen.terminal.visible import visible
from tests.rules.test_examples import named

COMMAND = [sys.executable, "-m", "briefgen", "explain"]
HERE = str(Path(__file__).parents[2])


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is no project: none is needed."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("rule", RULEBOOK, ids=named)
def test_a_rule_is_explained_by_its_code_and_its_name(capsys: pytest.CaptureFixture[str], rule: Rule) -> None:
    for wanted in (rule.code, rule.code.lower(), rule.name, rule.name.upper()):
        assert main(["explain", wanted]) == 0
        told = "".join(visible(line) + "\n" for line in explanation(rule).splitlines())
        assert capsys.readouterr() == (told, "")


@pytest.mark.parametrize("rule", RULEBOOK, ids=named)
def test_what_is_said_is_harmless_and_as_wide_as_a_terminal(rule: Rule) -> None:
    # A line of an author's file is as long as it is, and what acts in it is made visible on its way out.
    ours = [line for line in explanation(rule).splitlines() if not line.startswith("    |")]
    assert [visible(line) for line in ours] == ours
    assert all(len(line) <= WIDTH for line in ours)


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (listing(RULEBOOK), "")
    assert all(f"  {rule.code} {rule.severity}" in out for rule in RULEBOOK)


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [
        ("quotation-unbond", "did you mean `quotation-unbound`?"),
        ("YAML-Tags", "did you mean `yaml-tag`?"),
        ("BG999", "`briefgen explain` lists them all"),
        ("BG3O1", "`briefgen explain` lists them all"),
        ("", "`briefgen explain` lists them all"),
    ],
)
def test_what_is_no_rule_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], wanted: str, advice: str
) -> None:
    assert main(["explain", wanted]) == 2
    assert capsys.readouterr() == ("", f"briefgen: there is no rule `{wanted}`: {advice}\n")


def test_an_escape_in_the_argument_is_not_sent_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "\x1b[31mred"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_there_is_no_colour_in_a_pipe_and_none_on_a_terminal() -> None:
    environment = os.environ | {"PYTHONPATH": HERE, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    piped = subprocess.run([*COMMAND, "BG301"], env=environment, capture_output=True, timeout=60, check=True)
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", 0) as screen:
        subprocess.run([*COMMAND, "BG301"], env=environment, stdout=theirs, timeout=60, check=True)
        os.close(theirs)
        shown = screen.read(65_536).replace(b"\r\n", b"\n")
    assert b"\x1b" not in piped.stdout
    assert piped.stdout.decode() == explanation(next(rule for rule in RULEBOOK if rule.code == "BG301"))
    assert piped.stdout.startswith(shown)
    assert shown
