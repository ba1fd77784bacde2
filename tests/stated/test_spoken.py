"""In which language a text is: the Declaration in thirty of them, prose, and what must not be told."""

from pathlib import Path

import pytest

from briefgen.languages import all_languages, language_of
from briefgen.stated.spoken import other_language

DATA = Path(__file__).parents[1] / "data"
TEXTS = {file.stem: file.read_text("utf-8") for file in sorted((DATA / "declaration").glob("*.txt"))}
CLOSE = [
    {"da", "no", "sv"},
    {"cs", "pl", "sr"},
    {"bg", "ru", "uk", "sr"},
    {"es", "pt", "fr", "it", "ro"},
    {"ja", "zh"},
]
"""Relatives that are not always told apart."""


@pytest.mark.parametrize("tag", [tag for tag in TEXTS if language_of(tag)])
def test_a_text_is_in_its_own_language_and_in_none_that_is_no_relative(tag: str) -> None:
    text = TEXTS[tag]
    assert not other_language(text, [tag])
    if tag == "tr":  # few of its commonest words are listed
        return
    relatives = set[str]().union(*(group for group in CLOSE if tag in group))
    spoken = language_of(tag)
    assert spoken
    for other in all_languages():
        distant = other.function_words and other.tag not in relatives | {tag}
        if distant and not {tag, other.tag} <= {"cs", "it", "pt"}:
            said = other_language(text, [other.tag])
            assert said in (spoken.name, "another script"), (other.tag, said)
            assert not other_language(text, [other.tag, tag])


@pytest.mark.parametrize(
    "file", sorted((DATA / "prose").rglob("*.txt")), ids=lambda file: f"{file.parent.name}-{file.stem}"
)
def test_prose_is_in_its_own_language(file: Path) -> None:
    assert not other_language(file.read_text("utf-8"), [file.parent.name])


def test_what_is_not_certain_is_not_told() -> None:
    german, english = TEXTS["de"], TEXTS["en"]
    assert not other_language(english[:300], ["de"])  # a few words
    assert not other_language(english, ["la"])  # whose commonest words are not known
    assert not other_language(english, [])
    assert not other_language(english[:5000] + german[:5000], ["de"])
    assert not other_language(english[:5000] + german[:5000], ["en"])
    assert not other_language(TEXTS["id"], ["en"])  # of a language without a record
    assert not other_language("Pjöngjang 4, 5.000; Kursk 12\n" * 200, ["de"])  # names and numbers
