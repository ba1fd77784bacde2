from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.suggest import suggest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("langauge", "language"),
        ("translation-of", "translation_of"),
        ("zebra", None),
        ("", None),
        ("title" * 100, None),
    ],
)
def test_the_nearest_word(word: str, meant: str | None) -> None:
    assert suggest(word, ["title", "language", "translation_of", "date"]) == meant


def test_the_order_of_the_known_words_does_not_matter() -> None:
    assert suggest("kay", ["key", "kat"]) == suggest("kay", ["kat", "key"])


def test_words_that_differ_in_case_alone() -> None:
    assert suggest("key", ["KEY", "Key"]) == suggest("key", ["Key", "KEY"])


LETTERS = st.text("abcAéß-1", min_size=1, max_size=8)


@given(LETTERS, st.lists(LETTERS, max_size=12))
def test_it_is_what_difflib_takes_for_the_nearest(word: str, known: list[str]) -> None:
    words = {name.casefold(): name for name in sorted(known, reverse=True)}
    nearest = [words[name] for name in get_close_matches(word.casefold(), words, n=1)]
    assert suggest(word, known) == next(iter(nearest), None)
