"""One cause, one finding: what may be held back, and what may not."""

from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.diagnostics import Diagnostic
from briefgen.pipeline import compile_briefs
from briefgen.terminal.causes import told_once
from briefgen.terminal.formats.text import OF_A_RULE
from briefgen.terminal.outcome import has_error
from tests.reports.cases import Case, lay_out


def told(root: Path, files: dict[str, str]) -> tuple[Diagnostic, ...]:
    lay_out(Case("", files, (), {}, bare=False), root)
    return told_once(compile_briefs(root).findings)


def test_what_is_told_once_is_told_once_again(tmp_path: Path) -> None:
    text = "It closes [@paper2025]. So it is [@paper2025].\n\nFor long [@paper2025; @other2025].\n"
    once = told(tmp_path, {"sources/bridge.md": text})
    assert [one.span.text for one in once] == ["paper2025", "other2025"]
    assert told_once(once) == once


def test_a_key_missing_in_a_draft_and_in_a_published_brief_still_stops(tmp_path: Path) -> None:
    draft = "---\ntitle: A\ndate: 2025-05-10\nstatus: draft\n---\nIt is [@paper2025].\n"
    once = told(tmp_path, {"sources/a.md": draft, "sources/bridge.md": "It closes [@paper2025].\n"})
    assert [one.of_draft for one in once] == [True, False]
    assert has_error(once)


@pytest.mark.parametrize(
    "files",
    [
        {"sources/references.bib": "@misc{herald2025bridge, title = {A}, title = {B}}\n@misc{"},
        {"sources/bridge.md": "---\ntitle: [\n---\n> words\n\nIt is [@nobody2025].\n"},
        {"sources/references.bib": ""},
    ],
)
def test_an_error_is_never_held_back_for_less_than_an_error(tmp_path: Path, files: dict[str, str]) -> None:
    lay_out(Case("", files, (), {}, bare=False), tmp_path)
    findings = compile_briefs(tmp_path).findings
    assert has_error(findings)
    assert has_error(told_once(findings))


def test_of_one_file_all_is_said_though_its_cause_is_in_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(Case("", {"sources/references.bib": ""}, (), {}, bare=False), tmp_path)
    assert main(["check", "--root", str(tmp_path), str(tmp_path / "sources/bridge.md")]) == 1
    assert "the bibliography has no work `herald2025bridge`" in capsys.readouterr().out


def test_of_a_rule_so_many_are_shown_as_anybody_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n\n".join(f"The paper calls it “old {number}”." for number in range(OF_A_RULE + 27))
    lay_out(Case("", {"sources/bridge.md": text}, (), {}, bare=False), tmp_path)
    assert main(["check", "--root", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert out.count("quotation-unbound: these") == OF_A_RULE
    assert "and 27 more of BG302 quotation-unbound: `--format concise` shows each of them\n" in out
    assert "47 warnings in 1 file" in out
    main(["check", "--root", str(tmp_path), "--format", "concise"])
    assert capsys.readouterr().out.count("quotation-unbound: ") == OF_A_RULE + 27
