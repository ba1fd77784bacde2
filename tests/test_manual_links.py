"""Messages lead to the manual: on the web where one setting of the package says so, else by a command."""

import email
from importlib import metadata
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.disk.packaged import in_manual, manual_address
from tests.cli.project import make_project
from tests.repository import ROOT

AT = "https://docs.example.org/briefgen"


@pytest.fixture
def on_the_web(monkeypatch: pytest.MonkeyPatch) -> None:
    said = f"Metadata-Version: 2.4\nName: briefgen\nVersion: 0\nProject-URL: Documentation, {AT}\n"
    monkeypatch.setattr(metadata, "metadata", lambda _: email.message_from_string(said))


@pytest.mark.usefixtures("on_the_web")
def test_they_lead_to_the_web_where_the_package_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert manual_address() == f"{AT}/"
    assert in_manual("looks") == f"{AT}/manual/looks/"
    assert main(["help"]) == 0
    assert f"On the web: {AT}/\n" in capsys.readouterr().out
    make_project(tmp_path / "site")
    (tmp_path / "site/mkdocs.yml").unlink()
    assert main(["build", "--root", str(tmp_path / "site")]) == 2
    assert f"says {AT}/manual/setup/\n" in capsys.readouterr().err


def test_they_name_the_command_where_it_says_none(capsys: pytest.CaptureFixture[str]) -> None:
    """None is invented: what the package says is what pyproject.toml has."""
    assert "\n[project.urls]\n\n" in (ROOT / "pyproject.toml").read_text("utf-8")
    assert manual_address() == ""
    assert in_manual("looks") == "`briefgen help looks`"
    assert main(["help"]) == 0
    assert "On the web" not in capsys.readouterr().out
