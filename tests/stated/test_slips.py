"""Slips in cited sentences are named, and right ones raise nothing: over real prose, by construction."""

import time
from collections import Counter
from pathlib import Path

from briefgen.pipeline import Run
from tests.evidence.projects import brief, make_project
from tests.stated.facts import TEXTS, Sentence, made
from tests.sweep import SWEEP

COUNT = 22 if SWEEP == 1 else 176
FAMILY = range(640, 650)


def judged(root: Path, language: str, source: str, sentences: list[Sentence]) -> list[tuple[Sentence, bool]]:
    """Each sentence, and whether something was found in it."""
    text = "\n\n".join(one.text for one in sentences)
    project = make_project(root, {language: source}, {"b": brief(text, lang=language)}, language=language)
    run = Run(project)
    assert len(run.verified.briefs) == 1
    found = {one.span.line for one in run.findings if int(one.rule.code[2:]) in FAMILY}
    lines = (project / "sources/b.md").read_text("utf-8").split("\n")
    assert {lines[line - 1] for line in found} <= {one.text for one in sentences}
    return [(one, lines.index(one.text) + 1 in found) for one in sentences]


def test_slips_are_named_and_right_sentences_are_not(tmp_path: Path) -> None:
    missed: Counter[str] = Counter()
    made_of: Counter[str] = Counter()
    missed_of: Counter[str] = Counter()
    alarms: list[str] = []
    wrong = right = 0
    start = time.process_time()
    for language in TEXTS:
        source, sentences = made(language, COUNT, SWEEP)
        for one, named in judged(tmp_path / language, language, source, sentences):
            wrong += bool(one.slip)
            right += not one.slip
            made_of[one.slip] += bool(one.slip)
            if one.slip and not named:
                missed[f"{language} {one.slip}: {one.text}"] += 1
                missed_of[one.slip] += 1
            if named and not one.slip:
                alarms.append(one.text)
    used = 1000 * (time.process_time() - start) / (wrong + right)
    print(
        f"\n{wrong + right} cited sentences in {len(TEXTS)} languages: "
        f"{wrong - missed.total()} of {wrong} slips named, {len(alarms)} alarms on {right} right ones, "
        f"{used:.1f} ms of CPU each, the whole run included"
    )
    print(
        ", ".join(
            f"{kind}: {count - missed_of[kind]} of {count}" for kind, count in sorted(made_of.items()) if kind
        )
    )
    assert not alarms, alarms
    assert missed.total() <= 0.03 * wrong, missed
