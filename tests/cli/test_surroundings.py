"""What the machine says of itself may be anything: a command does its work, and nothing is said of that."""

import sys
from pathlib import Path

import pytest

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
