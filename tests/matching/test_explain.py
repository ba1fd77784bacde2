"""A miss is explained by the passage meant, word for word, and by nothing that could pass for evidence."""

import pytest

from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.matching.miss import explain
from briefgen.matching.word_diff import DiffOp, DiffPiece
from briefgen.model.verdict import Missed, MissReason

SOURCE = (
    "Der Rat trat am Montag zusammen. Die Grenze, sagte der Sprecher, sei „rund 1.500 Kilo-\n"
    "meter“ lang und werde nicht befestigt. Danach vertagte sich der Rat auf den Herbst."
)


def test_the_number_is_shown_where_it_stands() -> None:
    haystack = prepare(SOURCE, "de")
    nearest = explain("sei „rund 1.600 Kilometer“ lang", haystack)
    assert nearest is not None
    assert nearest.reason is MissReason.NUMBER_CHANGED
    assert haystack.text[nearest.start : nearest.end] == "sei „rund 1.500 Kilo-\nmeter“ lang"
    assert nearest.diff == "sei „rund [-1.600-] {+1.500+} Kilo- meter“ lang"
    assert nearest.pieces == (
        DiffPiece(DiffOp.BOTH, "sei „rund "),
        DiffPiece(DiffOp.QUOTATION, "1.600 "),
        DiffPiece(DiffOp.SOURCE, "1.500 "),
        DiffPiece(DiffOp.BOTH, "Kilo-\nmeter“ lang "),
    )


def test_long_agreement_is_cut_short() -> None:
    nearest = explain(SOURCE.replace("nicht ", ""), prepare(SOURCE, "de"))
    assert nearest is not None
    assert nearest.reason is MissReason.NEGATION_CHANGED
    assert nearest.diff.startswith("…1.500 Kilo- meter“ lang und werde {+nicht+} befestigt. Danach")


def test_of_an_elided_quotation_the_missing_fragment_is_explained() -> None:
    nearest = explain("Der Rat […] vertagte sich der Rat auf den Winter", prepare(SOURCE, "de"))
    assert nearest is not None
    assert nearest.diff == "vertagte sich der Rat auf den [-Winter-] {+Herbst+}"


def test_a_cut_is_shown_with_the_whole_word() -> None:
    nearest = explain("stigt. Danach vertag", prepare(SOURCE, "de"))
    assert nearest is not None
    assert nearest.reason is MissReason.MID_WORD
    assert nearest.diff == "{+befe+}stigt. Danach vertag{+te+}"


@pytest.mark.parametrize(
    ("source", "quotation", "diff"),
    [
        ("Some 5–10 soldiers died.", "10 soldiers died", "{+5–+}10 soldiers died"),
        ("Prices rose 4.5% in May.", "Prices rose 4.5", "Prices rose 4.5{+%+}"),
        ("The vice-president left.", "president left", "{+vice-+}president left"),
    ],
)
def test_a_cut_is_shown_with_the_whole_number_or_compound(source: str, quotation: str, diff: str) -> None:
    nearest = explain(quotation, prepare(source, "en"))
    assert nearest is not None
    assert nearest.reason is MissReason.MID_WORD
    assert nearest.diff == diff


@pytest.mark.parametrize(
    ("quotation", "reason"),
    [
        ("The drug causes [no] harm", MissReason.NEGATION_INSERTED),
        ("[She] praised the crew", MissReason.WORDS_REPLACED),
    ],
)
def test_what_is_put_in_and_misleads_is_named(quotation: str, reason: MissReason) -> None:
    haystack = prepare("The drug causes harm. The captain praised the crew.", "en")
    outcome = look_up(quotation, haystack)
    assert isinstance(outcome, Missed)
    assert outcome.reason is reason


@pytest.mark.parametrize("quotation", ["", "…", "Quallen", "Völlig fremde Wörter über Quallen"])
def test_what_is_like_nothing_is_not_found(quotation: str) -> None:
    haystack = prepare(SOURCE, "de")
    nearest = explain(quotation, haystack)
    assert nearest is None or nearest.reason is MissReason.NOT_FOUND
    assert isinstance(look_up(quotation, haystack), Missed)


@pytest.mark.parametrize("quotation", ["Der Rat", "„rund 1.500 Kilometer“ lang", "Der Rat […] vertagte sich"])
def test_what_is_found_needs_no_explanation(quotation: str) -> None:
    assert explain(quotation, prepare(SOURCE, "de")) is None


def test_a_long_quotation_is_explained_at_its_first_difference() -> None:
    words = [f"Wort{number}" for number in range(5000)]
    source = prepare(" ".join(words))
    words[4000] = "Unwort"
    nearest = explain(" ".join(words), source)
    assert nearest is not None
    assert "[-Unwort-] {+Wort4000+}" in nearest.diff
