"""Checks are modules of one folder, each a pure function of what one walk over the tree has seen."""

from pathlib import Path

import pytest

from briefgen.markdown.walk import inlines_in, lines_in, runs_in, walk_blocks
from briefgen.model.block import Box, Heading, HtmlBlock
from briefgen.model.inline import Citation, Link, Text
from briefgen.parse import checks
from briefgen.parse.brief import parse_brief, parse_context
from briefgen.parse.check import FileKind
from briefgen.parse.checks import CHECKS
from briefgen.text import TextFile
from tests.parse.reading import seen_in
from tests.repository import ROOT

FOLDER = Path(checks.__file__).parent
TEXTS = sorted((ROOT / "tests/torture/sources").rglob("*.md")) + sorted((ROOT / "sources").rglob("*.md"))


def test_each_module_of_the_folder_is_a_check() -> None:
    assert len(CHECKS) == len([path for path in FOLDER.glob("*.py") if path.stem != "__init__"])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_one_walk_sees_what_the_walks_for_one_purpose_see(path: Path) -> None:
    seen = seen_in(path.read_text("utf-8").partition("\n---\n")[2])
    assert [run.blocks for run in seen.runs] == list(runs_in(seen.blocks))
    assert [(line.block, line.line) for line in seen.lines] == list(lines_in(seen.blocks))
    assert [node for line in seen.lines for node in line.nodes] == list(inlines_in(seen.blocks))
    blocks, inlines = list(walk_blocks(seen.blocks)), list(inlines_in(seen.blocks))
    for block_kind in (Box, Heading, HtmlBlock):
        assert list(seen.of(block_kind)) == [block for block in blocks if isinstance(block, block_kind)]
    for inline_kind in (Citation, Link, Text):
        assert list(seen.of(inline_kind)) == [node for node in inlines if isinstance(node, inline_kind)]


def test_what_stands_in_a_quote_is_known() -> None:
    seen = seen_in("a\n\n> b\n>\n> - c\n\n- d\n\n  > e")
    assert {line.line[0].span.text: line.in_quote for line in seen.lines} == {
        "a": False,
        "b": True,
        "c": True,
        "d": False,
        "e": True,
    }


OF_A_BRIEF = "---\ntitle: A bridge\ndate: 2025-05-05\n---\n"
OF_A_CONTEXT = "---\ntitle: A bridge\nas_of: 2025-05-05\n---\n"


@pytest.mark.parametrize(
    ("body", "in_brief", "in_context"),
    [
        ("Text.", [], []),
        ("Text {++added++}.", ["criticmarkup-left"], ["criticmarkup-left"]),
        ("> [a](#x) [@k]", ["mark-without-box"], []),
        ("::: correction\n### A\n\n> a [@k]\n\nb\n:::", [], ["finding-misplaced"]),
        ("It was “said”.", ["quotation-unbound"], ["quotation-unbound"]),
    ],
)
def test_a_check_says_of_which_files_it_is_asked(
    body: str, in_brief: list[str], in_context: list[str]
) -> None:
    brief = parse_brief(TextFile("sources/a.md", OF_A_BRIEF + body), "en")
    context = parse_context(TextFile("sources/context/a.en.md", OF_A_CONTEXT + body))
    assert [finding.rule.name for finding in brief.findings] == in_brief
    assert [finding.rule.name for finding in context.findings] == in_context


def test_names_of_files_are_checked_like_the_rest() -> None:
    brief = parse_brief(TextFile("sources/---.md", OF_A_BRIEF), "en")
    context = parse_context(TextFile("sources/context/treaty.md", OF_A_CONTEXT))
    assert [finding.rule.name for finding in brief.findings] == ["slug-empty"]
    assert [finding.rule.name for finding in context.findings] == ["context-misplaced"]


def test_every_kind_of_file_is_asked_something() -> None:
    assert all(any(kind in check.of for check in CHECKS) for kind in FileKind)
