"""Forms that narrow a list down: only what parts the entries can be chosen."""

import re

import pytest

from briefgen.catalogue import words_for
from briefgen.render.lists.filters import Choices, Filter, entry_attributes, filter_form

EN = words_for("en")
LANG = Filter("lang", "Language", {"en": "English", "de": "German", "fr": "French", "it": "Italian"})
YEAR = Filter("year", "Year", {"2026": "2026", "2025": "2025"})


def entries(written: str) -> list[Choices]:
    """``en/2025 de+fr`` are two entries: languages, then years, those of one joined by ``+``."""
    return [
        {
            name: tuple(values.split("+"))
            for name, values in zip(("lang", "year"), one.split("/"), strict=False)
        }
        for one in written.split()
    ]


def options(form: str) -> dict[str, list[str]]:
    """What can be chosen, by the name of the control."""
    controls = re.findall(r'<select name="([^"]*)">(.*?)</select>', form)
    return {name: re.findall("<option [^>]*>([^<]*)</option>", inside) for name, inside in controls}


CASES = {
    "four entries are enough": ("en en en de", {"lang": ["English (3)", "German (1)"]}),
    "three are seen at a glance": ("en en de", {}),
    "what every entry is parts nothing": ("en en en en", {}),
    "nor does it beside others": ("en+de en+de en en", {"lang": ["German (2)"]}),
    "in the order of the filter's words": (
        "it de en it",
        {"lang": ["English (1)", "German (1)", "Italian (2)"]},
    ),
    "an entry of two values counts for both": (
        "en+de fr it fr",
        {"lang": ["English (1)", "German (1)", "French (2)", "Italian (1)"]},
    ),
    "what has no word is no choice": ("en xx xx xx", {"lang": ["English (1)"]}),
    "each filter by itself": (
        "en/2025 en/2025 de/2025 en/2026",
        {"lang": ["English (3)", "German (1)"], "year": ["2026 (1)", "2025 (3)"]},
    ),
    "one that parts nothing is left out": (
        "en/2025 en/2025 de/2025 en/2025",
        {"lang": ["English (3)", "German (1)"]},
    ),
}


@pytest.mark.parametrize(("written", "expected"), CASES.values(), ids=CASES)
def test_what_can_be_chosen(written: str, expected: dict[str, list[str]]) -> None:
    form = filter_form((LANG, YEAR), entries(written), EN, "list")
    assert options(form) == {name: [EN.filter_any, *words] for name, words in expected.items()}
    assert bool(form) is bool(expected)


def test_a_list_that_can_only_be_ordered_has_a_form_all_the_same() -> None:
    form = filter_form((LANG,), entries("en en en en"), EN, "list", orders=True)
    assert options(form) == {"order": list(EN.orders.values())}
    assert filter_form((LANG,), entries("en en en"), EN, "list", orders=True) == ""


def test_a_form_is_hidden_until_a_script_shows_it_and_knows_its_list() -> None:
    form = filter_form((LANG,), entries("en en en de"), EN, "list")
    opening = form.partition(">")[0]
    assert ' data-list="list"' in opening
    assert ' hidden="hidden"' in opening


def test_an_entry_says_what_it_is() -> None:
    choices = {"lang": ("en", "de"), "verdict": (), "topic": ('a"b',)}
    assert entry_attributes(choices) == ' data-lang="en de" data-topic="a&quot;b"'
