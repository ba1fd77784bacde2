"""Quotation marks pair as a reader pairs them, in every language, however they are typed."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.markdown.plain import plain_text
from briefgen.markdown.quotes import left_marks, pair_quotes
from briefgen.markdown.tree import parse_tree
from briefgen.markdown.walk import lines_in, walk_inlines
from briefgen.model.inline import Inline, Quoted, Text
from briefgen.text import Span, TextFile
from tests.markdown.places import wrong_places
from tests.markdown.quotation_marks import ACROSS, LEFT_OVER, MIXED, NO_MARKS, OF_LANGUAGES, SINGLE, Case
from tests.sweep import SWEEP

ALL = [*OF_LANGUAGES, *MIXED, *ACROSS, *NO_MARKS, *SINGLE, *LEFT_OVER]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case[0]} {case[1]}")
def test_marks(case: Case) -> None:
    language, text, expected = case
    tree = parse_tree(TextFile("sources/test.md", text), 0, language)
    pairs: list[str] = []
    left: list[str] = []
    for _, line in lines_in(tree.blocks):
        pairs += [
            f"{node.opening}|{plain_text(node.children)}|{node.closing}"
            for node in walk_inlines(line)
            if isinstance(node, Quoted)
        ]
        left += [f"{'!' if mark.opens else '?'}{mark.mark}" for mark in left_marks(line, language)]
    assert pairs + left == expected
    assert not wrong_places(tree)


# What a line may be made of: marks, what stands beside them, and what they may stand in.
_PIECES = st.sampled_from(
    [
        *"“”„‟«»\"'‘’‚‹›「」〝〟《》＂`´,<>6é好().—\n",
        *", '' `` << >> ““ ”” \"\" ’’ <q> </q> a לא [@a] * ** ~~ [ ](#x) ]{.own} <b> <br> \\ [^1]".split(),
        *(" ", " ", " ", "old bridge", "@b ", '\\"', "&quot;", "&bdquo;", ",,"),
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
@settings(max_examples=400 * SWEEP)
def test_no_character_is_lost_and_every_place_is_right(text: str) -> None:
    file = TextFile("sources/test.md", text)
    tree = parse_tree(file, 0)
    assert wrong_places(tree) == []
    for _, line in lines_in(tree.blocks):
        for node in walk_inlines(line):
            if isinstance(node, Quoted):
                assert not any(isinstance(inner, Quoted) for inner in walk_inlines(node.children))


@given(st.lists(_PIECES, max_size=40).map("".join).map(lambda text: text.replace("\\", "")))
@settings(max_examples=400 * SWEEP)
def test_the_text_of_a_line_stays(text: str) -> None:
    file = TextFile("sources/test.md", text)
    line: Sequence[Inline] = (Text(text, Span(file, 0, len(text))),)
    paired = pair_quotes(line)
    assert plain_text(paired) == text
    texts = [node for node in walk_inlines(paired) if isinstance(node, Text)]
    assert all(node.value == node.span.text for node in texts)
    quoted = [node for node in paired if isinstance(node, Quoted)]
    assert all(node.span.text.startswith(node.opening) for node in quoted)
    assert all(node.span.text.endswith(node.closing) for node in quoted)


def test_what_is_cut_keeps_what_it_is() -> None:
    tree = parse_tree(TextFile("sources/test.md", "[see “a *b](#x) c” d* e"), 0)
    ((_, line),) = lines_in(tree.blocks)
    assert [(type(node).__name__, node.span.text) for node in walk_inlines(line)] == [
        ("Link", "[see "),
        ("Text", "see "),
        ("Quoted", "“a *b](#x) c”"),
        ("Link", "a *b](#x)"),
        ("Text", "a *b"),
        ("Text", " c"),
        ("Text", " d* e"),
    ]
