"""Whole pages of ordinary prose in many languages, rightly quoted: no error, and hardly a warning.

The texts were chosen before the rules were written (tests/data/prose/README.md); how they are quoted says
prose_project.py.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.pipeline import measure_coverage
from tests.evidence.projects import brief, check, errors, make_project, told
from tests.evidence.prose_project import Brief, brief_of, texts

LANGUAGES = sorted({text.language for text in texts()})


STATED = (
    rules.FIGURE_NOT_IN_CAPTURE,
    rules.DATE_NOT_IN_CAPTURE,
    rules.NAME_NOT_IN_CAPTURE,
    rules.WORD_NOT_ABSENT,
    rules.ABSENCE_NOT_CHECKED,
)


@dataclass(frozen=True, slots=True)
class Pages:
    """The briefs of a language, what `check` says of them, and how many of their quotations were found."""

    briefs: tuple[Brief, ...]
    findings: tuple[Diagnostic, ...]
    found: int

    @property
    def paragraphs(self) -> int:
        return sum(one.paragraphs for one in self.briefs)

    @property
    def quotations(self) -> int:
        return sum(one.quotations for one in self.briefs)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    return {language: _pages(tmp_path_factory.mktemp(language) / "p", language) for language in LANGUAGES}


def _pages(root: Path, language: str) -> Pages:
    own = [text for text in texts() if text.language == language]
    briefs = {text.key: brief_of(text) for text in own}
    make_project(
        root,
        {text.key: text.capture for text in own},
        {key: brief(one.text, lang=language, title=key) for key, one in briefs.items()},
        language=language,
    )
    findings = check(root)
    counted = measure_coverage(root).value
    return Pages(tuple(briefs.values()), tuple(findings), sum(one.verified for one in counted.briefs))


def test_the_pages_are_many() -> None:
    made = Counter[str]()
    for text in texts():
        made["modern" if text.name == "modern" else "real"] += len(text.paragraphs)
    assert made["real"] >= 600
    assert made["modern"] >= 200
    assert len({text.language for text in texts() if text.name != "modern"}) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_quotations_raise_no_error(language: str, pages: dict[str, Pages]) -> None:
    wrong = told(errors(list(pages[language].findings)))
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quotation_is_found(language: str, pages: dict[str, Pages]) -> None:
    """None escapes: as many are bound and found as were put in."""
    assert pages[language].found == pages[language].quotations


def test_at_most_one_paragraph_in_a_hundred_is_warned_of(pages: dict[str, Pages]) -> None:
    findings = [finding for one in pages.values() for finding in one.findings]
    wrong = errors(findings)
    warned = {(one.span.path, one.span.line) for one in findings if one not in wrong}
    paragraphs = sum(one.paragraphs for one in pages.values())
    print(
        f"\n{paragraphs} paragraphs, {sum(one.quotations for one in pages.values())} quotations,"
        f" {len(pages)} languages: {len(wrong)} errors, {len(warned)} paragraphs with a warning,"
        f" {dict(Counter(one.rule.name for one in findings))}"
    )
    assert len(warned) <= paragraphs / 100, told(findings)
    assert not [one for one in findings if one.rule in STATED], told(findings)
