"""What stands before and behind a quotation: words that deny or limit are seen, others are not."""

from time import process_time

import pytest

from briefgen.matching.context import after_quotation, before_quotation, governed_by_author, is_very_short

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
    ("ko", "우리는 동의한다|고 말했다."),
    ("sw", "Tunakubali|, lakini si leo."),
    ("", "Wir stimmen zu|, aber erst im Mai."),
]


@pytest.mark.parametrize(("language", "text", "word"), LIMITED)
def test_limiting_word(language: str, text: str, word: str) -> None:
    assert after_quotation(text.replace("|", ""), text.index("|"), language) == word


@pytest.mark.parametrize(("language", "text"), NOT_LIMITED)
def test_no_limiting_word(language: str, text: str) -> None:
    assert after_quotation(text.replace("|", ""), text.index("|"), language) is None


# What an author writes before a quotation, and whether it denies or limits what is quoted.
AUTHORS = [
    ("en", "The report found no ", True),
    ("en", "It was not the ", True),
    ("en", "It is untrue that he denied ", True),
    ("en", "The mayor never really ", True),
    ("en", "Unless the weather turns, ", True),
    ("en", "He did not come because ", False),
    ("en", "It did not rain; he wrote: ", False),
    ("en", "There is no doubt that ", False),
    ("en", "The mayor spoke of ", False),
    ("en", "", False),
    ("de", "Der Rat hat nicht ", True),
    ("de", "Er bestreitet, dass ", True),
    ("de", "Er kam nicht, weil ", False),
    ("de", "Ohne Zweifel war ", False),
    ("fr", "Il ne s’agit pas d’", True),
    ("fr", "Sans aucun doute, ", False),
    ("ru", "Он отрицает, что ", True),
    ("ru", "Совет решил, что ", False),
    ("zh", "市长否认", True),
    ("zh", "市长说", False),
]


@pytest.mark.parametrize(("language", "before", "governs"), AUTHORS)
def test_an_author_may_deny_what_is_quoted(language: str, before: str, governs: bool) -> None:
    assert governed_by_author(before, language) is governs


# The quotation stands between the bars; the word right before it that takes it back, or none.
BEFORE = [
    ("en", "They did not|like him|.", "not"),
    ("en", "They didn’t|like him|.", "didn't"),
    ("en", "He denied having|stolen the car|.", "denied"),
    ("en", "It is not true that|the bank failed|.", "not true"),
    ("en", "If the dam breaks,|thousands will die|.", "if"),
    ("en", "He said that, unless it rains,|the crop is lost|.", "unless"),
    ("en", "It was not the|old bridge|.", None),
    ("en", "He did not meet|Port of London Authority|.", None),
    ("en", "There was no|evidence of fraud|.", None),
    ("en", "It did not rain.|The bridge fell|.", None),
    ("en", "He did not answer: “|The bridge fell|.”", None),
    ("en", "Nobody spoke, and|the bridge fell|.", None),
    ("en", "Without a doubt|the deal is dead|.", None),
    ("en", "The hall, not far from here,|was closed at noon|.", None),
    ("de", "Das ist nicht|verhandelbar|.", "nicht"),
    ("de", "Er bestritt,|die Frau gesehen zu haben|.", "bestritt"),
    ("de", "Er kam nicht, weil|die Brücke zu war|.", None),
    ("de", "Nicht nur|die Kinder weinten|.", None),
    ("fr", "Nous n’|accepterons jamais cet accord|.", "n'"),
    ("fr", "Il n’est pas exclu qu’|elle vienne demain|.", "pas exclu"),
    ("ko", "그는 결코|사과했다|.", "결코"),
    ("sw", "Waziri hakutia|saini mkataba|.", None),
    ("", "They did not|like him|.", None),
]


@pytest.mark.parametrize(("language", "text", "word"), BEFORE)
def test_what_stands_right_before(language: str, text: str, word: str | None) -> None:
    lead, quoted, _ = text.split("|")
    gap = "" if lead.endswith(("’", "“")) else " "
    start = len(lead + gap)
    found = before_quotation(text.replace("|", gap, 1).replace("|", ""), start, start + len(quoted), language)
    assert (found or "").lower() == (word or "")


@pytest.mark.parametrize("filler", ["not ", "“", "no, ", "that ", "\n\n", "n’", "不"])
def test_only_what_is_near_is_looked_at(filler: str) -> None:
    text = filler * 100_000 + "the bridge fell" + filler * 100_000
    start = len(filler) * 100_000
    began = process_time()
    for language in ("en", "fr", "zh"):
        before_quotation(text, start, start + 15, language)
        after_quotation(text, start + 15, language, start=start)
    assert process_time() - began < 2


@pytest.mark.parametrize("words", ["so", "5", "die", "„ja“", "不", "a b", ""])
def test_very_short(words: str) -> None:
    assert is_very_short(words)


@pytest.mark.parametrize("words", ["Rubel", "13:34", "2024", "Not a", "代表", "평양", "Omsk"])
def test_not_very_short(words: str) -> None:
    assert not is_very_short(words)
