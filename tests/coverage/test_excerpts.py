"""What readers are shown of a capture around quoted words: whole sentences, of long ones a part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.excerpts import excerpt
from briefgen.model.capture import Capture, CaptureRecord, Publish
from briefgen.sentences import in_sentences
from briefgen.text import TextFile

TEXT = (
    "Bridge to Close\n\nThe council met on 5 May. The engineers, said Dr. Reed, did not agree. “We were "
    "never asked,” said a driver, “and we will not forget it.” The ferry is slow? 桥关闭了。没有人问过我们。 "
    "هل سُئل السكان؟ لم يُسأل أحد."
)
ENTIRE = {
    "The council": "The council met on 5 May.",
    "did not agree.": "The engineers, said Dr. Reed, did not agree.",
    "never asked": "“We were never asked,” said a driver, “and we will not forget it.”",
    "forget it.": "“We were never asked,” said a driver, “and we will not forget it.”",
    "slow": "The ferry is slow?",
    "met on 5 May. The engineers": "The council met on 5 May. The engineers, said Dr. Reed, did not agree.",
    "Bridge": "Bridge to Close",
    "关闭": "桥关闭了。",
    "没有人": "没有人问过我们。",
    "لم يُسأل": "لم يُسأل أحد.",
}


@pytest.mark.parametrize(("words", "sentence"), ENTIRE.items())
def test_words_stand_in_their_whole_sentences(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    shown = in_sentences(TEXT, start, start + len(words), 300, "en")
    assert TEXT[shown.start : shown.end] == sentence
    assert shown.begins
    assert shown.ends


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "It began. " + "before " * 100 + "HERE" + " behind" * 100 + ". It ended."
    start = text.index("HERE")
    shown = in_sentences(text, start, start + 4, 50)
    assert text[shown.start : shown.end] == "before " * 7 + "HERE" + " behind" * 7
    assert (shown.begins, shown.ends) == (False, False)


@given(st.text("aB.! \n“”5", max_size=60), st.integers(0, 60), st.integers(1, 60), st.integers(1, 30))
def test_it_holds_the_words_reaches_no_further_and_crosses_no_empty_line(
    text: str, start: int, length: int, reach: int
) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    if start == end:
        return
    shown = in_sentences(text, start, end, reach)
    assert start - reach <= shown.start <= start
    assert end <= shown.end <= end + reach
    assert "\n\n" not in text[shown.start : start]
    assert "\n\n" not in text[end : shown.end]


def capture(publish: Publish) -> Capture:
    span = TextFile("captures.yml", "").span(0, 0)
    record = CaptureRecord("k", span, "f", span, "", span, "2025", "en", publish=publish)
    return Capture(record, "One is first. Two is next. Three is far.\n\nFour is a new paragraph.")


@pytest.mark.parametrize(
    ("publish", "words", "shown"),
    [
        (Publish.EXCERPTS, ["first"], ["One is first."]),
        (Publish.FULL, ["first"], ["One is first."]),
        (Publish.NONE, ["first"], ["first"]),
        (Publish.EXCERPTS, ["One", "first"], ["One is first."]),
        (Publish.EXCERPTS, ["first", "Two"], ["One is first. Two is next."]),
        (Publish.EXCERPTS, ["first", "far"], ["One is first.", "Three is far."]),
        (Publish.EXCERPTS, ["far", "Four"], ["Three is far.\n\nFour is a new paragraph."]),
        (Publish.NONE, ["One", "far"], ["One", "far"]),
    ],
)
def test_an_omission_shows_the_sentences_on_both_of_its_sides(
    publish: Publish, words: list[str], shown: list[str]
) -> None:
    text = capture(publish).text
    ranges = [(text.index(one), text.index(one) + len(one)) for one in words]
    assert [text[one.start : one.end] for one in excerpt(capture(publish), ranges)] == shown
