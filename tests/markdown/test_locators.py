"""What stands after a key is read as a locator, quoted words and a remark; nothing of it is lost."""

import re
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import citations_in
from briefgen.model.inline import CitationItem
from tests.markdown.reading import tree_of
from tests.tables import read_table

CASES = Path(__file__).parents[1] / "cases" / "locators.yml"


class Case(TypedDict, total=False):
    suffix: str
    locator: str
    quoted: str
    remark: str


def load() -> list[Case]:
    cases: list[Case] = read_table(CASES)
    return cases


def item_of(text: str) -> CitationItem:
    (citation,) = citations_in(tree_of(text).blocks)
    return citation.items[0]


@pytest.mark.parametrize("case", load(), ids=lambda case: case["suffix"])
def test_case(case: Case) -> None:
    item = item_of(f"[@k{case['suffix']}]")
    found = Case(suffix=case["suffix"])
    if item.locator:
        found["locator"] = f"{item.locator.term} {item.locator.value}"
    if item.quoted:
        found["quoted"] = item.quoted.text
    if item.remark:
        found["remark"] = plain_text(item.remark)
    assert found == case


def test_narrative_citation() -> None:
    item = item_of('x @k [p. 3, "the words"]')
    assert item.locator is not None
    assert (item.locator.value, item.quoted and item.quoted.text) == ("3", "the words")


def test_markup_in_a_remark_stays() -> None:
    (text, emphasis) = item_of("[@k, p. 3, see *there*]").remark
    assert (text.span.text, emphasis.span.text) == ("see ", "*there*")


PIECES = [" ", ", ", "p. ", "S. ", "§ ", "ab ", "und ", *"3 12 - – f. ff. iv 14:07 x ( ) . :".split()]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_no_word_is_lost(suffix: str) -> None:
    """The value of the locator and the remark hold every letter and digit but the locator's label."""
    item = item_of(f"[@k, {suffix}]")
    kept = (item.locator.value if item.locator else "") + " " + plain_text(item.remark)
    label = r"^[\s,:]*(?:p\.|S\.|§)" if item.locator else r"^[\s,:]*"
    assert re.findall(r"\w", kept) == re.findall(r"\w", re.sub(label, "", suffix))
