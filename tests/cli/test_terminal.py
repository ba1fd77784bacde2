import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.project import BROKEN, run, write_brief
from tests.repository import ROOT


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
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
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
    variables = os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": no_colour}
    subprocess.run(command, env=variables, stdout=theirs, timeout=60, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ("\x1b[1;31merror[BG102]\x1b[0m" in shown) is coloured
    assert "\x1b" not in run("check", "--root", project).stdout
