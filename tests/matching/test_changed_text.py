"""What a change to a published text is: a slip of the pen, or more."""

import pytest

from briefgen.matching.changed_text import touched_by, word_diff

NUMBER, DENIAL, NAME = "a number", "a word that denies or limits", "a name, or what may be one"

SLIPS = [
    ("en", "The bridge is clsoed on Monday.", "The bridge is closed on Monday."),
    ("en", "It is closed , he said.", "It is closed, he said."),
    ("en", "It was the the bridge.", "It was the bridge."),
    ("en", "A old bridge.", "An old bridge."),
    ("en", "It was “old”.", '"It was “old”.'),
    ("en", "He said that [@smith2019, p. 4].", "He said that [@smith2019a, p. 4]."),
    ("en", "an email", "an e-mail"),
    ("de", "Der Angriff auf die Brcke war am Montag.", "Der Angriff auf die Brücke war am Montag."),
    ("de", "Er sagte, das die Brücke alt sei.", "Er sagte, dass die Brücke alt sei."),
    ("de", "Es war der Angirff.", "Es war der Angriff."),
    ("en", "line\none", "line\none ."),
]
MORE = [
    ("en", "It closes on 5 May.", "It closes on 6 May.", {NUMBER}),
    ("en", "It cost 1,000 dollars.", "It cost 1.000 dollars.", {NUMBER}),
    ("en", "It was 5 in 10.", "It was 10 in 5.", {NUMBER}),
    ("en", "It cost money.", "It cost 5 money.", {NUMBER}),
    ("en", "He did not sign.", "He did sign.", {DENIAL}),
    ("en", "He allegedly signed.", "He signed.", {DENIAL}),
    ("en", "He doesn't know.", "He does know.", {DENIAL}),
    ("en", "It was said by Shoigu.", "It was said by Shoygu.", {NAME}),
    ("en", "Shoigu said it.", "Gerasimov said it.", {NAME}),
    ("en", "It was said by Sergei Shoigu.", "It was said by Shoigu.", {NAME}),
    ("en", "He was told by the Council.", "He was told by the council.", {NAME}),
    ("en", "It closes on Monday.", "It closes on Sunday.", {NAME}),
    ("de", "Der Sprecher von Schmidt sagte das.", "Der Sprecher von Schmitt sagte das.", {NAME}),
    ("de", "Es war die Ukraine.", "Es war die Türkei.", {NAME}),
    ("de", "Er hat keine Brücke.", "Er hat eine Brücke.", {DENIAL}),
    ("ru", "Он не подписал.", "Он подписал.", {DENIAL}),
    ("ko", "쇼이구가 말했다.", "게라시모프가 말했다.", {NAME}),
    ("en", "He said [p. 4].", "He said [p. 5].", {NUMBER}),
]


@pytest.mark.parametrize(("language", "before", "after"), SLIPS)
def test_slips(language: str, before: str, after: str) -> None:
    assert touched_by(before, after, language) == ()
    assert touched_by(after, before, language) == ()


@pytest.mark.parametrize(("language", "before", "after", "expected"), MORE)
def test_more_than_slips(language: str, before: str, after: str, expected: set[str]) -> None:
    assert expected <= {one.what for one in touched_by(before, after, language)}
    assert expected <= {one.what for one in touched_by(after, before, language)}


def test_difference() -> None:
    assert (
        word_diff("It closes on Monday.", "It closes on a Sunday.") == "It closes on [-Monday-] {+a Sunday+}."
    )
    assert word_diff("", "New words.") == "{+New words.+}"
    assert word_diff("Old words.", "") == "[-Old words.-]"
