"""A changed letter in a quotation, or a changed byte in a capture, is never missed."""

import hashlib
import re
from pathlib import Path

import pytest

from briefgen import rules
from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.pipeline import Run, compile_briefs
from tests.repository import ROOT, copy_project, run

BRIEFS = ("kursk-sappers", "kursk-pioniere")
STRANGER = "ж"
"""A letter that stands in none of the captures."""


@pytest.fixture(scope="module")
def corpus() -> VerifiedCorpus:
    return Run(ROOT).verified


def kursk_briefs(corpus: VerifiedCorpus) -> list[VerifiedBrief]:
    return [brief for brief in corpus.briefs if brief.slug in BRIEFS]


def test_every_letter_of_every_quotation_counts(corpus: VerifiedCorpus) -> None:
    haystacks = {capture.key: prepare(capture.text, capture.language) for capture in corpus.captures}
    changed = 0
    for brief in kursk_briefs(corpus):
        for found in brief.quotations:
            for check in found.checks:
                if check.verdict is None:
                    continue
                text = found.quotation.text
                for at, letter in enumerate(text):
                    if letter.isalnum():
                        misquoted = text[:at] + STRANGER + text[at + 1 :]
                        assert not isinstance(look_up(misquoted, haystacks[check.key]), Found)
                        changed += 1
    assert changed > 4000


@pytest.mark.parametrize("slug", BRIEFS)
def test_check_names_the_place_of_a_changed_letter(slug: str, corpus: VerifiedCorpus, tmp_path: Path) -> None:
    """One letter of each quotation in the brief's own file is changed, all in one file, and each is found."""
    project = copy_project(tmp_path / "project")
    source = project / "sources" / f"{slug}.md"
    letters = list(source.read_text(encoding="utf-8"))
    (brief,) = [brief for brief in corpus.briefs if brief.slug == slug]
    quotations = [
        found.quotation
        for found in brief.quotations
        if found.verified and found.quotation.span.path == f"sources/{slug}.md"
    ]
    assert len(quotations) > 20
    for quotation in quotations:
        letters[quotation.span.start + longest_word(quotation.span.text)] = STRANGER
    source.write_text("".join(letters), encoding="utf-8")
    missed = {
        (finding.span.path, finding.span.start)
        for finding in compile_briefs(project).findings
        if finding.rule is rules.QUOTATION_MISSED
    }
    assert {(quotation.span.path, quotation.span.start) for quotation in quotations} == missed


def longest_word(text: str) -> int:
    """The offset of the letter in the middle of the longest word."""
    word = max(re.finditer(r"[^\W\d_]+", text), key=lambda found: len(found[0]))
    return (word.start() + word.end()) // 2


def test_the_command_exits_1_and_names_file_and_line(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    source = project / "sources" / "kursk-sappers.md"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("südkoreanischen", "nordkoreanischen"), encoding="utf-8")
    done = run("-m", "briefgen", "check", "--root", project)
    assert done.returncode == 1
    line = text[: text.index("südkoreanischen")].count("\n") + 1
    assert f"sources/kursk-sappers.md:{line}:" in done.stdout
    assert "quotation-not-in-capture" in done.stdout
    assert "südkoreanischen" in done.stdout


@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_a_changed_byte_of_the_capture_is_named(place: float, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (capture,) = (project / "seeds").glob("*.txt")
    data = bytearray(capture.read_bytes())
    data[int((len(data) - 1) * place)] ^= 1
    capture.write_bytes(bytes(data))
    done = run("-m", "briefgen", "check", "--root", project)
    assert done.returncode == 1
    assert "sources/captures.yml:" in done.stdout
    assert "capture-altered" in done.stdout


def test_the_capture_is_the_document_as_it_was_handed_in() -> None:
    data = (ROOT / "seeds" / "000_f9b3438fe88cc99c.txt").read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "9ff297e7098f8b9a82c7d43144ee58c876beea254afb16946895adb19cda0e72"
    )
