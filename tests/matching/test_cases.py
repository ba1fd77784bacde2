"""Quotations that a careful reader lets pass or refuses, kind by kind: the verdicts are the reader's."""

from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest

from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found
from tests.tables import read_table

TABLE = Path(__file__).parent / "cases" / "whole.yml"


class Entry(TypedDict):
    """A source, and quotations by their right outcome."""

    lang: str
    source: str
    # The two lists are read by name below: "pass" is no name in Python.


class Case(NamedTuple):
    lang: str
    source: str
    quote: str
    passes: bool


def load() -> list[Case]:
    entries = read_table(TABLE)
    return [
        Case(entry["lang"], entry["source"], str(quote), passes)
        for entry in entries
        for key, passes in (("pass", True), ("refuse", False))
        for quote in entry[key]
    ]


@pytest.mark.parametrize("case", load(), ids=lambda case: f"{case.lang}: {case.quote}")
def test_is_judged_as_a_reader_would(case: Case) -> None:
    outcome = look_up(case.quote, prepare(case.source, case.lang))
    assert isinstance(outcome, Found) is case.passes, outcome


def test_the_table_is_whole() -> None:
    cases = load()
    assert len(cases) >= 500
    assert len(set(cases)) == len(cases)
    assert len({case.lang for case in cases}) >= 15
