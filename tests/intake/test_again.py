"""Reading again: a document that an older reader read gets a second text, and its quotations move to that."""

from hashlib import sha256
from pathlib import Path, PurePath

import pytest

from briefgen.cli.main import main
from briefgen.diagnostics import Diagnostic
from briefgen.model.readers import READERS, is_older, made_by
from tests.evidence.projects import brief, check, errors, make_project, told

PAGE = b"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title>
<style>.h{display:none}</style></head><body><p>The dam held<sup><a href="#n1">1</a></sup>
10<math><msup><mn>2</mn><mn>5</mn></msup></math> litres.</p>
<p class="h">The mayor was drunk.</p><p>It broke at noon.</p></body></html>"""
THEN = "The dam held 1025 litres.\n\nThe mayor was drunk.\n\nIt broke at noon.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose page was read by a reader that knew neither style sheets nor formulas."""
    briefs = {"kept": brief("> It broke at noon. [@h]"), "gone": brief("> The mayor was drunk. [@h]")}
    root = make_project(tmp_path / "p", {}, briefs, uncaptured=("h",))
    (root / "seeds" / "h.html").write_bytes(PAGE)
    (root / "seeds" / "h.text.txt").write_text(THEN, "utf-8")
    (root / "sources" / "captures.yml").write_text(
        "# Ours.\nh:\n  file: seeds/h.html\n"
        f"  sha256: {sha256(PAGE).hexdigest()}\n  captured: 2024-05-07\n  language: en\n"
        "  text: seeds/h.text.txt\n  text_by: extraction\n"
        f"  text_sha256: {sha256(THEN.encode()).hexdigest()}\n  extractor: selectolax 1.0.2\n",
        "utf-8",
    )
    assert main(["lock", "--root", str(root)]) == 0
    return root


def _seeds(root: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted((root / "seeds").iterdir())}


def _slug(finding: Diagnostic) -> str:
    return PurePath(finding.span.path).stem


def test_a_document_gets_a_second_text_and_its_quotations_move_or_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not errors(check(project))
    seeds, listed = _seeds(project), (project / "sources" / "captures.yml").read_text("utf-8")
    assert main(["capture", "--again", "h", "--root", str(project)]) == 0
    assert "seeds/h-2.text.txt: seeds/h.html, read anew by briefgen html" in capsys.readouterr().out

    now = _seeds(project)
    assert {name: now[name] for name in seeds} == seeds
    assert set(now) - set(seeds) == {"h-2.text.txt", "h-2.spans.json"}
    lines = (project / "sources" / "captures.yml").read_text("utf-8").splitlines()
    assert [line.lstrip(" -") for line in lines[: len(listed.splitlines())]] == [
        line.lstrip(" -") for line in listed.splitlines()
    ]

    findings = {
        PurePath(one.span.path).stem: one for one in check(project) if one.rule.name != "quotation-stale"
    }
    assert findings["gone"].rule.name == "quotation-not-in-capture"
    assert "kept" not in findings
    stale = [one for one in check(project) if one.rule.name == "quotation-stale"]
    assert {_slug(one) for one in stale} == {"kept", "gone"}, told(stale)

    assert main(["reverify", "--write", "--root", str(project)]) == 1
    stale = [one for one in check(project) if one.rule.name == "quotation-stale"]
    assert {_slug(one) for one in stale} == {"gone"}
    assert main(["capture", "--again", "h", "--root", str(project)]) == 0
    assert "reads as it did; nothing was written" in capsys.readouterr().out
    assert _seeds(project) == now


def test_check_names_captures_of_an_older_reader_once_and_fails_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--strict", "--root", str(project)]) == 0
    told = capsys.readouterr().out
    assert told.count("note[BG353] capture-of-older-reader") == 1
    assert "briefgen capture --again h" in told
    assert "1 note in 1 file" in told

    assert main(["capture", "--again", "h", "--root", str(project)]) == 0
    assert not [one for one in check(project) if one.rule.name == "capture-of-older-reader"]


def test_a_document_that_reads_as_it_did_is_noted_as_read_by_this_reader(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["capture", "--again", "h", "--root", str(project)]) == 0
    listed = project / "sources" / "captures.yml"
    number = READERS["html"]
    entries = listed.read_text("utf-8").replace(f"briefgen html {number}", f"briefgen html {number - 1}")
    listed.write_text(entries, "utf-8")
    assert [one.rule.name for one in check(project)].count("capture-of-older-reader") == 1
    seeds, findings = _seeds(project), [one for one in check(project) if one.rule.name == "quotation-stale"]

    assert main(["capture", "--again", "h", "--root", str(project)]) == 0
    assert f"reads as it did; sources/captures.yml says that it was read by briefgen html {number}" in (
        capsys.readouterr().out
    )
    assert _seeds(project) == seeds
    assert listed.read_text("utf-8").startswith(entries)
    assert "capture-of-older-reader" not in {one.rule.name for one in check(project)}
    assert [one for one in check(project) if one.rule.name == "quotation-stale"] == findings


@pytest.mark.parametrize(
    ("extractor", "older"),
    [
        ("selectolax 1.0.2", True),
        ("briefgen epub, selectolax 1.0.2", True),
        ("Python 3.11.2 email", True),
        ("pypdfium2 5.15.2 (PDFium 8149)", True),
        ("briefgen html 1, selectolax 1.0.2", True),
        (made_by("html", "selectolax 1.0.2"), False),
        (made_by("warc", "warcio 1.8", "briefgen html 1"), True),
        (made_by("warc", "warcio 1.8", made_by("html")), False),
        ("briefgen html 999", False),
        ("pdftotext 24.02", False),
        ("", False),
    ],
)
def test_who_is_an_older_reader(extractor: str, older: bool) -> None:
    assert is_older(extractor) is older


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--again", "h", "--key", "h"], "it takes neither a document nor --key"),
        (["--again", "nobody"], "there is no work `nobody`"),
        ([], "say which document is captured"),
    ],
)
def test_what_cannot_be_read_again_is_said(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = _seeds(project)
    assert main(["capture", *arguments, "--root", str(project)]) == 2
    assert said in capsys.readouterr().err
    assert _seeds(project) == before
