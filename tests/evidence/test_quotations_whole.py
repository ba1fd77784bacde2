"""Quotations from newspaper prose in many languages, each judged by reading: quotations-*.yml."""

from pathlib import Path
from typing import Any

import pytest

from tests.evidence.projects import HERE, brief, check, errors, make_project, told
from tests.sweep import sampled
from tests.tables import read_table

SOURCES: list[dict[str, Any]] = [
    source
    for name in ("quotations-whole", "quotations-combined", "quotations-reports")
    for source in read_table(HERE / f"{name}.yml")
]


def test_they_are_many() -> None:
    assert sum(len(source.get(kind, ())) for source in SOURCES for kind in ("pass", "warn", "refuse")) >= 1000
    assert len({source["lang"] for source in SOURCES}) >= 24


@pytest.mark.parametrize(
    "source", sampled(SOURCES, 2), ids=lambda source: f"{source['lang']}-{source['source'][:12]}"
)
def test_quotations_are_judged_as_a_reader_would(source: dict[str, Any], tmp_path: Path) -> None:
    """All of a source stand in one brief, a line each."""
    cases = [(kind, words) for kind in ("pass", "warn", "refuse") for words in source.get(kind, ())]
    written = brief("\n\n".join(f"> {words} [@h]" for _, words in cases))
    root = make_project(tmp_path / "p", {"h": source["source"]}, {"quoted": written}, language=source["lang"])
    findings = check(root)
    places = (line for line, text in enumerate(written.split("\n"), 1) if text.startswith("> "))
    wrong = []
    for line, (kind, words) in zip(places, cases, strict=True):
        own = [one for one in findings if one.span.line == line]
        right = {"pass": not own, "warn": bool(own), "refuse": bool(errors(own))}[kind]
        if not right:
            wrong.append(f"{kind} {words!r}: {told(own) or 'no finding'}")
    assert not wrong, "\n".join(wrong)
