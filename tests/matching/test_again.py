"""Looking again at a place never lets pass what a search through the whole capture would not find."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.matching.again import look_again
from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found, Verdict

PIECES = (
    *(
        "a",
        "bc",
        "Ab",
        "ß",
        "ä",
        "ﬁ",
        "no",
        "non",
        "can't",
        "5",
        "28 500",
        "1.5",
        "-5",
        "km²",
        "%",
        "€",
        "m",
        "million",
        "minus",
        "vice",
        "l'",
        "ара́",
        "كِت",
        "ſ",
        "ĳ",
        "１",
        "万",
        "ない",
        "他",
        "们",
        "은",
    ),
    *(" ", " ", " ", "\n", "-\n", "\u00ad", "\u00ad\n", "- ", "–", "'", "’", "„", "“", "« ", " »", '"'),
    *(
        ".",
        ",",
        "!",
        "…",
        "...",
        ". . .",
        "--",
        "—",
        "−",
        "×",
        "”.",
        ".”",
        "[…]",
        " […] ",
        "\u0301",
        "\u200b",
        "kein",
        " nicht ",
        "\n\n",
    ),
)
LANGUAGES = ("", "en", "de", "fr", "ja", "ko", "nl", "tr", "ar", "ru")
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(
    lambda pieces: unicodedata.normalize("NFC", "".join(pieces))
)


@settings(max_examples=600)
@given(texts, st.data())
def test_nothing_passes_that_a_search_would_not_find(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quoted = data.draw(st.one_of(st.just(text[start:end]), texts))
    language = data.draw(st.sampled_from(LANGUAGES))
    again = look_again(quoted, text, ((start, end),), language)
    if again is not None:
        found = look_up(quoted, prepare(text, language))
        assert isinstance(found, Found)
        assert found.verdict is again.verdict or found.ranges != again.ranges


@settings(max_examples=600)
@given(texts, st.text("ab ", max_size=80), texts, st.data())
def test_what_was_found_is_found_again(before: str, far: str, text: str, data: st.DataObject) -> None:
    whole = unicodedata.normalize("NFC", f"{before}{far}{text}")
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    language = data.draw(st.sampled_from(LANGUAGES))
    found = look_up(whole[start:end], prepare(whole, language))
    if isinstance(found, Found):
        again = look_again(whole[start:end], whole, found.ranges, language)
        assert again is None or (again.verdict, again.ranges) == (found.verdict, found.ranges)
        if found.verdict is not Verdict.ELIDED:
            assert again is not None


def test_the_plain_case_and_its_edges() -> None:
    text = "Er will einfordern, was er fordern kann."
    at = text.index("fordern kann")
    assert look_again("fordern kann", text, ((at, at + 12),)) is not None
    inside = text.index("fordern,")
    assert look_again("fordern", text, ((inside, inside + 7),)) is None
    assert look_again("fördern kann", text, ((at, at + 12),)) is None
    assert look_again("fordern", text, ((at, at + 99),)) is None
    assert look_again("28 500", "es sind 128 500", ((9, 15),)) is None
