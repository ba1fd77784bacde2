"""`briefgen works`: what the briefs make of each work, and the works for other programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from briefgen.bibliography.works_of_files import parse_bibliography
from briefgen.text import TextFile
from tests.cli.locked import make_project, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    with (root / "sources/references.bib").open("a", encoding="utf-8") as works:
        works.write("@misc{nobody, title = {=Rivers}, year = 1931, doi = {10.1/X}}\n")
        works.write("@misc{twin, title = {T}, doi = {10.1/x}}\n")
    return root


def test_the_works_are_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "works") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "herald2025bridge             cited 3 times, quoted 3 times, 3 verified, captured" in lines
    assert "council2025minutes           cited 1 time, quoted 1 time, 0 verified, no capture" in lines
    assert "nobody                       unused, seems to be twin" in lines


def test_as_data(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "works", "--format", "json")
    works = {work["key"]: work for work in json.loads(capsys.readouterr().out)["works"]}
    assert works["twin"]["unused"]
    assert works["twin"]["duplicates"] == ["nobody"]
    assert works["herald2025bridge"]["briefs"] == ["bridge"]
    run(project, "works", "--format", "csv")
    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert rows["nobody"]["title"] == "'=Rivers", "no formula"
    assert rows["herald2025bridge"]["verified"] == "3"


def test_the_works_of_a_brief_for_other_programs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "works", "--brief", "bridge", "--format", "bibtex") == 0
    works = parse_bibliography(TextFile("sources/x.bib", capsys.readouterr().out), lambda _: None)
    assert [work.key for work in works] == ["herald2025bridge", "council2025minutes"]
    run(project, "works", "--format", "csl-json")
    assert {item["id"] for item in json.loads(capsys.readouterr().out)} >= {"nobody", "twin"}
    run(project, "works", "--format", "ris")
    assert "ID  - nobody\n" in capsys.readouterr().out
    assert run(project, "works", "--brief", "none") == 2


def test_a_table_of_retractions(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "retractions.csv"
    table.write_text(
        "Record ID,Title,RetractionDOI,OriginalPaperDOI,RetractionNature\n"
        '1,"Rivers, old",10.1/none,https://doi.org/10.1/x,Correction\n'
        "2,Rivers,10.1/none,10.1/X,Retraction\n"
        "3,Other,10.1/none,10.1/other,Retraction\n",
        encoding="utf-8",
    )
    assert run(project, "works", "--status", str(table)) == 0
    said = "retracted; cited by no brief: write `status = {retracted}`"
    assert capsys.readouterr().out.splitlines() == [f"nobody: {said}", f"twin: {said}"]
    table.write_text("Title\nRivers\n", encoding="utf-8")
    assert run(project, "works", "--status", str(table)) == 2


def test_a_brief_that_cites_what_was_retracted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    works = project / "sources/references.bib"
    head = "@article{herald2025bridge,"
    text = works.read_text("utf-8").replace(head, f"{head} status = {{retracted}},")
    works.write_text(text, encoding="utf-8")
    assert run(project, "check") == 0
    out = capsys.readouterr().out
    assert "work-withdrawn: `herald2025bridge` is retracted, as the bibliography says" in out
    assert out.count("work-withdrawn") == 1, "once a brief"
