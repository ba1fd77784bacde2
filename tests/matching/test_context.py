"""What stands behind a quotation: limiting words are seen, others are not."""

import pytest

from briefgen.matching.context import LIMITS, after_quotation, is_very_short
from briefgen.matching.negations import NEGATIONS

# The quotation ends at the bar; the word that is to be seen, or none.
LIMITED = [
    ("de", "Wir stimmen zu|, sofern der Rat es billigt.", "sofern"),
    ("de", "Wir stimmen zu|, es sei denn, der Rat lehnt ab.", "es sei denn"),
    ("de", "Wir stimmen zu|, allerdings erst im Mai.", "allerdings"),
    ("de", "Wir stimmen zu| – aber erst im Mai.", "aber"),
    ("de", "Sie kommen| nur am Montag.", "nur"),
    ("de", "Wir stimmen zu|, doch der Rat zögert.", "doch"),
    ("de", "Wir stimmen zu| (außer in einem Punkt).", "außer"),
    ("de", "Wir stimmen zu|, wenn der Rat es billigt.", "wenn"),
    ("de", "Wir stimmen| nicht zu.", "nicht"),
    ("de", "Wir haben| keine Truppen dort.", "keine"),
    ("de", "Wir stimmen zu|,\n   so-\nfern der Rat es billigt.", "sofern"),
    ("de-AT", "Wir stimmen zu|; jedoch erst im Mai.", "jedoch"),
    ("en", "We agree|, unless the council objects.", "unless"),
    ("en", "We agree|, but only in May.", "but"),
    ("en", "We agree|—however late it is.", "however"),
    ("en", "We agree| only if the council agrees.", "only"),
    ("en", "All agreed| except the chairman.", "except"),
    ("en", "We agree| provided that it is signed.", "provided that"),
    ("en", "We do| not agree.", "not"),
    ("ru", "Мы согласны|, но не сегодня.", "но"),
    ("ru", "Мы согласны|, если совет одобрит.", "если"),
    ("ru", "Мы согласны| при условии подписания.", "при условии"),
    ("ru", "Мы| не согласны.", "не"),
    ("uk", "Ми згодні|, але не сьогодні.", "але"),
    ("fr", "Nous sommes d’accord|, sauf sur un point.", "sauf"),
    ("fr", "Nous sommes d’accord|, à moins d’un refus.", "à moins"),
    ("fr", "Nous| ne sommes pas d’accord.", "ne"),
    ("es", "Estamos de acuerdo|, salvo en un punto.", "salvo"),
    ("es", "Estamos de acuerdo|, siempre y cuando se firme.", "siempre y cuando"),
    ("ar", "نحن موافقون|، إلا في نقطة واحدة.", "إلا"),
    ("zh", "我们同意|，但要等到五月。", "但"),
]
NOT_LIMITED = [
    ("de", "Wir stimmen zu|, sagte er."),
    ("de", "Das ist| doch klar."),
    ("de", "Wir stimmen zu|, nicht zuletzt aus Vorsicht."),
    ("de", "Wir stimmen zu.| Aber der Rat zögert."),
    ("de", "Wir stimmen zu|. Aber der Rat zögert."),
    ("de", "„Wir stimmen zu|“, aber der Rat zögert."),
    ("de", "Wir stimmen zu|\n\nNur der Rat zögert"),
    ("de", "Es ist| nurmehr ein Rest."),
    ("de", "Wir stimmen zu|"),
    ("en", "We asked| if they agree."),
    ("en", "We agree|, provided by Russia."),
    ("en", "The firm is| butter-rich."),
    ("en", "We agree| in part."),
    ("ko", "우리는 동의한다|, 그러나 오늘은 아니다."),
    ("", "Wir stimmen zu|, aber erst im Mai."),
]


@pytest.mark.parametrize(("language", "text", "word"), LIMITED)
def test_limiting_word(language: str, text: str, word: str) -> None:
    assert after_quotation(text.replace("|", ""), text.index("|"), language) == word


@pytest.mark.parametrize(("language", "text"), NOT_LIMITED)
def test_no_limiting_word(language: str, text: str) -> None:
    assert after_quotation(text.replace("|", ""), text.index("|"), language) is None


def test_languages_with_negations_have_limits() -> None:
    assert set(NEGATIONS) <= set(LIMITS)


@pytest.mark.parametrize("words", ["so", "5", "die", "„ja“", "不", "a b", ""])
def test_very_short(words: str) -> None:
    assert is_very_short(words)


@pytest.mark.parametrize("words", ["Rubel", "13:34", "2024", "Not a", "代表", "평양", "Omsk"])
def test_not_very_short(words: str) -> None:
    assert not is_very_short(words)
