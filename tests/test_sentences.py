"""Where sentences end: at no abbreviation, initial or ordinal, and wherever they do end."""

from pathlib import Path
from time import process_time

import pytest

from briefgen.sentences import SentenceMap

HARD = Path(__file__).parent / "evidence" / "house" / "abbreviations" / "sources" / "b.md"
LINES = [line for line in HARD.read_text("utf-8").split("---")[2].split("\n") if line.strip()]

# The bar is where a sentence ends; a text without one is one sentence.
SENTENCES = [
    ("en", "He came at 5 p.m.| The mayor left."),
    ("en", "They sold tea, coffee etc.| Nobody came."),
    ("en", "It was the best.| Peter left."),
    ("en", "He met Dr. Lee, Mr. Brown and J. R. Smith of Acme Inc. Boston."),
    ("en", "It rose in Jan. 2024 by approx. 5 per cent, cf. Fig. 3 and Vol. 2."),
    ("en", "It happened in 12.| The council met."),
    ("en", "1. The council met.| 2. It left."),
    ("en", "“No!” he said.| “Yes,” said Ann."),
    ("en", "The U.S. Senate met.| It left."),
    ("en", "He saw M. Dupont and Sra. Ruiz."),
    ("de", "Sie tagten am 17. Juni und am 4. Okt. 2024 in St. Gallen."),
    ("de", "Es kostet 5 Mio. Euro, d. h. 3 Mrd. Rubel, vgl. Abb. 4, S. 12."),
    ("de", "Er kaufte Tee, Kaffee usw.| Danach ging er."),
    ("de", "Das war alles.| Niemand kam."),
    ("de", "Prof. Dr. Müller, geb. Maier, sprach im 3. Jh. v. Chr. Geburt."),
    ("fr", "M. Dupont et Mme Curie habitent bd. Voltaire, cf. p. 3."),
    ("fr", "Il est parti.| Elle reste."),
    ("es", "El Sr. García y la Dra. Ruiz viven en la Avda. Mayor."),
    ("es", "¿Quién vino?| ¡Nadie!"),
    ("it", "Il sig. Rossi e l’avv. Bianchi, cfr. pag. 3."),
    ("ru", "Завод им. Ленина стоил 5 млн. Рублей в 1990 г. Москве."),
    ("ru", "Он ушёл.| Она осталась."),
    ("uk", "Завод ім. Шевченка коштував 5 млн. Гривень."),
    ("pl", "Prof. Nowak i inż. Kowalski, por. rys. 3."),
    ("pl", "Poszedł do domu.| Ona została."),
    ("nl", "Dhr. Jansen en mevr. De Vries, zie blz. 3."),
    ("el", "Τι θέλετε;| Τίποτα."),
    ("en", "He left; She stayed."),
    ("zh", "他走了。|她留下了"),
    ("ja", "彼は来た。|彼女は残った"),
    ("hi", "वह गया।| वह रुकी।"),
    ("ar", "هل سُئل السكان؟| لم يُسأل أحد."),
    ("ko", "그는 갔다.| 그녀는 남았다."),
    ("tr", "Doç. Dr. Yılmaz 5. Sokak’ta oturuyor."),
    ("en", "Opening hours\n\n|the museum is closed"),
]


@pytest.mark.parametrize("language", ["de", "en", ""])
@pytest.mark.parametrize("line", LINES)
def test_an_abbreviation_ends_no_sentence(line: str, language: str) -> None:
    assert keeps_whole(line, language)


def keeps_whole(line: str, language: str) -> bool:
    """Whether the quotation of a line stands in the same sentence as its citation."""
    before, rest = line.split("“")
    text = (before + SentenceMap.QUOTATION + rest.split("”")[1]).replace("[@a]", SentenceMap.CITATION)
    sentences = SentenceMap(text, language)
    return sentences.start(text.index(SentenceMap.CITATION)) <= text.index(SentenceMap.QUOTATION)


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_sentences_end_where_they_do(language: str, text: str) -> None:
    pieces = text.split("|")
    joined = "".join(pieces)
    ends = [sum(map(len, pieces[: index + 1])) for index in range(len(pieces) - 1)]
    assert SentenceMap(joined, language).ends_within(0, len(joined)) == ends


def test_the_words_before_a_quotation_are_those_of_its_sentence() -> None:
    quotation, citation = SentenceMap.QUOTATION, SentenceMap.CITATION
    text = f"It did not rain. He denied {quotation} and {quotation} {citation}. {quotation} {citation}"
    sentences = SentenceMap(text, "en")
    places = [at for at, mark in enumerate(text) if mark == quotation]
    assert [sentences.before(at).strip() for at in places] == ["He denied", "He denied “” and", ""]


@pytest.mark.parametrize("filler", [". ", "“", ".”", "a. ", "5. ", "\n\n", "…", ". A", "St. "])
def test_it_takes_linear_time(filler: str) -> None:
    began = process_time()
    SentenceMap(filler * (262_144 // len(filler)), "en")
    assert process_time() - began < 3
