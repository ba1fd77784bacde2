"""The small project of `golden/_base`, a bridge across the Severn, with the files that a test is about."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefgen.diagnostics import Diagnostic
from briefgen.model.workspace import Corpus, VerifiedCorpus
from briefgen.pipeline import run_until
from tests.evidence.projects import brief
from tests.repository import ROOT

BASE = ROOT / "tests" / "golden" / "_base"


def severn(root: Path, texts: Mapping[str, str], more: Mapping[str, str] | None = None) -> Path:
    """A project with these briefs by slug; a text that does not begin with front matter gets some.

    `more` are further files by path; ``+`` before a path adds to what is there.
    """
    shutil.copytree(BASE, root)
    files = {f"sources/{slug}.md": with_front_matter(text) for slug, text in texts.items()}
    for path, text in {**files, **(more or {})}.items():
        place = root / path.removeprefix("+")
        place.parent.mkdir(parents=True, exist_ok=True)
        before = place.read_text("utf-8") if path.startswith("+") else ""
        place.write_text(before + text, "utf-8")
    return root


def with_front_matter(text: str) -> str:
    return text if text.startswith("---\n") else brief(text, title="The bridge")


def resolved(root: Path) -> tuple[Corpus, list[str]]:
    """The project as `resolve` leaves it, and what was found up to there."""
    told = run_until("resolve", root)
    assert isinstance(told.value, Corpus)
    return told.value, written(told.findings)


def verified(root: Path) -> tuple[VerifiedCorpus, list[str]]:
    """The project as `verify` leaves it, and what was found up to there."""
    told = run_until("verify", root)
    assert isinstance(told.value, VerifiedCorpus)
    return told.value, written(told.findings)


def written(findings: Sequence[Diagnostic]) -> list[str]:
    """Findings as the tables write them: ``unknown-key 7:9``, before the line the file, if it is no brief."""
    return [f"{one.rule.name} {_place(one)}" for one in findings]


def _place(finding: Diagnostic) -> str:
    path = finding.span.path
    is_brief = path.startswith("sources/") and path.count("/") == 1 and path.endswith(".md")
    before = "" if is_brief else f"{path.removeprefix('sources/')}:"
    return f"{before}{finding.span.line}:{finding.span.column}"
