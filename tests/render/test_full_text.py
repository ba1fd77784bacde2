"""The whole text of a capture, with the quoted passages marked in it."""

import re

import pytest

from briefgen.model.capture import Capture, CaptureRecord
from briefgen.render.work.full_text import full_text
from briefgen.render.work.quoted_passages import QuotedPassage
from briefgen.text import TextFile

NOWHERE = TextFile("sources/captures.yml", "").span(0, 0)
TEXT = "The old bridge closes.\n\nIt is old.\n  \nNo one asked.\n"
RECORD = CaptureRecord("k", NOWHERE, "seeds/k.txt", NOWHERE, "", NOWHERE, "2025-05-02", "en")
CAPTURE = Capture(RECORD, TEXT)

CASES = {
    "nothing quoted": ((), "<p>The old bridge closes.</p>|<p>It is old.</p>|<p>No one asked.</p>"),
    "in a paragraph": (
        ("old bridge",),
        "<p>The [0]old bridge{0} closes.</p>|<p>It is old.</p>|<p>No one asked.</p>",
    ),
    "a whole paragraph": (
        ("It is old.",),
        "<p>The old bridge closes.</p>|<p>[0]It is old.{0}</p>|<p>No one asked.</p>",
    ),
    "over two, marked in each, begun in one": (
        ("closes.\n\nIt is",),
        "<p>The old bridge [0]closes.{0}</p>|<p>It is{0} old.</p>|<p>No one asked.</p>",
    ),
    "one within another leads to the narrower": (
        ("The old bridge", "old"),
        "<p>[0]The {0}[1]old{1} bridge{0} closes.</p>|<p>It is old.</p>|<p>No one asked.</p>",
    ),
    "with an omission it begins once": (
        ("The old…closes.",),
        "<p>[0]The old{0} bridge closes.{0}</p>|<p>It is old.</p>|<p>No one asked.</p>",
    ),
    "two that begin together": (
        ("The old", "The old bridge"),
        "<p>[0][1]The old{0} bridge{1} closes.</p>|<p>It is old.</p>|<p>No one asked.</p>",
    ),
}


def passage(number: int, words: str) -> QuotedPassage:
    """Where words stand first, and behind them what follows an omission."""
    ranges = tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in words.split("…"))
    return QuotedPassage(CAPTURE, str(number), ranges, ())


@pytest.mark.parametrize(("quoted", "expected"), CASES.values(), ids=CASES)
def test_passages_are_marked(quoted: tuple[str, ...], expected: str) -> None:
    """``[0]`` is the place where passage 0 begins, ``{0}`` stands behind words that lead to it."""
    html = full_text(CAPTURE, [passage(number, words) for number, words in enumerate(quoted)])
    lines = html.split("\n")
    assert lines[0].endswith(' lang="en" dir="auto">')
    told = re.sub(r'<span id="text-(\d)"></span>', r"[\1]", "|".join(lines[1:-1]))
    told = re.sub(r'<a href="#(\d)"><mark>(.*?)</mark></a>', r"\2{\1}", told)
    assert told == expected
