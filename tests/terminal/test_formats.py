"""The formats of findings as a folder of files."""

import sys
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.terminal import formats
from tests.cli.project import BROKEN, make_project, write_brief

NEW = """\
def written(outcome):
    lines = (f"{one.rule.code}\\t{one.span.path}\\n" for one in outcome.findings)
    return f"{outcome.counts.briefs}\\n" + "".join(lines)
"""


def test_text_is_what_people_get() -> None:
    assert formats.format_names()[0] == "text"


@pytest.mark.parametrize("command", ["check", "compile", "build", "lock"])
def test_a_new_format_is_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats/tab_separated.py").write_text(NEW, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path / "formats")])
    root = make_project(tmp_path / "project")
    write_brief(root, BROKEN)
    try:
        assert main([command, "--root", str(root), "--format", "tab-separated"]) == 1
        out, err = capsys.readouterr()
        with pytest.raises(SystemExit):
            main([command, "--help"])
    finally:
        sys.modules.pop("briefgen.terminal.formats.tab_separated", None)
    assert out == "1\nBG102\tsources/sappers.md\n"
    assert err.endswith("1 brief, 0 quotations\n")  # what is for people stands beside it
    assert "{text,concise,github,gitlab,json,junit,sarif,tab-separated}" in capsys.readouterr().out
