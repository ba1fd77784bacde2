"""Topics that share an address, and spellings that are one topic."""

from pathlib import Path

import pytest

from tests.severn import resolved, severn

CASES: dict[str, tuple[list[str], tuple[str, ...]]] = {
    "each its own": (["Rivers", "Bridges"], ()),
    "the same again": (["Rivers", "Rivers"], ()),
    "another case": (["North Korea", "north korea"], ()),
    "spaces and hyphens": (["North Korea", "North-Korea"], ()),
    "composed and decomposed": (["Brücken", "Bru\u0308cken"], ()),
    "another name, one address": (["C", "C++"], ("topic-taken 5:8",)),
    "nothing to be named by": (["!?"], ("topic-empty 5:8",)),
    "letters of another script": (["北朝鮮", "نهر"], ()),
}


@pytest.mark.parametrize(("topics", "expected"), CASES.values(), ids=CASES)
def test_topics(topics: list[str], expected: tuple[str, ...], tmp_path: Path) -> None:
    """Each topic in a brief of its own: the later brief gets the finding."""
    texts = {
        f"b{number}": f'---\ntitle: The bridge\ndate: 2025-05-06\nlang: en\ntags: ["{topic}"]\n---\n\nA.\n'
        for number, topic in enumerate(topics)
    }
    _, findings = resolved(severn(tmp_path / "p", texts))
    assert tuple(findings) == tuple(expected)
