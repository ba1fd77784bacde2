"""Bibliographies as programs and people write them: what becomes of each, from `check` to the footnotes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefgen.diagnostics import Severity
from briefgen.pipeline import compile_briefs

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
SETTINGS = "site_name: Example\n"
FOOTNOTE = re.compile(r"^\[\^[^\]]+\]: .*$", re.MULTILINE)


def brief_of(case: dict[str, Any]) -> str:
    """The text of a brief that cites what a case names: works by their keys, or citations as they stand."""
    cite = case["cite"] or ["k1"]
    text = cite if isinstance(cite, str) else "\n\n".join(f"Something [@{{{key}}}]." for key in cite)
    return f"---\ntitle: A brief\ndate: 2025-06-18\nlang: {case['lang']}\n---\n{text}\n"


def laid_out(case: dict[str, Any], root: Path) -> Path:
    """The project of a case, on the disk."""
    files = {"sources/brief.md": brief_of(case), "sources/references.bib": case["bib"], **case["files"]}
    for path, text in ({"mkdocs.yml": SETTINGS} | files).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["slug"])
def test_a_bibliography_as_it_is_found(case: dict[str, Any], tmp_path: Path) -> None:
    told = compile_briefs(laid_out(case, tmp_path))
    severities = {finding.severity for finding in told.findings}
    assert (Severity.ERROR in severities) == case["rc"], told.findings
    text = next(page.text for page in told.value.pages if page.path == "briefs/brief.md")
    notes = "\n".join(FOOTNOTE.findall(text))
    for words in case["must"]:
        if words == "__WARN__":
            assert Severity.WARNING in severities
        else:
            assert words in notes
    for words in case["mustnot"]:
        assert words not in notes
