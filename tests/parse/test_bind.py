"""Quoted words belong to the citation they stand beside, the way people already write."""

from pathlib import Path
from typing import TypedDict

import pytest

from briefgen.model.quotation import Quotation
from briefgen.parse.bind import bind_quotations
from tests.markdown.reading import tree_of
from tests.tables import read_table

CASES = Path(__file__).parents[1] / "cases" / "binding.yml"


class Case(TypedDict, total=False):
    text: str
    about: str
    quotations: list[str]


def load() -> list[Case]:
    cases: list[Case] = read_table(CASES)
    return cases


def quotations(text: str, about: str = "") -> tuple[Quotation, ...]:
    return bind_quotations(tree_of(text).blocks, about).quotations


def one(text: str) -> Quotation:
    (quotation,) = quotations(text)
    return quotation


@pytest.mark.parametrize("case", load(), ids=lambda case: case["text"])
def test_case(case: Case) -> None:
    found = quotations(case["text"], case.get("about", ""))
    assert [f"{q.text} → {q.form} {' '.join(q.keys) or '-'}" for q in found] == case["quotations"]


def test_places_of_quotations_include_their_marks() -> None:
    found = quotations('“Yes” [@a, "ja"]\n\n> No [@a]')
    assert [quotation.span.text for quotation in found] == ["“Yes”", "ja", "> No [@a]"]


def test_attributes_of_a_quotation() -> None:
    quotation = one('["yes […] no"]{occurrence=2 elision_ok="a list"} [@a]')
    assert (quotation.text, quotation.occurrence, quotation.elision_ok) == ("yes […] no", 2, "a list")
    assert one("> [x y]{occurrence=3} [@a]").occurrence == 3


def test_marks_are_counted_in_the_words() -> None:
    quotation = one("> a [b c](#x) *d* [e](#y) [f](g.md) [@a]")
    assert quotation.text == "a b c d e f"
    assert [(quotation.text[mark.start : mark.end], mark.target) for mark in quotation.marks] == [
        ("b c", "x"),
        ("e", "y"),
    ]


def test_emphasis() -> None:
    assert one("“a *b*” [@a]").emphasised
    assert not one("“a *b*” [@a]").emphasis_ours
    assert one("“a *b*” [@a, p. 3, emphasis ours]").emphasis_ours
    assert one("> „a **b**“ [@a, Hervorhebung von uns]").emphasis_ours
    assert not one("“a b” *c* [@a]").emphasised


def test_passages_of_findings_are_unique() -> None:
    found = quotations("::: correction\n> passage\n\nNo, “no” [@b].\n\n> later [@c]\n:::\n\n> out [@d]", "a")
    assert [(quotation.text, quotation.unique) for quotation in found] == [
        ("passage", True),
        ("no", False),
        ("later", False),
        ("out", False),
    ]


def test_words_beside_a_quoted_locator_are_their_translation() -> None:
    words, locator = quotations("He “denied it” [@a, „hat dementiert“].")
    assert words.beside_locator
    assert not locator.beside_locator
