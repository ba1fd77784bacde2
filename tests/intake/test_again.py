"""Reading again: a document that an older reader read gets a second text, and its quotations move to that."""

from hashlib import sha256
from pathlib import Path, PurePath

import pytest

from briefgen.cli.main import main
from briefgen.diagnostics import Diagnostic
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
