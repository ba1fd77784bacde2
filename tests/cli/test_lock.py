"""The lock from end to end: written, trusted as far as it goes, and brought up to date."""

import ast
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from briefgen.decode.lock import decode_lock, encode_lock
from briefgen.diagnostics import Diagnostic
from briefgen.matching.fold import FOLD_VERSION
from briefgen.matching.haystack import Haystack
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found, Missed
from briefgen.pipeline import Run
from briefgen.text import TextFile
from tests.cli.locked import (
    BRIEF,
    entries,
    lock_of,
    make_project,
    names,
    replace_capture,
    rewrite_lock,
    run,
    write,
)
from tests.repository import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


# --------------------------------------------------------------------------------------------- lock


def test_a_lock_says_what_was_verified(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "lock", "--date", "2025-05-07") == 0
    assert capsys.readouterr().out == (
        "sources/verified.lock: written, 3 quotations, 3 of them new\n"
        "sources/published.lock: written\n"
        "1 brief, 4 quotations: 3 found, 1 not checked (`capture: none`); lock: up to date\n"
    )
    assert [entry["words"] for entry in entries(project)] == [
        "The old bridge […] will be closed",
        "Some 1,200 drivers use the bridge each day",
        "as a bolt from the blue",
    ]
    capture = (project / "seeds/herald.txt").read_text(encoding="utf-8")
    first, second, _ = entries(project)
    assert [capture[start:end] for start, end in first["at"]] == ["The old bridge", "will be closed"]  # type: ignore[attr-defined]
    assert second == {
        "brief": "bridge",
        "work": "herald2025bridge",
        "words": "Some 1,200 drivers use the bridge each day",
        "verdict": "exact",
        "at": [[161, 203]],
        "of": 1,
        "capture": hashlib.sha256(capture.encode()).hexdigest(),
        "fold": FOLD_VERSION,
        "verified": "2025-05-07",
    }
    assert run(project, "check") == 0
    assert capsys.readouterr().out == (
        "no findings\n1 brief, 4 quotations: 3 found, 1 not checked (`capture: none`); lock: up to date\n"
    )


def test_what_is_locked_keeps_its_day(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "lock", "--date", "2025-05-07")
    before = lock_of(project)
    moved = BRIEF.replace("The report says", "New words.\n\nThe\nreport says").replace("use the", "use\nthe")
    write(project, moved)
    capsys.readouterr()
    assert run(project, "lock", "--date", "2025-05-08") == 0
    out = capsys.readouterr().out
    assert out.startswith("sources/verified.lock: unchanged, 3 quotations, 0 of them new\n")
    assert lock_of(project) == before
    write(project, moved.replace("as a bolt from the blue", "a bolt"))
    run(project, "check")
    assert capsys.readouterr().out.endswith(
        "; lock: 1 not yet locked, 1 no longer quoted, run `briefgen lock`\n"
    )
    run(project, "lock", "--date", "2025-05-08")
    assert "1 of them new, 1 dropped that are no longer quoted\n" in capsys.readouterr().out
    assert [entry["verified"] for entry in entries(project)] == ["2025-05-07", "2025-05-07", "2025-05-08"]
    run(project, "lock", "--date", "2025-05-09", "--renew")
    assert {str(entry["verified"]) for entry in entries(project)} == {"2025-05-09"}


def test_with_an_error_nothing_is_locked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, BRIEF.replace("1,200", "1,300"))
    assert run(project, "lock") == 1
    assert capsys.readouterr().out.endswith(
        "1 error in 1 file\n"
        "nothing was locked\n"
        "1 brief, 4 quotations: 2 found, 1 not found, 1 not checked (`capture: none`); lock: absent\n"
    )
    assert not (project / "sources/verified.lock").exists()


def test_the_day_is_the_authors(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ("2025-02-30", "20250207", "7.2.2025", ""):
        with pytest.raises(SystemExit) as caught:
            run(project, "lock", "--date", wrong)
        assert caught.value.code == 2
    assert "is no day of the calendar" in capsys.readouterr().err


def test_only_the_command_line_knows_what_day_it_is() -> None:
    clocks = {"now", "today", "utcnow"}
    for path in (ROOT / "briefgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in clocks or path.parent.name == "cli", path


def test_the_lock_is_written_like_every_file_of_ours(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left_behind = project / "sources/.briefgen-1.new"
    left_behind.write_text("half", encoding="utf-8")
    assert run(project, "lock", "--date", "2025-05-07") == 0
    assert not left_behind.exists()
    text = lock_of(project)
    (project / "sources/verified.lock").rename(project / "elsewhere.lock")
    (project / "sources/verified.lock").symlink_to(project / "elsewhere.lock")
    assert run(project, "lock", "--renew", "--date", "2025-05-09") == 2
    assert "sources/verified.lock is a link" in capsys.readouterr().err
    assert (project / "elsewhere.lock").read_text(encoding="utf-8") == text


def test_encode_and_decode() -> None:
    found: list[Diagnostic] = []
    value = {
        "verified": "2025-05-07",
        "brief": "b",
        "work": "k:1",
        "words": '„ü \u2028 "q"“',
        "occurrence": 2,
        "verdict": "layout",
        "at": [[3, 9]],
        "of": 4,
        "capture": "a" * 64,
        "text": "b" * 64,
        "fold": 1,
    }
    text = '{"lock": 1}\n' + json.dumps(value)
    lock = decode_lock(TextFile("sources/verified.lock", text), found.append)
    again = decode_lock(TextFile("sources/verified.lock", encode_lock(lock)), found.append)
    assert not found
    assert again == lock
    assert encode_lock(again) == encode_lock(lock)
    assert (lock.entries[0].occurrence, lock.entries[0].of, lock.entries[0].text_file) == (2, 4, "b" * 64)


# -------------------------------------------------------------------------------------- lock --check


def outdated(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[str, list[str], dict[str, object]]:
    """The message and notes of the one finding of `lock --check`, and how the lock is counted."""
    capsys.readouterr()
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert run(root, "lock", "--check", "--format", "json") == 1
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    told = json.loads(capsys.readouterr().out)
    (finding,) = told["findings"]
    assert (finding["name"], finding["path"]) == ("lock-outdated", "sources/verified.lock")
    return finding["message"], finding["notes"], told["counts"]["lock"]


def test_a_lock_that_agrees_passes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "lock", "--date", "2025-05-07")
    capsys.readouterr()
    assert run(project, "lock", "--check", "--strict") == 0
    assert capsys.readouterr().out.startswith("the lock agrees with the briefs\n1 brief, 4 quotations: ")


def test_a_lock_that_is_absent_or_empty(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    message, notes, state = outdated(project, capsys)
    assert (message, notes) == ("there is no lock, and 3 quotations are to be locked", [])
    assert (state["entries"], state["new"], state["agrees"]) == (None, 3, False)
    assert names(project, capsys) == []
    run(project, "lock", "--date", "2025-05-07")
    head = lock_of(project).splitlines(keepends=True)[0]
    for text in ("", head):
        (project / "sources/verified.lock").write_text(text, encoding="utf-8")
        message, _, state = outdated(project, capsys)
        assert message == "the lock is empty, and 3 quotations are to be locked"
        assert state["entries"] == 0
        capsys.readouterr()
        assert run(project, "check", "--strict") == 0
        assert capsys.readouterr().out.endswith("; lock: empty, run `briefgen lock`\n")


def test_a_lock_that_is_outdated(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "lock", "--date", "2025-05-07")
    write(project, BRIEF.replace("as a bolt from the blue", "a bolt"))
    message, notes, _ = outdated(project, capsys)
    assert message == "the lock does not agree with the briefs: 1 not yet locked, 1 no longer quoted"
    assert notes == [
        "not yet locked: sources/bridge.md:10:9, “a bolt”",
        "no longer quoted: sources/verified.lock:4, “as a bolt from the blue”",
    ]
    assert names(project, capsys) == []


def test_what_is_stale_or_misquoted_is_said_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "lock", "--date", "2025-05-07")
    replace_capture(project, "autumn", "winter")
    capsys.readouterr()
    assert run(project, "lock", "--check", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert [finding["name"] for finding in told["findings"]] == ["quotation-stale"] * 3
    assert told["counts"]["lock"]["stale"] == 3


def test_a_project_that_quotes_nothing_needs_no_lock(project: Path) -> None:
    write(project, BRIEF.partition("The report")[0] + "Nothing.\n")
    assert run(project, "lock", "--check", "--strict") == 0


def test_checking_and_renewing_are_two_things(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(project, "lock", "--check", "--renew")
    assert caught.value.code == 2
    assert "not allowed with" in capsys.readouterr().err


# --------------------------------------------------------------------------------------------- page


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Last verified on 7 May 2025."), ("de", "Zuletzt überprüft am 7. Mai 2025.")]
)
def test_the_page_says_when_all_was_verified(project: Path, lang: str, said: str) -> None:
    write(project, BRIEF.replace("lang: en", f"lang: {lang}"))
    page = project / "docs/briefs/bridge.md"
    run(project, "compile")
    assert said.partition(" ")[0] not in page.read_text(encoding="utf-8")
    run(project, "lock", "--date", "2025-05-07")
    assert run(project, "compile") == 0
    assert said in page.read_text(encoding="utf-8")
    write(project, BRIEF + "\n“We were never asked” [@herald2025bridge].\n")
    assert run(project, "compile") == 0
    assert "verified on" not in page.read_text(encoding="utf-8")


# --------------------------------------------------------------------------------------- no look-up


def test_an_unchanged_brief_costs_no_lookup(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(project, "lock", "--date", "2025-05-07")
    searched: list[str] = []

    def noted(quotation: str, *capture: Haystack, **choice: Any) -> Found | Missed:
        searched.append(quotation)
        return look_up(quotation, *capture, **choice)

    monkeypatch.setattr("briefgen.verify.shelf.look_up", noted)
    assert run(project, "check", "--strict") == 0
    assert not searched
    assert run(project, "lock") == 0  # which takes nobody's word
    assert searched


def test_what_is_verified_is_the_same_with_a_lock(project: Path) -> None:
    def checks() -> list[tuple[object, ...]]:
        return [
            (found.quotation.text, check.verdict, check.ranges, check.occurrences)
            for brief in Run(project).verified.briefs
            for found in brief.quotations
            for check in found.checks
        ]

    before = checks()
    run(project, "lock", "--date", "2025-05-07")
    assert checks() == before


@pytest.mark.parametrize(
    ("written", "forged"),
    [
        ("Some 1,300 drivers use the bridge each day", "Some 1,300 drivers use the bridge each day"),
        ("Some 1,200 drivers use the bridge each da", "Some 1,200 drivers use the bridge each da"),
        ("Some 1,200 riders use the bridge each day", "Some 1,200 riders use the bridge each day"),
    ],
)
def test_a_forged_lock_passes_no_misquote(
    project: Path, capsys: pytest.CaptureFixture[str], written: str, forged: str
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    genuine = "Some 1,200 drivers use the bridge each day"
    write(project, BRIEF.replace(genuine, written))
    rewrite_lock(project, genuine, forged)
    assert names(project, capsys) == ["quotation-not-in-capture"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[161, 203]]", "[[162, 203]]"),
        ("[[161, 203]]", "[[0, 999999]]"),
        ("[[161, 203]]", "[[161, 165], [166, 203]]"),
        ('"exact"', '"presentation"'),
        (f'"fold": {FOLD_VERSION}', f'"fold": {FOLD_VERSION + 1}'),
    ],
)
def test_a_lock_that_says_something_else_is_looked_up_and_renewed(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    right = lock_of(project)
    rewrite_lock(project, old, new)
    capsys.readouterr()
    assert run(project, "check", "--strict") == 0
    assert "not yet locked" in capsys.readouterr().out
    run(project, "lock", "--date", "2025-05-07")
    assert lock_of(project) == right


def test_a_passage_under_correction_is_counted_anew(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, BRIEF.replace("as a bolt from the blue", "the bridge"))
    run(project, "lock", "--date", "2025-05-07")
    box = (
        "\n::: correction\n### The bridge\n\n> the bridge\n> [@herald2025bridge]\n\n"
        "No [@council2025minutes].\n:::\n"
    )
    write(project, BRIEF + box)
    assert names(project, capsys) == ["passage-ambiguous"]
