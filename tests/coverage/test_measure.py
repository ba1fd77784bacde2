"""The numbers of a brief and of a capture, and the limits that an author may set."""

from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.coverage import check_coverage, measure_briefs, measure_excerpts
from briefgen.stated.absence import count_words
from tests.severn import severn, verified, written

WORDS = {
    "": 0,
    "One, two; three.": 3,
    "It's 1,200 co-owners’ 3.5": 4,
    "„Straße“ – Ärzte": 2,
    "桥关闭了": 4,
    "橋 is a bridge": 4,
    "مرحبا بالعالم": 2,
    "— … –": 0,
}


@pytest.mark.parametrize(("text", "count"), WORDS.items())
def test_words(text: str, count: int) -> None:
    assert count_words(text) == count


class Case(NamedTuple):
    text: str
    numbers: dict[str, object]
    """What is measured of the brief, by name; works by their keys."""


COPY = "\n  copies: herald2025bridge\n"
CASES = {
    "nothing": Case("Words.", {"citations": 0, "works": 0, "origins": 0, "captured": 0, "verified": 0}),
    "a work twice": Case("A [@herald2025bridge]. B [@herald2025bridge, p. 2].", {"citations": 2, "works": 1}),
    "a group": Case(
        "A [@herald2025bridge; @council2025minutes].",
        {"citations": 1, "works": 2, "origins": 2, "captured": 1},
    ),
    "captured and not quoted": Case("A [@herald2025bridge].", {"unquoted": ["herald2025bridge"]}),
    "captured and quoted": Case("“did not agree” [@herald2025bridge].", {"unquoted": [], "verified": 1}),
    "without a capture nothing is to be quoted": Case("A [@council2025minutes].", {"unquoted": []}),
    "one origin": Case(
        "A [@herald2025bridge]. B [@bote2025bruecke].",
        {"works": 2, "origins": 1, "shared": ["herald2025bridge"]},
    ),
    "quotations by their fate": Case(
        "“did not agree” [@herald2025bridge], “urgent” [@council2025minutes], “so”.",
        {"verified": 1, "unchecked": 1, "unbound": 1},
    ),
    "sentences that cite": Case(
        "A [@herald2025bridge]. B “did not agree” [@herald2025bridge]. C [see @herald2025bridge]. D. "
        'E [@herald2025bridge, "has no name"; @council2025minutes]. F [@herald2025bridge, no "x"]. '
        "The report does not mention trams [@herald2025bridge].",
        {"sentences": 3, "retold": 1},
    ),
    "figures": Case("In 1929.\n\nIn 1930 [@council2025minutes].", {"figures": 2, "uncited": 1}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_brief_in_numbers(case: Case, tmp_path: Path) -> None:
    corpus, _ = verified(severn(tmp_path / "p", {"one": case.text}, {"+sources/captures.yml": COPY}))
    (found,) = measure_briefs(corpus)
    told = {
        "unquoted": list(found.unquoted),
        "shared": [group.origin for group in found.shared],
        "uncited": len(found.uncited),
        "retold": len(found.retold),
    }
    assert {name: told.get(name, getattr(found, name)) for name in case.numbers} == case.numbers


def test_of_a_capture_no_word_counts_twice_and_drafts_do_not(tmp_path: Path) -> None:
    quoted = "“The engineers did not agree.” [@herald2025bridge]"
    head = "---\ntitle: D\ndate: 2025-05-06\nlang: en\nstatus: draft\n---\n\n"
    draft = f"{head}“has no name” [@herald2025bridge]\n"
    corpus, _ = verified(
        severn(tmp_path / "p", {"one": f"{quoted}\n\n{quoted}", "two": quoted, "three": draft})
    )
    (found,) = measure_excerpts(corpus)
    assert (found.words, found.of, found.briefs) == (5, 85, (("one", 5), ("two", 5)))
    assert found.share == 6  # 5.9, rounded up


LIMITS = {
    "none": ("", ()),
    "figures": ("uncited_figures: 0", ("figure-uncited 7:1",)),
    "as many figures as there are": ("uncited_figures: 1", ()),
    "captures": ("unquoted_captures: 0", ("capture-unquoted 9:5",)),
    "sentences": ("unquoted_sentences: 0", ("sentence-unquoted 9:3",)),
    "as many sentences": ("unquoted_sentences: 9", ()),
    "as many captures": ("unquoted_captures: 1", ()),
    "words": ("excerpt_words: 4", ("excerpt-budget captures.yml:1:1",)),
    "as many words": ("excerpt_words: 5", ()),
    "a share": ("excerpt_share: 5", ("excerpt-budget captures.yml:1:1",)),
    "the share, rounded up": ("excerpt_share: 6", ()),
    "both in one finding": ("excerpt_words: 4, excerpt_share: 5", ("excerpt-budget captures.yml:1:1",)),
}


@pytest.mark.parametrize(("limits", "expected"), LIMITS.values(), ids=LIMITS)
def test_limits(limits: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    text = "In 1929.\n\nA [@bote2025bruecke].\n\n“The engineers did not agree.” [@herald2025bridge]"
    settings = f"extra: {{briefgen: {{coverage: {{{limits}}}}}}}\n"
    root = severn(tmp_path / "p", {"one": text}, {"+mkdocs.yml": settings})
    corpus, before = verified(root)
    assert before == []
    assert tuple(written(check_coverage(corpus))) == expected
