"""Sentences that say what their source does not mention: which are understood, and which are left alone."""

import pytest

from briefgen.languages import LANGUAGE_TAGS, language_of
from briefgen.stated.silence import denied_in

CITED, NARRATIVE = "\ue001", "\ue002"
UNDERSTOOD = [
    ("en", "The report does not mention corrosion", "corrosion"),
    ("en", "But the harbour board’s report of May never mentions the old ferry", "old ferry"),
    ("en", f"{NARRATIVE} says nothing about ferries", "ferries"),
    ("en", "Corrosion is not mentioned in the 2024 report", "Corrosion"),
    ("en", "There is no mention of the old ferry in the report", "old ferry"),
    ("en", "It does not mention any corrosion", "corrosion"),
    ("de", "Der Bericht erwähnt Korrosion nicht", "Korrosion"),
    ("de", "Korrosion kommt im Bericht des Hafenamts nicht vor", "Korrosion"),
    ("de", "In dem Bericht ist von Korrosion keine Rede", "Korrosion"),
    ("fr", "Le rapport ne parle pas d’érosion", "érosion"),
    ("fr", "Le rapport ne mentionne pas l’érosion", "érosion"),
    ("es", "La corrosión no se menciona en el informe", "corrosión"),
    ("it", "Il rapporto non parla dell’erosione", "erosione"),
    ("pt", "O relatório não menciona a corrosão", "corrosão"),
    ("ru", "В отчёте портовой службы нет ни слова о коррозии", "коррозии"),
    ("cs", "Ve zprávě se o korozi nemluví", "korozi"),
    ("nl", "Het rapport noemt corrosie niet", "corrosie"),
    ("pl", "Raport nie wspomina o korozji", "korozji"),
    ("sv", "Rapporten nämner inte korrosion", "korrosion"),
]
LEFT_ALONE = [
    ("en", "The council says the report does not mention corrosion"),
    ("en", "The report does not mention corrosion, but its annex does"),
    ("en", "The report that the board wrote does not mention corrosion"),
    ("en", "The report does not mention corrosion in the north"),
    ("en", "The report does not mention corrosion and rust"),
    ("en", "The report does not mention that the quay is closed"),
    ("en", "The minister does not mention corrosion"),
    ("en", "Not one report does not mention corrosion"),
    ("en", "The report mentions corrosion"),
    ("en", "The report does not mention it"),
    ("de", "Der Minister erwähnt Korrosion nicht"),
    ("de", "Der Bericht erwähnt Korrosion nicht als Ursache"),
    ("de", "Der Bericht erwähnt nicht, dass es rostet"),
    ("fr", "Le rapport ne mentionne pas seulement la corrosion"),
    ("ru", "Отчёт не упоминает о том, что случилось"),
    ("eu", "The report does not mention corrosion"),
]


@pytest.mark.parametrize(("tag", "text", "words"), UNDERSTOOD)
def test_the_words_are_found(tag: str, text: str, words: str) -> None:
    for whole in (f"{text} {CITED}.", f"{text}. {CITED}"):
        place = denied_in(whole, tag)
        assert place
        assert whole[slice(*place)] == words


@pytest.mark.parametrize(("tag", "text"), LEFT_ALONE)
def test_what_says_more_is_left_alone(tag: str, text: str) -> None:
    assert denied_in(f"{text} {CITED}.", tag) is None


@pytest.mark.parametrize("tag", LANGUAGE_TAGS)
def test_each_way_to_say_it_has_a_source_and_the_words(tag: str) -> None:
    language = language_of(tag)
    assert language
    assert bool(language.silences) == bool(language.source_nouns)
    for phrase in language.silences:
        assert (phrase.split().count("*"), phrase.split().count("…")) == (1, 1), phrase
