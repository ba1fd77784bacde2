"""The lock from end to end: written, trusted as far as it goes, and brought up to date."""

import ast
import hashlib
import json
import shutil
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.decode import decode_lock, encode_lock
from briefgen.diagnostics import Diagnostic
from briefgen.matching.fold import FOLD_VERSION
from briefgen.pipeline import Run
from briefgen.text import TextFile
from tests.repository import ROOT

BASE = ROOT / "tests/golden/_base"
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
    root = tmp_path / "project"
    shutil.copytree(BASE, root)
    with (root / "sources/captures.yml").open("a", encoding="utf-8") as captures:
        captures.write("\ncouncil2025minutes: {capture: none, why: it lends nothing}\n")
    write(root, BRIEF)
    return root


def write(root: Path, text: str, name: str = "bridge") -> None:
    (root / f"sources/{name}.md").write_text(text, encoding="utf-8")


def lock_of(root: Path) -> str:
    return (root / "sources/verified.lock").read_text(encoding="utf-8")


def entries(root: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in lock_of(root).splitlines()[1:]]


def rewrite_lock(root: Path, old: str, new: str) -> None:
    text = lock_of(root)
    assert old in text
    (root / "sources/verified.lock").write_text(text.replace(old, new), encoding="utf-8")


def replace_capture(root: Path, old: str, new: str) -> None:
    """A newer capture in the place of the old one, with its hash in captures.yml."""
    place, records = root / "seeds/herald.txt", root / "sources/captures.yml"
    before = place.read_bytes()
    after = b"Updated at noon.\n\n" + before.replace(old.encode(), new.encode())
    place.write_bytes(after)
    hashes = hashlib.sha256(before).hexdigest(), hashlib.sha256(after).hexdigest()
    records.write_text(records.read_text("utf-8").replace(*hashes), encoding="utf-8")


def run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(root)])


def names(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    run(root, "check", "--format", "json")
    return [finding["name"] for finding in json.loads(capsys.readouterr().out)["findings"]]


# --------------------------------------------------------------------------------------------- lock


def test_a_lock_says_what_was_verified(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "lock", "--date", "2025-05-07") == 0
    assert capsys.readouterr().out == (
        "sources/verified.lock: written, 3 quotations, 3 of them new\n"
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
    monkeypatch.setattr(
        "briefgen.verify.quotations._look_up", lambda quotation, _: searched.append(quotation.text)
    )
    assert run(project, "check", "--strict") == 0
    assert not searched
    with pytest.raises(AssertionError):  # our stand-in finds nothing, and `lock` takes nobody's word
        run(project, "lock")
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
    box = "\n::: correction\n> the bridge\n> [@herald2025bridge]\n\nNo [@council2025minutes].\n:::\n"
    write(project, BRIEF + box)
    assert names(project, capsys) == ["passage-ambiguous"]


# ----------------------------------------------------------------------------------------- reverify


def test_nothing_is_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(project, "reverify", "--write") == 0
        assert capsys.readouterr().out == "no quotation is stale\n"
        run(project, "lock")
        capsys.readouterr()


def test_words_that_still_stand_are_proposed_and_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    before = lock_of(project)
    replace_capture(project, "autumn", "winter")
    assert names(project, capsys) == ["quotation-stale"] * 3
    assert run(project, "lock") == 1
    capsys.readouterr()
    assert run(project, "reverify") == 1
    out = capsys.readouterr().out
    assert "sources/bridge.md:8:18: “Some 1,200 drivers use the bridge each day”\n" in out
    assert "    now  exact in seeds/herald.txt:5:" in out
    assert out.endswith("3 stale quotations: 3 can be accepted with `--write`\n")
    assert lock_of(project) == before
    assert run(project, "reverify", "--write", "--date", "2025-06-01") == 0
    assert capsys.readouterr().out.endswith("3 stale quotations: 3 accepted\n")
    assert {str(entry["verified"]) for entry in entries(project)} == {"2025-06-01"}
    assert names(project, capsys) == []
    assert run(project, "reverify") == 0


def test_changed_words_are_shown_and_never_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    replace_capture(project, "1,200", "1,300")
    capsys.readouterr()
    assert run(project, "reverify", "--write", "--date", "2025-06-01") == 1
    out = capsys.readouterr().out
    assert "the difference: Some [-1,200-] {+1,300+} drivers" in out
    assert "    now  not there: never accepted\n" in out
    assert "2 accepted; 1 cannot be accepted" in out
    assert [entry["verified"] for entry in entries(project)] == ["2025-06-01", "2025-05-07", "2025-06-01"]
    assert names(project, capsys) == ["quotation-not-in-capture", "quotation-stale"]
    run(project, "reverify", "--format", "json")
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["words"], one["now"], one["accepted"]) == (
        "Some 1,200 drivers use the bridge each day",
        None,
        False,
    )
    write(project, BRIEF.replace("1,200", "1,300"))
    assert run(project, "reverify") == 0
    assert run(project, "lock") == 0


def test_an_altered_capture_is_not_a_new_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "lock", "--date", "2025-05-07")
    (project / "seeds/herald.txt").write_text("something else", encoding="utf-8")
    capsys.readouterr()
    assert run(project, "reverify", "--write") == 1
    assert "capture-altered" in capsys.readouterr().out
    assert names(project, capsys) == ["capture-altered"]


def test_another_text_of_the_same_file_makes_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = project / "sources/captures.yml"
    with_text = "  language: en\n  text: seeds/herald.ocr.txt\n  text_by: ocr\n"
    records.write_text(records.read_text("utf-8").replace("  language: en\n", with_text, 1), encoding="utf-8")
    text = (project / "seeds/herald.txt").read_text(encoding="utf-8")
    (project / "seeds/herald.ocr.txt").write_text(text, encoding="utf-8")
    assert run(project, "lock", "--date", "2025-05-07") == 0
    assert all("text" in entry for entry in entries(project))
    (project / "seeds/herald.ocr.txt").write_text(f"Page 1\n{text}", encoding="utf-8")
    assert names(project, capsys) == ["quotation-stale"] * 3


def test_a_second_capture_beside_the_first_makes_nothing_stale(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "lock", "--date", "2025-05-07")
    data = b"Only this."
    (project / "seeds/second.txt").write_bytes(data)
    records = project / "sources/captures.yml"
    first, _, rest = records.read_text("utf-8").partition("\n\n")
    key, *fields = first.splitlines()
    one = "\n".join(("  - " if not index else "    ") + field.strip() for index, field in enumerate(fields))
    two = one.replace("herald.txt", "second.txt").replace(
        str(entries(project)[0]["capture"]), hashlib.sha256(data).hexdigest()
    )
    records.write_text(f"{key}\n{one}\n{two}\n\n{rest}", encoding="utf-8")
    assert names(project, capsys) == []


# ----------------------------------------------------------------------------------------- coverage


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
