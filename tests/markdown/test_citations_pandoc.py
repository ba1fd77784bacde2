"""Citations are read as pandoc reads them: in our sources, case by case, and in any paragraph."""

import re
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.decode.front_matter import split_front_matter
from briefgen.text import TextFile
from tests.markdown.reading import our_citations, pandoc_citations
from tests.pandoc import pandoc_json
from tests.sweep import SWEEP
from tests.tables import read_table

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "citations.yml"
SOURCES = sorted((ROOT / "sources").rglob("*.md"))


class Case(TypedDict, total=False):
    text: str
    cites: list[str]
    pandoc_differs: str


def load() -> list[Case]:
    cases: list[Case] = read_table(CASES)
    return cases


# ------------------------------------------------------------------------------------- our sources


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_sources(path: Path) -> None:
    text = _body(path)
    cites = our_citations(text)
    assert cites == pandoc_citations(pandoc_json(text)["blocks"])
    assert cites


def _body(path: Path) -> str:
    file = TextFile(path.name, path.read_text("utf-8"))
    parts = split_front_matter(file, lambda diagnostic: pytest.fail(diagnostic.message))
    assert parts is not None
    return parts[1].text


# ------------------------------------------------------------------------------------------- cases


@pytest.mark.parametrize("case", load(), ids=lambda case: case["text"])
def test_case(case: Case) -> None:
    assert our_citations(case["text"]) == case["cites"]
    same = pandoc_citations(pandoc_json(case["text"])["blocks"]) == case["cites"]
    assert same != ("pandoc_differs" in case)


def test_cases_are_whole() -> None:
    texts = [case["text"] for case in load()]
    assert len(texts) >= 200
    assert len(set(texts)) == len(texts)


# ------------------------------------------------------------------------------- any paragraph

FRAGMENTS = [
    *(" ", " ", " ", "; ", ", ", "see ", "also ", "\nz"),
    *("@{d e}", "[@b, p. 3]", "p. 3", "`c; d`", "*e; f*", '"', "'s"),
    *"@a @b -@c @{d} @k.x @a:b [@a] @ @@ [ ] ; , ( ) { } . : ! / # ? - -- – + % & | x 9 ü 日".split(),
    *r"\ \; \] \[ \@ `]` **g** _h_ &amp; &semi; “ ” ’s".split(),
    *"[i](u) (u) [r] [r][s] [^1] {.x} <b@c.d> <https://x.y/;z> <b> </b>".split(),
]
# What citations.yml lists as read otherwise: no paragraph holds it.
DIFFERENT = re.compile(
    r"""@\{[^{}\s]*\}-?@ | @[\w.:/#$%&+?<>~-]*@   # a key directly after a key
    | [*_]-?@ | @\*                               # or after emphasis; the wild card
    | \]-?@                                       # a prefix that ends at a bracket
    | \]\[[^\]]*\][\[({]                          # a group between another and a third
    | !\[ | \]\(\S*\s | \)\{                      # an image, a bare space in an address, a link's attributes
    | ://[^\s<>()]*[/=]-?@                         # a handle in a bare address
    | \\[^\W\d_] | \\\s                           # a command of TeX, an escaped space
    """,
    re.VERBOSE,
)
# Every paragraph begins with a letter, so that it is a paragraph to both.
paragraphs = (
    st.lists(st.sampled_from(FRAGMENTS), min_size=2, max_size=14)
    .map(lambda pieces: f"w {''.join(pieces)}".rstrip())
    .filter(lambda text: not DIFFERENT.search(text))
)


@given(st.lists(paragraphs, min_size=20, max_size=30))
@example(["w [@a, x @b; [r] @a] @a [[^1]", "w @a [*e; f*] [see *e @a; f* @b]"])
@settings(max_examples=15 * SWEEP)
def test_any_paragraph(texts: list[str]) -> None:
    blocks = pandoc_json("\n\n".join([*texts, "[^1]: note"]))["blocks"]
    assert len(blocks) == len(texts)
    for text, block in zip(texts, blocks, strict=True):
        assert our_citations(text) == pandoc_citations(block), text
