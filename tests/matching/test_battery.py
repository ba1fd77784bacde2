"""Every case of the battery comes to the verdict or the reason it names."""

import unicodedata
from pathlib import Path
from typing import TypedDict

import pytest

from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.matching.miss import explain
from briefgen.model.verdict import Found, MissReason
from tests.tables import read_table

CASES = Path(__file__).parents[1] / "cases" / "quotations.yml"
TRAPS = CASES.with_name("traps.yml")
PASSING = {"exact", "presentation", "layout", "elided"}


class Options(TypedDict, total=False):
    unique: bool
    occurrence: int
    elision_ok: bool


class Case(TypedDict, total=False):
    id: str
    lang: str
    source: str
    quote: str
    expect: str
    options: Options
    warnings: list[str]
    found: list[str]


def load() -> list[Case]:
    cases: list[Case] = read_table(CASES)
    return cases


def outcome(case: Case) -> str:
    """The verdict, or the reason: that of `look_up`, and where it has none to tell, of `explain`."""
    haystack = prepare(case["source"], case["lang"])
    result = look_up(case["quote"], haystack, **case.get("options", {}))
    if isinstance(result, Found):
        return result.verdict
    if result.reason is MissReason.NOT_FOUND:
        nearest = explain(case["quote"], haystack)
        return nearest.reason if nearest else result.reason
    return result.reason


@pytest.mark.parametrize("case", load(), ids=lambda case: case["id"])
def test_case(case: Case) -> None:
    assert outcome(case) == case["expect"]


@pytest.mark.parametrize("case", [case for case in load() if "warnings" in case], ids=lambda case: case["id"])
def test_warnings(case: Case) -> None:
    result = look_up(case["quote"], prepare(case["source"], case["lang"]), **case.get("options", {}))
    assert isinstance(result, Found)
    assert [warning.kind for warning in result.warnings] == case["warnings"]


@pytest.mark.parametrize("case", [case for case in load() if "found" in case], ids=lambda case: case["id"])
def test_ranges(case: Case) -> None:
    result = look_up(case["quote"], prepare(case["source"], case["lang"]), **case.get("options", {}))
    assert isinstance(result, Found)
    text = unicodedata.normalize("NFC", case["source"])
    assert [text[start:end] for start, end in result.ranges] == case["found"]


def test_battery_is_whole() -> None:
    cases = load()
    assert len(cases) >= 240
    assert len({case["id"] for case in cases}) == len(cases)
    assert {case["lang"] for case in cases} >= {"de", "en", "ru", "fr", "uk", "ko", "zh", "ar"}


def test_every_known_trap_is_in_the_battery() -> None:
    expected = {case["id"]: case["expect"] for case in load()}
    warned = {case["id"] for case in load() if case.get("warnings")}
    traps: dict[str, dict[str, list[str]]] = read_table(TRAPS)
    assert sum(map(len, traps.values())) >= 42
    for cases in traps["may differ"].values():
        assert cases
        assert {expected[case] for case in cases} <= PASSING
    for cases in traps["may not differ"].values():
        assert cases
        assert not {expected[case] for case in cases} & PASSING
    for cases in traps["is pointed out"].values():
        assert cases
        assert set(cases) <= warned
