"""A quotation that is only a headline is told where it stands as evidence, and nowhere else."""

from pathlib import Path

import pytest

from briefgen import rules
from briefgen.pipeline import Run
from tests.evidence.projects import brief, make_project

REPORT = "Harbour report\n\nThe board closed the quay. Piles are corroded.\n\nThe quay. It is old.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The board says so in its “Harbour report” [@q].", True),
        ('The board says so [@q, "Harbour report"].', True),
        ("It says:\n\n> Harbour report\n> [@q]", True),
        ("The headline is “Harbour report” [@q].", False),
        ("“Harbour report” [@q] was the title.", False),
        ("Its “Harbour report” says “Piles are corroded” [@q].", False),
        ("“Piles are corroded” [@q].", False),
        ("“The board closed the quay” [@q].", False),
        ("In its *Harbour report* it says so [@q].", False),
        ("::: {.claim verdict=correct}\n> Harbour report [@q]\n\nSo it is.\n:::", False),
    ],
)
def test_headlines(text: str, told: bool, tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", {"q": REPORT}, {"b": brief(text)})
    run = Run(project)
    assert len(run.verified.briefs) == 1
    found = [one.rule for one in run.findings]
    assert found == [rules.HEADLINE_QUOTED] * told
