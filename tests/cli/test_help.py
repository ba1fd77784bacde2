"""`briefgen help`: the manual comes with briefgen, and is the one of the repository."""

from pathlib import Path

import pytest

from briefgen.cli.help import manual_pages
from briefgen.cli.main import main
from tests.repository import ROOT

MANUAL = ROOT / "docs/manual"
PAGES = sorted(
    path.relative_to(MANUAL).with_suffix("").as_posix()
    for path in MANUAL.rglob("*.md")
    if path.parent.name != "rules"
)


def test_it_has_every_page_of_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    assert sorted(manual_pages()) == PAGES
    assert main(["help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in PAGES)
    assert "A project of your own" in out


@pytest.mark.parametrize("topic", ["setup", "authoring.md", "howto/quoting"])
def test_a_page_is_shown_letter_for_letter(capsysbinary: pytest.CaptureFixture[bytes], topic: str) -> None:
    assert main(["help", topic]) == 0
    name = topic.removesuffix(".md")
    assert capsysbinary.readouterr().out == (ROOT / f"docs/manual/{name}.md").read_bytes()


def test_a_command_and_a_rule_are_found_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "BG301"]) == 0
    assert capsys.readouterr().out.startswith("BG301")
    assert main(["help", "check"]) == 0
    assert capsys.readouterr().out.startswith("usage: briefgen check")


def test_what_there_is_no_page_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "authorin"]) == 2
    assert "the manual has no page `authorin`: did you mean `authoring`?" in capsys.readouterr().err


def test_the_wheel_has_the_manual_and_the_starter(tmp_path: Path) -> None:
    from zipfile import ZipFile

    from hatchling.builders.wheel import WheelBuilder

    built = [
        next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path / name), versions=["standard"]))
        for name in ("one", "two")
    ]
    assert Path(built[0]).read_bytes() == Path(built[1]).read_bytes()
    with ZipFile(built[0]) as wheel:
        names = set(wheel.namelist())
        assert {f"briefgen/manual/{name}.md" for name in PAGES} <= names
        assert wheel.read("briefgen/manual/setup.md") == (ROOT / "docs/manual/setup.md").read_bytes()
    there = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "briefgen/starter").rglob("*") if path.is_file()
    }
    assert there <= names
    assert "briefgen/serving/live.js" in names
