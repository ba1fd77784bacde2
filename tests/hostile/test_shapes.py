"""No text makes briefgen slow or fall: steps are counted, for a clock tells of the machine, too."""

import copy
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from briefgen import rules
from briefgen.bibliography.addresses import addresses_in
from briefgen.bibliography.dates import read_date
from briefgen.bibliography.name_reader import read_name, split_at_ampersands
from briefgen.bibliography.worded_dates import read_any_date
from briefgen.diagnostics import Diagnostic
from briefgen.exceptions import _ALLOW
from briefgen.load.libraries import may_hold_works
from briefgen.markdown.attributes import without_attributes
from briefgen.markdown.tree import parse_tree
from briefgen.matching.context import _SPEECH_GOES_ON
from briefgen.parse.checks.foreign_tables import _BELOW_HEAD
from briefgen.pipeline import compile_briefs
from briefgen.render.escape import escape_text
from briefgen.text import TextFile
from tests.hostile.project import write_shape
from tests.hostile.shapes import SHAPES, Shape, whole
from tests.sweep import sampled

SMALL = 1_500
GROWTH = 7
"""For four times the text: what grows with its square takes 16 times as many. What is done once is off."""
BY_NAME = {shape.name: shape for shape in SHAPES}
CASES = {
    "quotes-many-before-one-citation": "quotations before one citation",
    "context-box-included-many": "boxes that include a file",
    "many-quotes-of-a-large-capture": "many quotes of a large capture",
    "footnote-marks-open": "'[^a' again and again",
    "pipes": "a run of '|'",
    "braces": "a run of '{'",
    "quotes-plain-unbalanced": "'\"a ' again and again",
    "less-than-run": "a run of '<'",
    "span-openings": "'[a]{' again and again",
    "underscore-openings": "'__a' again and again",
    "citations-in-a-paragraph": "a paragraph with citations",
    "brackets": "a run of '['",
    "bracket-star": "'[*a @o] ' again and again",
    "key-braces": "'@{a' again and again",
    "brackets-nested": "'[' nested in itself, with ']'",
    "citations-in-citations": "'[@o ' nested in itself, with ']'",
    "omissions": "many omissions, each found",
    "short-forms": "abbreviations, and their words",
}


def _steps(root: Path, shape: Shape, size: int) -> int:
    """How many calls a check makes, of Python's functions and of C's."""
    write_shape(root, shape, size)
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        compile_briefs(root)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", sampled(CASES.values(), 2))
def test_four_times_the_text_takes_four_times_as_long(tmp_path: Path, name: str) -> None:
    _steps(tmp_path, Shape("nothing"), 0)  # what is made once is made
    nothing = _steps(tmp_path, Shape("nothing"), 0)
    one, four = (_steps(tmp_path, BY_NAME[name], size) - nothing for size in (SMALL, 4 * SMALL))
    assert four <= GROWTH * one


def _found(root: Path, body: str) -> list[Diagnostic]:
    write_shape(root, Shape("one", lambda size: body), 0)
    return [finding for finding in compile_briefs(root).findings if finding.rule is rules.NESTED_TOO_DEEP]


DEEP = {
    "emphasis-nested-300": "*a " * 300 + " b*" * 300,
    "emphasis-nested-51": "*a " * 51 + " b*" * 51,
    "html-inline-nested-700": "<b>" * 700,
    "html-blocks-nested-700": "<div>\n" * 700,
    "quotes-nested": ">" * 41 + " a",
    "lists-nested": "- " * 2000 + "a",
    "boxes-nested": "::: note\n\n" * 42 + "a",
    "citations-in-citations": "[@o " * 12 + "]" * 12,
}


@pytest.mark.parametrize("body", DEEP.values(), ids=DEEP)
def test_what_is_nested_too_deep_is_said_at_its_line(tmp_path: Path, body: str) -> None:
    found = _found(tmp_path, f"{body}\n")
    assert found
    assert found[0].span.path == "sources/n.md"
    assert found[0].span.line >= 7


FINE = {
    "emphasis-nested-50": "*a " * 50 + " b*" * 50,
    "html-nested-100": "<b>" * 100 + "a" + "</b>" * 100,
    "quotes-nested-40": ">" * 40 + " " + "*a " * 50 + " b*" * 50,
    "lists-nested-20": "- " * 20 + "*a " * 50 + " b*" * 50,
    "brackets-nested": "[" * 500 + "]" * 500,
    "images-nested": "![" * 300 + "](b)" * 300,
    "spans-nested": "[" * 300 + "a" + "]{.own}" * 300,
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_what_is_nested_as_deep_as_that_is_read(tmp_path: Path, body: str) -> None:
    assert not _found(tmp_path, f"{body}\n")


def test_the_deepest_tree_is_a_value_like_any_other() -> None:
    text = ">" * 40 + " " + "*a " * 50 + " b*" * 50 + "\n"
    one, other = (parse_tree(TextFile("sources/n.md", text), 0).blocks for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one


def test_omissions_without_number_are_refused(tmp_path: Path) -> None:
    shape = Shape("omissions", whole("the […] ", "> ", "[@h]"), capture=whole("the "))
    write_shape(tmp_path, shape, 8_000)
    (missed,) = (found for found in compile_briefs(tmp_path).findings if found.rule is rules.QUOTATION_MISSED)
    assert "more than 100 omissions and brackets" in missed.message


def test_a_wide_head_over_short_rows_is_no_table(tmp_path: Path) -> None:
    """Each row would be filled up: 9 KB of such tables are 300,000 cells, and the builder makes them, too."""
    write_shape(tmp_path, BY_NAME["tables with wide heads and short rows"], 9_000)
    (first, *_) = (found for found in compile_briefs(tmp_path).findings if found.rule is rules.FOREIGN_TABLE)
    assert "cells that nobody wrote" in first.message
    fine = "| a | b | c |\n|---|---|---|\n" + "| a |\n" * 2_000
    write_shape(tmp_path, Shape("short rows", lambda size: fine), 0)
    assert not [found for found in compile_briefs(tmp_path).findings if found.rule is rules.FOREIGN_TABLE]


MANY = " " * 50_000
WIDE = "\xa0" * 50_000
SPACES: dict[str, Callable[[], object]] = {
    "wide ones in a text": lambda: escape_text(f"a{WIDE}b"),
    "a field of addresses": lambda: addresses_in(f"a{MANY}b"),
    "a day": lambda: read_date(f"2024{MANY}x"),
    "a day in words": lambda: read_any_date(f"May{MANY}2024 x"),
    "a name": lambda: split_at_ampersands(f"A{MANY}B"),
    "a name in parts": lambda: read_name(f"{MANY}family x"),
    "an exception": lambda: _ALLOW.search(f"<!-- allow a:{MANY}> -->"),
    "what goes on as speech": lambda: _SPEECH_GOES_ON.match(f"{MANY}x"),
    "lines of no works": lambda: may_hold_works(TextFile("sources/w.yml", "\n" * 50_000)),
    "comments of no works": lambda: may_hold_works(TextFile("sources/w.yml", "# a\n" * 50_000 + "x")),
    "the head of a table": lambda: _BELOW_HEAD.fullmatch(f"--- | ---{MANY}x"),
    "a caption": lambda: without_attributes(f"a{MANY}b {{c}}{MANY}"),
}


@pytest.mark.parametrize("case", SPACES)
def test_spaces_cost_no_more_than_their_number(case: str) -> None:
    """An expression that looks for what stands behind a run of them tries each part of the run: minutes."""
    begun = time.process_time()
    SPACES[case]()
    assert time.process_time() - begun < 3


def test_what_stands_at_the_ends_of_a_text() -> None:
    assert escape_text("\xa0 a \u2009") == "&#160; a &#8201;"
    assert escape_text(" \xa0") == " &#160;"


def test_an_abbreviation_of_nothing_is_text(tmp_path: Path) -> None:
    write_shape(tmp_path, Shape("short form", lambda size: "*[ ]: nothing\n\na\n"), 0)
    assert compile_briefs(tmp_path).value.briefs
