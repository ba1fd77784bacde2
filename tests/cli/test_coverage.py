import json
from pathlib import Path

import pytest

from tests.cli.locked import BRIEF, make_project, run, write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def test_coverage_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, BRIEF + "\nIt was built in 1929.\n")
    assert run(project, "coverage", "--strict") == 0
    out = capsys.readouterr().out
    assert "paragraphs with figures   2, 1 of them without a citation: line 13\n" in out
    assert "sentences that cite       3, 0 of them without a passage\n" in out
    assert "quotations                3 verified, 1 without a capture, 0 unbound\n" in out
    assert "herald2025bridge          30 of 85 words, 36 %\n" in out
    run(project, "coverage", "--format", "json")
    value = json.loads(capsys.readouterr().out)
    assert value["briefs"][0]["uncited"] == [{"path": "sources/bridge.md", "line": 13}]
    assert value["briefs"][0]["without_passage"] == []
    assert value["excerpts"][0]["percent"] == 36


@pytest.mark.parametrize(
    ("publish", "words"),
    [
        ("excerpts", "30 of 85 words, 36 %"),
        ("none", "20 of 85 words, 24 %"),
        ("full", "85 of 85 words, 100 %"),
    ],
)
def test_coverage_counts_what_readers_are_shown(
    project: Path, capsys: pytest.CaptureFixture[str], publish: str, words: str
) -> None:
    """Quoted words with their sentences, quoted words alone, or everything."""
    records = project / "sources/captures.yml"
    shown = f"  language: en\n  publish: {publish}\n"
    records.write_text(records.read_text("utf-8").replace("  language: en\n", shown, 1), encoding="utf-8")
    assert run(project, "coverage") == 0
    assert f"herald2025bridge          {words}\n" in capsys.readouterr().out


def test_coverage_of_what_cannot_be_read_whole(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, BRIEF.replace("1,200", "1,300"))
    assert run(project, "coverage") == 1
    assert "1 error in 1 file" in capsys.readouterr().err
