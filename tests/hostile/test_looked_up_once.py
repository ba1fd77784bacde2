"""What is asked of each of many things is looked up, not looked for among all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.markdown.tree import parse_tree
from briefgen.markdown.walk import lines_in
from briefgen.matching.haystack import Haystack, Hit, prepare
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found, Missed
from briefgen.parse.check import Within
from briefgen.render.guard.pieces import pieces_of
from briefgen.render.holders import Holders
from briefgen.text import Span, TextFile

FILE = TextFile("sources/n.md", "a" * 100)
STRETCHES = st.tuples(st.integers(0, 40), st.integers(0, 10)).map(lambda at: FILE.span(at[0], at[0] + at[1]))


@given(st.lists(STRETCHES, max_size=12), STRETCHES)
def test_the_first_that_holds_a_place(stretches: list[Span], place: Span) -> None:
    expected = next((number for number, one in enumerate(stretches) if one.holds(place)), None)
    assert Holders((one, number) for number, one in enumerate(stretches)).of(place) == expected


def test_of_many_stretches_few_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    stretches = [FILE.span(start, start + 1) for start in range(100)]
    holders = Holders((one, one) for one in stretches)
    asked: list[Span] = []
    holds = Span.holds

    def noted(self: Span, other: Span) -> bool:
        asked.append(other)
        return holds(self, other)

    monkeypatch.setattr(Span, "holds", noted)
    assert [holders.of(one) for one in stretches] == stretches
    assert len(asked) <= 2 * len(stretches)


def test_places_that_are_chosen_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    haystack = prepare("The lane is open. " * 40, "en")
    whole: list[Hit] = []
    stands_whole = Haystack.stands_whole

    def noted(self: Haystack, hit: Hit) -> bool:
        whole.append(hit)
        return stands_whole(self, hit)

    monkeypatch.setattr(Haystack, "stands_whole", noted)
    outcomes = [look_up("lane is open", haystack, occurrence=number) for number in range(1, 61)]
    assert len(whole) == 40
    starts = [outcome.ranges[0][0] for outcome in outcomes[:40] if isinstance(outcome, Found)]
    assert starts == [4 + 18 * number for number in range(40)]
    assert all(isinstance(outcome, Missed) and len(outcome.positions) == 40 for outcome in outcomes[40:])


def test_parts_of_a_tag_are_at_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "> <b a=1\n> c=2\n>   d=3>\n"
    text = "<b a=1\nc=2\n  d=3>"
    file = TextFile("sources/n.md", source)
    lines: list[int] = []
    whole_line = TextFile.whole_line

    def noted(self: TextFile, line: int) -> Span:
        lines.append(line)
        return whole_line(self, line)

    monkeypatch.setattr(TextFile, "whole_line", noted)
    places = Within(file.span(2, len(source) - 1), text)
    parts = [part for part in ("b", "a=1", "c=2", "d=3", "=2", "=3") for _ in range(20)]
    for part in parts:
        start = text.index(part)
        place = places.of(start, start + len(part))
        assert (place.text, place.start) == (part, source.index(part))
    assert lines == [1, 2, 3]


LONG = {
    "a list": "- a\n" * 6_000,
    "a table": "| a | b |\n|---|---|\n" + "| c | long enough |\n" * 4_000,
    "definitions": "a\n: b\n\n" * 4_000,
    "a quote": "> long enough\n>\n" * 6_000,
    "paragraphs": "a\n\n" * 6_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_pieces_of_a_long_text_are_little_more_than_the_text(text: str) -> None:
    """Each begins with the last block of the one before, which is to be a small part of it."""
    whole = parse_tree(TextFile("sources/n.md", text), 0).blocks
    pieces = list(pieces_of(whole))
    compared = sum(1 for piece in pieces for _ in lines_in(piece))
    assert len(pieces) > 2
    assert compared < 1.2 * sum(1 for _ in lines_in(whole))
