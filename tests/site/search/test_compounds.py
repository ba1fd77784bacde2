"""Parts of German compounds, with the real dictionary; how often it errs is measured here."""

from itertools import accumulate
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from briefgen.site.search.compounds import JOINT, Compounds
from tests.repository import run

BY_HAND = Path(__file__).parent / "compounds.txt"
MISSED_AT_MOST, WRONG_AT_MOST = 10, 13
"""Joints of the list that are not seen, and places taken for joints that are none. Of
those, most are joints that the list does not name (Nord-korea, Jahr-hundert)."""


@pytest.fixture(scope="module")
def compounds() -> Compounds:
    return Compounds(DefaultDictionaryFactory().get_dictionary("de"))


def joints(parts: list[str] | tuple[str, ...]) -> set[int]:
    return set(accumulate(map(len, parts[:-1])))


def test_errors_on_words_that_were_parted_by_hand(compounds: Compounds) -> None:
    lines = BY_HAND.read_text(encoding="utf-8").splitlines()
    words = [line.split("|") for line in lines if line and not line.startswith("#")]
    missed, wrong, right = [], [], 0
    for parts in words:
        word = "".join(parts)
        expected, seen = joints(parts), joints(compounds.parts(word))
        right += len(expected & seen)
        missed += [word] * len(expected - seen)
        wrong += [(word, compounds.parts(word))] * len(seen - expected)
    print(f"{right} joints right, {len(missed)} missed: {missed}; {len(wrong)} wrong: {wrong}")
    assert len(missed) <= MISSED_AT_MOST
    assert len(wrong) <= WRONG_AT_MOST
    assert right >= 120


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Klimaschutzmaßnahmen", "Klima schutz maßnahmen"),
        ("Wohnungsbaugesellschaft", "Wohnungs bau gesellschaft"),
        ("Staubecken", "Stau becken"),
        ("Umspannwerke", "Umspann werke"),
        ("Generationen", "Generationen"),
        ("Handlungen", "Handlungen"),
        ("klimaschutz", "klimaschutz"),
        ("BUNDESREGIERUNG", "BUNDESREGIERUNG"),
        ("Haus", "Haus"),
        ("Beloussow", "Beloussow"),
    ],
)
def test_parts(compounds: Compounds, word: str, parts: str) -> None:
    assert " ".join(compounds.parts(word)) == parts


def test_a_site_without_german_does_not_load_the_dictionary() -> None:
    code = (
        "import sys\nfrom briefgen.site.search.german import marking_for\nmarking_for('en')('Haus')\n"
        "print('simplemma' in sys.modules)\nmarking_for('de')('Haus')\nprint('simplemma' in sys.modules)"
    )
    assert run("-c", code).stdout.split() == ["False", "True"]


def test_a_text_is_the_same_without_its_joints(compounds: Compounds) -> None:
    text = "Die Netzentgelte, „Umspannwerke“ (2024) und O'Halloran; Mount-Everest-Besteigung."
    marked = compounds.mark(text)
    assert marked.startswith(f"Die Netz{JOINT}entgelte, „Umspann{JOINT}werke“ (2024)")
    assert marked.replace(JOINT, "") == text
