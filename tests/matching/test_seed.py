"""The first real capture: every passage of its fact sheet is found, and no letter of it can change."""

from pathlib import Path

import pytest

from briefgen.matching.haystack import Haystack, prepare
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found, Missed, Verdict
from tests.tables import read_table

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_f9b3438fe88cc99c.txt"
PASSAGES: list[tuple[int, int, str]] = [
    (start, end, text) for start, end, text in read_table(ROOT / "tests/cases/seed-quotations.yml")
]
OTHER_LETTERS = "aeiounrstäöüßAESZ0159"


@pytest.fixture(scope="module")
def seed() -> Haystack:
    return prepare(SEED.read_text("utf-8"), "de")


def test_there_are_forty() -> None:
    assert len(PASSAGES) == 40


@pytest.mark.parametrize(("start", "end", "text"), PASSAGES)
def test_passage_stands_where_the_sheet_says(seed: Haystack, start: int, end: int, text: str) -> None:
    assert look_up(text, seed, unique=True) == Found(Verdict.EXACT, ((start, end),), 1)


@pytest.mark.parametrize(("start", "end", "text"), PASSAGES)
def test_no_letter_can_change(seed: Haystack, start: int, end: int, text: str) -> None:
    for index, letter in enumerate(text):
        if not letter.isalnum():
            continue
        for other in OTHER_LETTERS:
            if other != letter:
                changed = text[:index] + other + text[index + 1 :]
                assert isinstance(look_up(changed, seed), Missed), changed


@pytest.mark.parametrize(("start", "end", "text"), PASSAGES[::5])
def test_no_inner_letter_can_go_come_or_move(seed: Haystack, start: int, end: int, text: str) -> None:
    for index in range(1, len(text) - 1):
        here, there = text[index], text[index + 1]
        if not (here.isalnum() and there.isalnum()):
            continue
        assert isinstance(look_up(text[:index] + text[index + 1 :], seed), Missed)
        assert isinstance(look_up(text[:index] + here + text[index:], seed), Missed)
        if here != there:
            assert isinstance(look_up(text[:index] + there + here + text[index + 2 :], seed), Missed)


@pytest.mark.parametrize(("start", "end", "text"), PASSAGES)
def test_no_word_can_go(seed: Haystack, start: int, end: int, text: str) -> None:
    words = text.split(" ")
    for index in range(1, len(words) - 1):
        if words[index] != words[index - 1]:
            assert isinstance(look_up(" ".join(words[:index] + words[index + 1 :]), seed), Missed)


@pytest.mark.parametrize(("start", "end", "text"), PASSAGES)
def test_no_cut_within_a_word(seed: Haystack, start: int, end: int, text: str) -> None:
    for index in range(1, len(text)):
        if text[index - 1].isalnum() and text[index].isalnum():
            # The rest may still stand elsewhere as a whole word; then that is where it is found.
            for part, offset in ((text[:index], start), (text[index:], start + index)):
                result = look_up(part, seed)
                assert isinstance(result, Missed) or result.ranges[0][0] != offset
