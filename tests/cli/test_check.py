from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.cli.project import BROKEN, tree, write_brief


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
