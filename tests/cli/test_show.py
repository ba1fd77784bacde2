import json
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.pipeline import STAGES
from tests.cli.project import BROKEN, write_brief


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
