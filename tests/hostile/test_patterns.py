"""Expressions that once tried each part of a run anew: a long run costs the time of its length."""

import importlib
import re
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import process_time

import pytest

from tests.hostile.long_runs import Asked, every_pattern, runs
from tests.sweep import sampled

LONG = 30_000
"""So long that the square of it would be some seconds."""

MENDED = [
    ("intake.readers.page_marks", "_NOTE_TARGET", "search", "", "#a", ""),
    ("intake.readers.page_clipped", "_POINTS", "findall", "", "1", ""),
    ("intake.readers.page_clipped", "_PARTS", "findall", "", "(", ""),
    ("intake.readers.page_clipped", "_COLOUR", "findall", "", "rgb(", ""),
    ("intake.readers.page_clipped", "_POINT", "fullmatch", "'m", " ", "!"),
    ("intake.readers.page_boxes", "_TEMPLATE", "findall", "", "<", ""),
    ("intake.readers.page_colours", "_EXTREME", "fullmatch", "lab(", " ", "!"),
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


SHORT_TEXTS = {
    "bibliography.scan._HASH": "asked at one place, by the cursor",
    "intake.readers.css_media._FEATURE": "of a document, which is read with a limit of time",
    "intake.readers.page_hidden._LENGTH": "of a document, which is read with a limit of time",
    "intake.readers.pdf_layout._WORD_BEFORE": "a line of a page",
    "markdown.citation_rule._BARE_ADDRESS": "400 characters",
    "matching.boundaries._NUMBERS": "40 characters",
    "render.notes.text_fragment._BEFORE": "a window of characters",
    "sentences._WORD_BEFORE_STOP": "24 characters",
    "site.known._PUT_IN": "templates of the theme and of the site's owner",
    "site.known._SCRIPT": "templates of the theme and of the site's owner",
    "stated.names._LAST_WORD": "24 characters",
    "stated.reading._WORD_BEFORE": "a window of characters",
    "verify.claims._LABEL": "a window of characters",
}
"""Expressions that would take the square of a long run, and what keeps one from them."""

RUN = 10_000
ALLOWED = 0.06
"""Seconds, three times in a row: the square of that run takes longer, its length a thousandth of it."""


class TooLongError(BaseException):
    """Not even an error to be passed over."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Break off what takes more CPU time."""

    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds_of(pattern: re.Pattern[str], call: str, text: str) -> float:
    began = process_time()
    with suppress(TooLongError), in_time(10 * ALLOWED):
        found = getattr(pattern, call)(text)
        if call == "finditer":
            deque(found, maxlen=0)
    return process_time() - began


@pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="Windows breaks nothing off")
def test_no_expression_takes_the_square_of_a_long_run() -> None:
    slow = []
    for asked in sampled(every_pattern(), 4):
        name = f"{asked.module.removeprefix('briefgen.')}.{asked.name}"
        if name not in SHORT_TEXTS and (why := _slow_run(asked)):
            slow.append(f"{name}: {why}")
    assert slow == []


def _slow_run(asked: Asked) -> str:
    for first, again, last in runs(asked.pattern):
        text = first + again * (RUN // len(again)) + last
        for call in asked.calls:
            if all(seconds_of(asked.pattern, call, text) > ALLOWED for _ in range(3)):
                return f"{call} of {first[:20]!r}, {again[:20]!r} again and again, {last!r}"
    return ""


def test_an_expression_that_tries_each_part_is_found() -> None:
    for written, call in ((r"\s+x", "finditer"), (r"\s*\s*x", "match"), ("(?:a|b)*?c", "search")):
        assert _slow_run(Asked("here", "_A", re.compile(written), (call,)))
    assert not _slow_run(Asked("here", "_A", re.compile("(?<!a)a++b"), ("finditer",)))
