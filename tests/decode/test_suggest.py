import pytest

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
