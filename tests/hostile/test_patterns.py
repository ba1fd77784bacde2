"""Expressions that once tried each part of a run anew: a long run costs the time of its length."""

import importlib
import re
from time import process_time

import pytest

LONG = 30_000
"""So long that the square of it would be some seconds."""

MENDED = [
    ("intake.readers.page_marks", "_NOTE_TARGET", "search", "", "#a", ""),
    ("intake.readers.page_hidden", "_POINTS", "findall", "", "1", ""),
    ("intake.readers.page_hidden", "_PERCENT", "findall", "", "1", ""),
    ("intake.readers.page_hidden", "_SIZE_IN_FONT", "search", "", "1", "!"),
    ("intake.readers.page_hidden", "_SIZE_IN_FONT", "search", "a(", " a(", "!"),
    ("intake.readers.page_hidden", "_FADED", "search", "opacity(", "1", "!"),
    ("intake.readers.page_transform", "_PART", "findall", "", "(", ""),
    ("intake.readers.css_values", "_PLAIN", "fullmatch", "", "1", "!"),
    ("intake.readers.css_media", "_RANGE", "findall", "(1", " ", ""),
    ("intake.readers.page_colours", "_TRANSPARENT", "fullmatch", "rgb(,,,", " ", ""),
    ("intake.git_changes", "_KEPT", "search", "", " \n", ""),
    ("language_server.situations", "_FRONT_KEY", "match", "", " ", "!"),
    ("moving.listed", "_BREAK", "split", "", " ", "!"),
    ("moving.front", "_EMPTY", "search", ":", " ", "!"),
    ("verify.letters", "_DOTS_AND_WORD", "search", "", "a", ""),
    ("terminal.causes", "_BEFORE_COMMA", "findall", "", "a", "!"),
    ("terminal.streams", "_COMMAND", "findall", "", " \n", ""),
    ("markdown.positions", "_HEADING_TAIL", "findall", "", " ", "!"),
    ("markdown.heading_rule", "_TAIL", "search", "", " ", "!"),
    ("markdown.abbreviation_rule", "_DEFINITION", "fullmatch", "*[", "a", ""),
    ("markdown.box_rule", "_NAME", "match", "a", " ", "!"),
    ("markdown.box_rule", "_NAME", "match", "a", ":", "{"),
    ("markdown.box_rule", "_TAIL", "match", "", " ", "!"),
    ("parse.quoted_words", "_TAG", "fullmatch", "<a", "a", ""),
    ("bibliography.marks", "_AROUND_SPACE", "findall", "", "\ufdd0", ""),
    ("bibliography.work_numbers", "_EDITION_WORD", "findall", "", " ", "!"),
]


@pytest.mark.parametrize(("module", "name", "asked", "first", "again", "last"), MENDED)
def test_a_long_run(module: str, name: str, asked: str, first: str, again: str, last: str) -> None:
    pattern: re.Pattern[str] = vars(importlib.import_module(f"briefgen.{module}"))[name]
    text = first + again * LONG + last
    began = process_time()
    getattr(pattern, asked)(text)
    assert process_time() - began < 0.5
