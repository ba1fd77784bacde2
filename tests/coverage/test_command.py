"""`briefgen coverage` from end to end: what it counts, and what it says of a project with errors."""

import json
from pathlib import Path

import pytest

from briefgen.cli import main
from tests.severn import severn

BRIEF = """\
---
title: The bridge
description: What a report says.
date: 2025-05-06
lang: en
---

The report says: “Some 1,200 drivers use the bridge each day” [@herald2025bridge].

It came “as a bolt from the blue” [@herald2025bridge], and “The old bridge […] will be closed”
[@herald2025bridge]. The council says “anything it likes” [@council2025minutes].
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    none = "\ncouncil2025minutes: {capture: none, why: it lends nothing}\n"
    return severn(tmp_path / "project", {"bridge": BRIEF}, {"+sources/captures.yml": none})


def write(root: Path, text: str) -> None:
    (root / "sources/bridge.md").write_text(text, encoding="utf-8")


def run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(root)])


def test_coverage_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, BRIEF + "\nIt was built in 1929.\n")
    assert run(project, "coverage", "--strict") == 0
    out = capsys.readouterr().out
    assert "paragraphs with figures   2, 1 of them without a citation: line 13\n" in out
    assert "quotations                3 verified, 1 without a capture, 0 unbound\n" in out
    assert "herald2025bridge          30 of 85 words, 36 %\n" in out
    run(project, "coverage", "--format", "json")
    value = json.loads(capsys.readouterr().out)
    assert value["briefs"][0]["uncited"] == [{"path": "sources/bridge.md", "line": 13}]
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
