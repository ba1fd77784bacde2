"""A work that was captured again: what became of quoted words is told its author and shown to readers."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.since import Fate, Since
from briefgen.pipeline import Run, compile_briefs, measure_coverage
from tests.evidence.projects import brief, make_project

HEAD = "Harbour report\n\nUpdated {} May 2025, {} comments\n\n"
TEXT = "The board closed the quay. Piles are corroded by salt. Repairs begin in autumn.\n"
THEN = HEAD.format(7, 12) + TEXT
STILL = HEAD.format(29, 340) + "Read more: 14 new shops\n\n" + TEXT
CHANGED = STILL.replace("Piles are", "No piles are")
GONE = STILL.replace("Piles are corroded by salt. ", "")
OTHER = "The mayor of another town opened a fair. Nobody spoke of harbours or of bridges there.\n"
QUOTED = "Divers say “are corroded by salt” [@q]."


def again(root: Path, text: str, **said: str) -> Path:
    """A project with the report, and with this text as a later capture of it."""
    project = make_project(root, {"q": THEN}, {"b": brief(QUOTED)})
    listed = project / "sources" / "captures.yml"
    (first,) = yaml.safe_load(listed.read_text("utf-8")).values()
    (project / "seeds" / "q-2.txt").write_bytes(text.encode())
    digest = sha256(text.encode()).hexdigest()
    second = {**first, "file": "seeds/q-2.txt", "sha256": digest, "captured": "2025-05-29", **said}
    listed.write_text(yaml.safe_dump({"q": [first, second]}), "utf-8")
    return project


def since(project: Path) -> tuple[Since | None, list[Diagnostic]]:
    """What became of the quoted words, and what is found."""
    run = Run(project)
    (quotation,) = run.verified.briefs[0].quotations
    return quotation.checks[0].since, run.findings


@pytest.mark.parametrize(("text", "fate"), [(STILL, Fate.STANDS), (CHANGED, Fate.AROUND), (GONE, Fate.GONE)])
def test_quoted_words_are_found_again(text: str, fate: Fate, tmp_path: Path) -> None:
    found, told = since(again(tmp_path / "p", text))
    assert found is not None
    assert (found.capture, found.fate) == (2, fate)
    places = [text[slice(*place)] for place in found.ranges if place]
    assert places == ["are corroded by salt"] * (fate is not Fate.GONE)
    assert [one.rule for one in told] == [rules.SOURCE_CHANGED] * (fate is not Fate.STANDS)
    assert all("seeds/q" in "".join(one.notes) and one.hint for one in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OTHER, {}),
        (CHANGED, {"holds": "excerpt"}),
        (CHANGED, {"language": "de"}),
        (CHANGED, {"captured": "2025-05-01"}),
    ],
    ids=["another text", "a part", "a translation", "an earlier one"],
)
def test_what_is_no_later_state_of_the_text_is_not_compared(
    text: str, said: dict[str, str], tmp_path: Path
) -> None:
    assert since(again(tmp_path / "p", text, **said)) == (None, [])


def pages(project: Path) -> tuple[str, str]:
    """The text of the work's page and of the brief's."""
    made = {page.path: page.text for page in compile_briefs(project).value.pages}
    return made["sources/q.md"], made["briefs/b.md"]


def test_readers_are_told_and_shown_what_was_changed(tmp_path: Path) -> None:
    work, own = pages(again(tmp_path / "p", CHANGED))
    assert "**This source has changed since it was quoted.**" in work
    shown = re.sub(r'<span class="said">.*?</span>', "", work)
    assert "<del>Piles</del> <ins>No piles</ins> are corroded by salt." in shown
    assert "[the sentence reads otherwise in our copy of 29 May 2025](../sources/q.md#q-" in own


def test_of_a_capture_that_nobody_may_see_no_word_is_shown(tmp_path: Path) -> None:
    project = again(tmp_path / "p", CHANGED, publish="none")
    work, _ = pages(project)
    assert "In our copy of 29 May 2025 these words stand in a sentence that reads otherwise." in work
    assert "<ins>" not in work
    assert len(measure_coverage(project).value.excerpts) == 1


def test_what_is_shown_of_a_later_capture_is_counted(tmp_path: Path) -> None:
    counted = measure_coverage(again(tmp_path / "p", CHANGED)).value.excerpts
    assert [(one.capture.number, one.words) for one in counted] == [(1, 5), (2, 6)]


def test_the_whole_of_what_may_be_seen_is_compared(tmp_path: Path) -> None:
    text = STILL.replace("closed the", "shut the").replace("in autumn.", "in spring.")
    project = again(tmp_path / "p", text, publish="full")
    assert "of the whole text" not in pages(project)[0]
    listed = project / "sources" / "captures.yml"
    listed.write_text(listed.read_text("utf-8").replace("  sha256", "  publish: full\n  sha256", 1), "utf-8")
    work = re.sub(r'<span class="said">.*?</span>', "", pages(project)[0])
    assert "All 2 passages of the whole text that read otherwise" in work
    assert "Repairs begin in <del>autumn</del> <ins>spring</ins>." in work
