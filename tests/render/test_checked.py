"""What pages say of the checking agrees with the checking, and nothing private is on any page."""

import json
import re
import shutil
from pathlib import Path

import pytest

from briefgen.catalogue import words_for
from briefgen.cli.main import main
from tests.repository import copy_project
from tests.test_golden import GOLDEN

CASES = (
    "capture-none",
    "captures-published-in-full-or-not-at-all",
    "correction-counted-once",
    "omission-acknowledged",
    "quotation-bound-in-four-ways",
    "quotation-from-several-works",
    "quotation-unbound",
    "translations-beside-passages",
    "unchecked-quotations",
)
STATES = re.compile(r"data-(found|unchecked|unbound)=(\d+)")


def compiled(case: str, root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, dict[str, int]]:
    """The folder of a case's pages, and the numbers of the run."""
    if case:
        for layer in (GOLDEN / "_base", GOLDEN / case):
            shutil.copytree(layer, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected"))
    else:
        copy_project(root)
    assert main(["compile", "--root", str(root), "--format", "json"]) == 0
    counts: dict[str, int] = json.loads(capsys.readouterr().out)["counts"]
    return root / "docs", counts


@pytest.mark.parametrize("case", ["", *CASES])
def test_the_first_lines_of_briefs_add_up_to_the_last_line_of_the_run(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs, counts = compiled(case, tmp_path / "project", capsys)
    said = {"found": 0, "unchecked": 0, "unbound": 0}
    for page in (docs / "briefs").glob("*.md"):
        for state, count in STATES.findall(page.read_text("utf-8")):
            said[state] += int(count)
    assert said == {
        "found": counts["found"],
        "unchecked": counts["no_capture"] + counts["capture_none"],
        "unbound": counts["unbound"],
    }
    assert any(said.values())


@pytest.mark.parametrize("case", ["", *CASES])
def test_a_page_of_a_work_says_that_nothing_is_quoted_only_where_nothing_is(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs, _ = compiled(case, tmp_path / "project", capsys)
    quoted = set()
    for page in (docs / "briefs").glob("*.md"):
        # Both signs lead to what the page of the work has of the quotation.
        quoted |= set(re.findall(r"\[[✓○][^\]]*\]\(\.\./sources/([^#)]+)\.md#", page.read_text("utf-8")))
    assert quoted or case == "quotation-unbound"
    for page in (docs / "sources").glob("*.md"):
        if page.stem != "index":
            says_nothing = words_for("en").no_passages in page.read_text("utf-8")
            assert not (says_nothing and page.stem in quoted), page


def test_private_notes_are_on_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs, _ = compiled("bibliography-with-private-notes", tmp_path / "project", capsys)
    pages = [page.read_text("utf-8") for page in docs.rglob("*.md")]
    assert any("printed in the evening edition" in page for page in pages)
    assert not [page for page in pages if "PRIVATE" in page]


def test_a_work_without_a_capture_is_counted_alike_wherever_its_brief_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for case in CASES:
        docs, _ = compiled(case, tmp_path / case, capsys)
        for page in (docs / "briefs").glob("*.md"):
            text = page.read_text("utf-8")
            in_sources = re.findall(r"\]\(\.\./sources/([^)]+)\.md\)[^\n]*?(\d+) quoted, not checked", text)
            in_checked = re.findall(r"\]\(\.\./sources/([^#)]+)\.md#not-checked\): (\d+) quotation", text)
            assert dict(in_sources) == dict(in_checked), page


def test_captures_of_one_work_are_told_apart_in_the_coverage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compiled("work-with-several-captures", tmp_path / "project", capsys)
    main(["coverage", "--root", str(tmp_path / "project")])
    said = capsys.readouterr().out
    rows = [line for line in said.partition("published of captures\n")[2].splitlines() if line]
    assert len(rows) > 1
    assert all(re.search(r"\(seeds/[^)]+\)$", row) for row in rows), said
