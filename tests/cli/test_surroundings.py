"""What the machine says of itself may be anything: a command does its work, and nothing is said of that."""

import errno
import os
import sys
from pathlib import Path

import pytest

from briefgen.cli.main import main, why_not
from tests.cli.project import run

ODD = {
    "TZ": ":/etc/passwd",
    "LC_ALL": "xx_YY.nonsense",
    "COLUMNS": "-1",
    "HOME": "/etc/passwd",
    "XDG_STATE_HOME": "/etc/passwd/x",
    "TMPDIR": "/nowhere",
    "PATH": "",
    "SOURCE_DATE_EPOCH": "garbage",
    "PYTHONIOENCODING": "idna",
}


@pytest.mark.skipif(sys.platform == "win32", reason="these are the names of other systems")
@pytest.mark.parametrize("odd", [ODD, {"TZ": "Europe"}], ids=["all at once", "a folder of time zones"])
def test_any_surroundings_will_do(odd: dict[str, str], project: Path) -> None:
    usual = run("check", "--root", project)
    told = run("check", "--root", project, **odd)
    assert (told.returncode, told.stdout, told.stderr) == (usual.returncode, usual.stdout, usual.stderr)


def test_a_folder_that_is_gone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    try:
        (tmp_path / "gone").rmdir()
    except OSError:
        pytest.skip("this system keeps the folder that somebody stands in")
    assert main(["check"]) == 2
    assert "is gone: go to one that is there" in capsys.readouterr().err


@pytest.mark.parametrize(("number", "way"), [(errno.EFBIG, "ulimit -f"), (errno.EMFILE, "ulimit -n")])
def test_a_limit_is_said_with_what_to_do(number: int, way: str) -> None:
    assert way in why_not(OSError(number, os.strerror(number), "site/a"))
