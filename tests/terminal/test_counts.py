"""The last line of a run, and the numbers in the JSON: how all quotations fared."""

import json
import shutil
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.model.counts import Counts, LockState
from briefgen.terminal.counts import closing_line
from tests.repository import ROOT

BASE = ROOT / "tests/golden/_base"
HEAD = "---\ntitle: The bridge\ndate: 2025-05-06\nlang: en\n---\n\n"
FOUND = "It came “as a bolt from the blue” [@herald2025bridge].\n"
NO_LOCK = LockState(0, 0, 0, 0, None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "project")
    return tmp_path / "project"


def write(root: Path, text: str, name: str = "bridge") -> None:
    (root / f"sources/{name}.md").write_text(HEAD + text, encoding="utf-8")


def say_none(root: Path) -> None:
    with (root / "sources/captures.yml").open("a", encoding="utf-8") as captures:
        captures.write("\ncouncil2025minutes: {capture: none, why: it lends nothing}\n")


def told(root: Path, capsys: pytest.CaptureFixture[str], *command: str) -> tuple[list[str], dict[str, int]]:
    """The names of all findings, and what is counted above zero."""
    capsys.readouterr()
    main([*(command or ("check",)), "--root", str(root), "--format", "json"])
    value = json.loads(capsys.readouterr().out)
    counted = {name: number for name, number in value["counts"].items() if name != "lock" and number}
    return [finding["name"] for finding in value["findings"]], counted


@pytest.mark.parametrize(
    ("text", "fate", "findings"),
    [
        (FOUND, "found", []),
        ("It came “like a bolt” [@herald2025bridge].\n", "not_found", ["quotation-not-in-capture"]),
        ("It is “urgent” [@council2025minutes].\n", "no_capture", ["quotation-not-checked"]),
        ("It is “urgent” [@nowhere2025].\n", "unusable", ["unknown-key"]),
        ("It is “urgent”.\n", "unbound", ["quotation-unbound"]),
        ("It is “” [@herald2025bridge].\n", "unusable", ["quotation-empty"]),
    ],
)
def test_each_quotation_counts_once(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, fate: str, findings: list[str]
) -> None:
    write(project, text)
    assert told(project, capsys) == (findings, {"briefs": 1, "quotations": 1, fate: 1})


@pytest.mark.parametrize("command", ["check", "compile", "lock"])
def test_every_command_closes_with_the_same_line(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    say_none(project)
    write(project, FOUND + "\n“Some 1,200 drivers use the bridge each day” [@herald2025bridge].\n")
    write(project, "It is “urgent” [@council2025minutes], and “so”.\n", "second")
    assert main([command, "--root", str(project), "--strict"]) == 1
    *_, last = capsys.readouterr().out.splitlines()
    lock = {"lock": "up to date"}.get(command, "absent")
    assert last == (
        f"2 briefs, 4 quotations: 2 found, 1 not checked (`capture: none`), 1 unbound; lock: {lock}"
    )
    main([command, "--root", str(project), "--format", "json"])
    out, err = capsys.readouterr()
    assert err.splitlines()[-1].startswith("2 briefs, 4 quotations: ")
    assert json.loads(out)["counts"]["capture_none"] == 1


def test_a_reason_given_is_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        project,
        'He says [“The old bridge […] will be closed”]{elision_ok="it says when"} [@herald2025bridge].\n',
    )
    assert told(project, capsys)[1] == {"briefs": 1, "quotations": 1, "found": 1, "acknowledged": 1}
    main(["check", "--root", str(project)])
    assert "1 quotation: 1 found (1 with a reason given); lock: absent\n" in capsys.readouterr().out


def test_a_capture_that_cannot_be_read_is_one_finding(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, FOUND)
    (project / "seeds/herald.txt").write_text("something else", encoding="utf-8")
    assert told(project, capsys) == (
        ["capture-altered"],
        {"briefs": 1, "quotations": 1, "unusable": 1},
    )


@pytest.mark.parametrize("text", ["herald2025bridge: [\n", "herald2025bridge:\n  file: seeds/herald.txt\n"])
def test_a_faulty_list_of_captures_is_not_said_again_at_each_work(
    project: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    write(project, FOUND + "\nIt is “urgent” [@council2025minutes].\n")
    (project / "sources/captures.yml").write_text(text, encoding="utf-8")
    findings, counted = told(project, capsys)
    assert all(name.startswith("yaml-") for name in findings)
    assert counted == {"briefs": 1, "quotations": 2, "unusable": 2}


def test_without_a_list_of_captures_it_is_said_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, FOUND + "\nIt is “urgent” [@council2025minutes].\n")
    (project / "sources/captures.yml").unlink()
    assert told(project, capsys) == (
        ["captures-absent"],
        {"briefs": 1, "quotations": 2, "no_capture": 2},
    )
    main(["check", "--root", str(project)])
    out = capsys.readouterr().out
    assert "sources/bridge.md:7:9: warning[BG325] captures-absent: " in out
    assert "= quoted: `herald2025bridge`, sources/bridge.md:7:9\n" in out
    assert main(["check", "--root", str(project), "--strict"]) == 1


def test_who_quotes_nothing_needs_no_list_of_captures(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "The bridge is old [@herald2025bridge], and “so”{.own}.\n".replace("“so”", "[“so”]"))
    (project / "sources/captures.yml").unlink()
    assert told(project, capsys)[0] == []


def test_a_misnamed_list_is_read_and_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FOUND)
    (project / "sources/captures.yml").rename(project / "sources/captures.yaml")
    assert told(project, capsys) == (["file-misnamed"], {"briefs": 1, "quotations": 1, "found": 1})
    assert main(["check", "--root", str(project)]) == 1


def test_a_misnamed_bibliography_is_read_and_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FOUND)
    (project / "sources/references.bib").rename(project / "sources/references.bibtex")
    assert told(project, capsys) == (["file-misnamed"], {"briefs": 1, "quotations": 1, "found": 1})


def test_without_a_bibliography_that_is_said_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FOUND)
    (project / "sources/references.bib").unlink()
    (project / "sources/captures.yml").unlink()
    assert main(["check", "--root", str(project)]) == 1
    assert "there is no sources/references.bib, and the briefs cite works" in capsys.readouterr().out


def test_the_words_of_a_box_never_included_are_told_of_and_not_counted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, FOUND)
    (project / "sources/context").mkdir()
    (project / "sources/context/box.en.md").write_text(
        "---\ntitle: T\nas_of: 2025-05-01\n---\n\nIt is “urgent” [@council2025minutes].\n", encoding="utf-8"
    )
    assert told(project, capsys) == (
        ["quotation-not-checked"],
        {"briefs": 1, "quotations": 1, "found": 1},
    )


@pytest.mark.parametrize(
    ("counts", "lock", "line"),
    [
        (Counts(0), NO_LOCK, "0 briefs, 0 quotations\n"),
        (Counts(1, found=1), LockState(1, 0, 0, 0, 1), "1 brief, 1 quotation: 1 found; lock: up to date\n"),
        (
            Counts(2, found=23, no_capture=1, unbound=1),
            NO_LOCK,
            "2 briefs, 25 quotations: 23 found, 1 not checked (no capture), 1 unbound\n",
        ),
        (
            Counts(2, 9, 2, 3, 4, 5, 6, 7, 8),
            LockState(4, 3, 1, 2, 7),
            "2 briefs, 42 quotations: 9 found (2 with a reason given), 3 not found, "
            "4 not checked (no capture), 5 not checked (`capture: none`), 6 not checked (errors), "
            "7 unbound, 8 declared own; "
            "lock: 1 stale, 3 not yet locked, 2 no longer quoted, run `briefgen reverify`\n",
        ),
    ],
)
def test_the_line_leaves_out_what_is_zero(counts: Counts, lock: LockState, line: str) -> None:
    assert closing_line(counts, lock) == line


def test_a_key_in_the_wrong_case_is_one_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    captures = project / "sources/captures.yml"
    captures.write_text(captures.read_text("utf-8").replace("herald2025bridge", "Herald2025bridge"), "utf-8")
    write(project, FOUND)
    assert told(project, capsys) == (
        ["capture-of-unknown-work"],
        {"briefs": 1, "quotations": 1, "unusable": 1},
    )


def test_words_in_a_title_and_in_a_box_that_no_brief_includes_do_not_count(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "sources/context").mkdir(exist_ok=True)
    box = "---\ntitle: A box\nas_of: 2025-05-06\n---\n\nIt came “like a bolt” [@herald2025bridge].\n"
    (project / "sources/context/box.en.md").write_text(box, encoding="utf-8")
    text = HEAD.replace("The bridge", "The “urgent” bridge") + FOUND
    (project / "sources/bridge.md").write_text(text, encoding="utf-8")
    assert told(project, capsys) == (
        ["quotation-unbound", "quotation-not-in-capture"],
        {"briefs": 1, "quotations": 1, "found": 1},
    )
