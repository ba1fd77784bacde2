"""A rule that is not asked at a line, because of what that begins with, would not have matched."""

from functools import cache
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.markdown import parser
from briefgen.markdown.parser import BEGINNINGS, markdown_parser
from tests.markdown.test_walk import WITH_EVERYTHING

MARKS = st.sampled_from(
    [*"*-_+>#:`~<[]0123456789.)|=^@!{}'\"\\ \t\xa0aä中", "```", "---", ":::", "1. ", "[^n]: "]
)
LINES = st.sampled_from(WITH_EVERYTHING.split("\n")) | st.lists(MARKS, max_size=3).map("".join)
TEXTS = st.lists(
    st.tuples(st.sampled_from(["", "", "> ", "- ", "    ", "  "]), LINES).map("".join), max_size=5
)


@cache
def asking_all() -> MarkdownIt:
    return markdown_parser.__wrapped__()


@given(TEXTS.map("\n".join))
def test_no_rule_is_left_out_that_matches(text: str) -> None:
    with patch.object(parser, "BEGINNINGS", {}):
        asked = asking_all().parse(text, {})
    assert markdown_parser().parse(text, {}) == asked


def test_every_name_is_that_of_a_rule() -> None:
    assert set(BEGINNINGS) <= set(markdown_parser().block.ruler.get_active_rules())
