"""Keys that are no work, wherever one may stand; brackets that lack their ``@``; what repeats what."""

from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.pipeline import run_until
from tests.severn import resolved, severn


class Case(NamedTuple):
    text: str
    findings: tuple[str, ...] = ()
    captures: str = ""
    """What is added to captures.yml."""


HEAD = "---\ntitle: The bridge\ndate: 2025-05-06\nlang: en\n"
SHA = "d61770ed25daed12043a1eb3ecd62e37649aaa6eb216f5eec77fa47bad17cce1"
COPY = f"  file: seeds/herald.txt\n  sha256: {SHA}\n  captured: 2025-05-02\n  language: en\n"

CASES = {
    "known": Case("A [@herald2025bridge, p. 3]."),
    "in another case": Case("A [@Herald2025bridge].", ("unknown-key 7:5",)),
    "each place by itself": Case("A [@no1]. B [@no1].", ("unknown-key 7:5", "unknown-key 7:15")),
    "one of a group": Case("A [@herald2025bridge; see @no1, p. 2].", ("unknown-key 7:28",)),
    "without the author": Case("A [-@no1].", ("unknown-key 7:6",)),
    "in the sentence": Case("As @no1 says.", ("unknown-key 7:5",)),
    "in a heading": Case("## A [@no1]", ("citation-in-heading 7:6", "unknown-key 7:8")),
    "in a footnote": Case("A.[^1]\n\n[^1]: B [@no1].", ("unknown-key 9:11",)),
    "in a table": Case("| A |\n|---|\n| B [@no1] |", ("unknown-key 9:7",)),
    "in a definition": Case("A\n:   B [@no1]", ("unknown-key 8:9",)),
    "in emphasis and in a link": Case("*A [@no1]* and [B](other.md).", ("unknown-key 7:6",)),
    "in a quotation": Case("> A [@no1]", ("unknown-key 7:7",)),
    "what a box is of": Case(
        "::: {.correction of=no1}\n## Words\n\n> A\n\nB [@council2025minutes].\n:::", ("unknown-key 7:18",)
    ),
    "what a brief is about": Case(
        f"{HEAD}about: [herald2025bridge, no1]\n---\n\nA.\n", ("unknown-key 5:27",)
    ),
    "in code it is no key": Case("`[@no1]`\n\n    [@no1]"),
    "escaped it is no key": Case(r"A \[\@no1\] and \@no1."),
    "a bracket without its @": Case("A [herald2025bridge].", ("not-a-citation 7:3",)),
    "a bracket with a page": Case("A [herald2025bridge, p. 3].", ("not-a-citation 7:3",)),
    "a bracket in a list": Case("- A *b [council2025minutes]*", ("not-a-citation 7:8",)),
    "a bracket of no work": Case("A [herald] and [sic]."),
    "a bracket that is text": Case(r"A \[herald2025bridge\]."),
    "a bracket that is a link": Case("A [herald2025bridge](https://example.org/)."),
    "a bracket in code": Case("A `[herald2025bridge]`."),
    "a capture of no work": Case("A.", ("capture-of-unknown-work captures.yml:13:1",), f"\nno1:\n{COPY}"),
    "no capture of no work": Case(
        "A.", ("capture-of-unknown-work captures.yml:13:1",), "\nno1: {capture: none, why: it is gone}\n"
    ),
    "a copy of no work": Case(
        "A.",
        ("unknown-key captures.yml:18:11",),
        f"\ncouncil2025minutes:\n{COPY}  copies: no1\n",
    ),
    "a copy of a work": Case("A.", (), f"\ncouncil2025minutes:\n{COPY}  copies: herald2025bridge\n"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_keys(case: Case, tmp_path: Path) -> None:
    more = {"+sources/captures.yml": case.captures}
    _, findings = resolved(severn(tmp_path / "p", {"one": case.text}, more))
    assert tuple(findings) == case.findings


HINTS = {
    "near": (
        "A [@herald2025brige].",
        "did you mean `herald2025bridge`? Otherwise add it to sources/references.bib",
    ),
    "far": ("A [@xyz].", "add it to sources/references.bib"),
    "perhaps a name": (
        "Ask @xyz.",
        "add it to sources/references.bib, or write `\\@xyz` if this is no citation",
    ),
    "a bracket": ("A [herald2025bridge].", "write `[@herald2025bridge]`, or `\\[` if the bracket is text"),
    "a bracket with more": (
        "A [herald2025bridge, p. 3].",
        "write `[@herald2025bridge, p. 3]`, or `\\[` if the bracket is text",
    ),
}


@pytest.mark.parametrize(("text", "hint"), HINTS.values(), ids=HINTS)
def test_the_way_out(text: str, hint: str, tmp_path: Path) -> None:
    found = run_until("resolve", severn(tmp_path / "p", {"one": text})).findings
    assert [one.hint for one in found] == [hint]


def test_without_a_bibliography_that_is_the_way_out(tmp_path: Path) -> None:
    root = severn(tmp_path / "p", {"one": "A [@herald2025bridge]."})
    (root / "sources/references.bib").unlink()
    (root / "sources/captures.yml").unlink()
    found = run_until("resolve", root).findings
    assert [one.hint for one in found if one.rule.name == "unknown-key"] == [
        "add it to sources/references.bib, which is not there or holds no work"
    ]


def test_a_box_that_nobody_includes_is_looked_at_all_the_same(tmp_path: Path) -> None:
    box = (
        "---\ntitle: Rivers\nas_of: 2025-05-01\n---\n\n"
        "A [@no1], [herald2025bridge], “words” [@herald2025bridge].\n"
    )
    root = severn(tmp_path / "p", {"one": "A."}, {"sources/context/rivers.en.md": box})
    corpus, findings = resolved(root)
    assert findings == ["unknown-key context/rivers.en.md:6:5", "not-a-citation context/rivers.en.md:6:11"]
    assert [one.quotation.text for one in corpus.unused] == ["words"]
    (root / "sources/one.md").write_text(
        (root / "sources/one.md").read_text("utf-8") + "\n::: {.context include=rivers}\n:::\n", "utf-8"
    )
    corpus, findings = resolved(root)
    assert findings == ["unknown-key context/rivers.en.md:6:5", "not-a-citation context/rivers.en.md:6:11"]
    assert corpus.unused == ()
    assert [one.quotation.text for one in corpus.briefs[0].quotations] == ["words"]


def test_works_are_those_cited_in_their_order_and_those_examined(tmp_path: Path) -> None:
    cited = "A [@council2025minutes; @herald2025bridge]. B [@herald2025bridge].\n"
    text = f"{HEAD}about: bote2025bruecke\n---\n\n{cited}"
    corpus, _ = resolved(severn(tmp_path / "p", {"one": text}))
    (brief,) = corpus.briefs
    assert list(brief.works) == ["council2025minutes", "herald2025bridge", "bote2025bruecke"]
    assert list(brief.examined) == ["bote2025bruecke"]
