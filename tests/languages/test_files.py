"""Each language's file of data, by its form: what a list may hold, and what may not stand in two."""

import re
import tomllib
import unicodedata
from dataclasses import fields

import pytest

from briefgen.languages import LANGUAGE_TAGS, Language, all_languages, language_of
from briefgen.languages.read import decode_language, text_of

WORDS = tuple(field.name for field in fields(Language) if field.type == frozenset[str])
PHRASES = tuple(field.name for field in fields(Language) if field.type == tuple[str, ...])
PAIRS = ("quotation_marks", "title_marks")
ONLY_NUMBERS = frozenset({"ca"})
"""Languages whose files have the words of numbers and compounds, and none to judge omissions by."""
NEEDED = (
    "negations",
    "denials",
    "affirmations",
    "limits_before",
    "limits_after",
    "quotation_marks",
    "function_words",
)
# Terms of CSL 1.0.2 for locators, and our own for numbers in the margin.
TERMS = frozenset(
    """act appendix article article-locator book canon chapter column elocation equation figure folio issue
    line margin note opus page paragraph part rule scene section sub-verbo supplement table timestamp
    title-locator verse version volume""".split()
)
CASES_LANGUAGES = "en de fr ru uk pl tr el zh ja ko ar he vi nl es sr hi th pt it sv da nb no".split()


def raw(tag: str) -> dict[str, str]:
    """The lists of a language; the words of references are a table of their own."""
    written = tomllib.loads(text_of(tag))
    return {name: value for name, value in written.items() if name != "reference"}


@pytest.mark.parametrize("tag", LANGUAGE_TAGS)
class TestFile:
    def test_every_field_is_known_and_none_is_empty(self, tag: str) -> None:
        known = {field.name for field in fields(Language)} - {"tag"}
        assert raw(tag).keys() <= known
        assert all(value.strip() for value in raw(tag).values())

    def test_it_has_all_that_judging_needs_or_says_that_it_does_not_judge(self, tag: str) -> None:
        """A file may know what belongs to a number and no word that denies."""
        language = decode_language(tag, text_of(tag))
        missing = [name for name in NEEDED if not getattr(language, name)]
        assert not missing if language.judges_omissions else tag in ONLY_NUMBERS

    def test_it_is_nfc_with_straight_apostrophes_and_small_letters(self, tag: str) -> None:
        text = text_of(tag)
        assert text == unicodedata.normalize("NFC", text)
        for name, value in raw(tag).items():
            if name in WORDS + PHRASES:
                assert value == value.lower(), name
                assert not re.search("[’ʼ‘`´]", value), name

    def test_no_list_says_a_thing_twice(self, tag: str) -> None:
        for name, value in raw(tag).items():
            if name in WORDS:
                said = value.split()
            elif name in PHRASES + PAIRS:
                said = [line for line in value.split("\n") if line.strip()]
            else:
                continue
            assert len(said) == len(set(said)), (name, sorted(word for word in said if said.count(word) > 1))

    def test_what_affirms_does_not_deny(self, tag: str) -> None:
        language = decode_language(tag, text_of(tag))
        affirming = set(language.affirmations)
        for name in ("negations", "denials", "denials_after", "limits_before", "limits_opening"):
            assert not affirming & set(getattr(language, name)), name

    def test_each_word_that_governs_has_one_list(self, tag: str) -> None:
        language = decode_language(tag, text_of(tag))
        lists = [
            language.negations,
            set(language.denials),
            set(language.limits_before),
            set(language.limits_opening),
        ]
        for index, one in enumerate(lists):
            for other in lists[index + 1 :]:
                assert not one & other

    def test_no_and_its_like_are_among_what_denies(self, tag: str) -> None:
        language = decode_language(tag, text_of(tag))
        governing = language.negations | set(language.denials) | set(language.limits_before)
        assert language.negative_determiners <= governing

    def test_phrases_hold_words_with_single_spaces(self, tag: str) -> None:
        language = decode_language(tag, text_of(tag))
        for name in PHRASES:
            for phrase in getattr(language, name):
                assert phrase == " ".join(phrase.split()), name
                assert any(character.isalpha() for character in phrase), (name, phrase)
        for name in ("denials", "affirmations", "limits_before", "limits_opening"):
            for phrase in getattr(language, name):
                assert not re.search(r"[,;:!?()]", phrase) or name == "affirmations", (name, phrase)

    def test_abbreviations_are_without_their_last_stop(self, tag: str) -> None:
        language = decode_language(tag, text_of(tag))
        assert not [word for word in language.abbreviations if word.endswith(".")]
        assert not language.abbreviations & language.whole_words
        assert not language.abbreviations & language.clause_words

    def test_locators_are_terms_with_labels(self, tag: str) -> None:
        language = decode_language(tag, text_of(tag))
        terms = [term for term, _ in language.locators]
        assert set(terms) <= TERMS
        assert len(terms) == len(set(terms))
        labels = [label for _, some in language.locators for label in some]
        assert len(labels) == len(set(labels)), sorted(one for one in labels if labels.count(one) > 1)

    def test_marks_are_marks(self, tag: str) -> None:
        language = decode_language(tag, text_of(tag))
        for pair in language.quotation_marks + language.title_marks:
            assert all(unicodedata.category(mark)[0] == "P" and len(mark) == 1 for mark in pair)


@pytest.mark.parametrize("tag", CASES_LANGUAGES)
def test_languages_of_the_cases_have_their_file(tag: str) -> None:
    language = language_of(tag)
    assert language is not None
    assert language.judges_omissions


@pytest.mark.parametrize(
    ("tag", "file"), [("pt-BR", "pt"), ("zh-Hant-TW", "zh"), ("hr", "sr"), ("nn-NO", "no")]
)
def test_a_tag_finds_its_language(tag: str, file: str) -> None:
    language = language_of(tag)
    assert language is not None
    assert language.tag == file


def test_a_language_without_a_file_has_none() -> None:
    assert language_of("sw") is None


def test_no_two_files_serve_one_tag() -> None:
    served = [tag for language in all_languages() for tag in (language.tag, *language.also)]
    assert len(served) == len(set(served))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('negations = "not"', "no name"),
        ('name = "X"\nnegation = "not"', "negation"),
        ('name = "X"\ntag = "x"', "tag"),
        ('name = "X"\nnegations = 5', "no text"),
        ('name = "X"\nquotation_marks = "«"', "no pair"),
        ('name = "X"\nlocators = "page"', "no term with labels"),
    ],
)
def test_what_is_no_language_is_said(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        decode_language("xx", text)
