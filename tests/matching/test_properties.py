"""What holds for all texts: truth is known from how they were made, never from the fold."""

import random
import re
import unicodedata

from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefgen.matching.fold import fold
from briefgen.matching.haystack import prepare
from briefgen.matching.lookup import look_up
from briefgen.matching.miss import explain
from briefgen.model.verdict import Found, Missed, Verdict

WORDS = (
    "der die und nicht Abrüstung Ost-West-Konflikt „Befreiung“ geht’s 1.500 28,5 – (laut) Maße fördern,"
    " Straße: Offiziere flohen Stoff. Wir’s trafig we can't envoy’s “deal” 10⁵ l’homme été «mot» naïve"
    " Договор не самолёты «ложь» пʼять їхній 대표단은 평양에서 도착했다"
    " 代表团昨天抵达 ピョンヤンに الوفد كِتابُ"
).split()
# Shapes that are letters set otherwise: ligatures, digraphs, letters of Fraktur, raised endings, units, and
# the Arabic presentation forms.
OTHER_SHAPES = {
    *"ﬀﬁﬂﬃﬄﬅﬆĲĳſꝛꝚºª℃℉",
    *"ᵃᵇᶜᵈᵉᵍʰⁱˡᵐⁿᵒʳˢᵗᵛ",
    *map(chr, range(0xFB50, 0xFE00)),
    *map(chr, range(0xFE70, 0xFEFD)),
}
TEXTS = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40)
ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("ab1.,-'’\"„“…[]() \n\u00ad\u200b\u0301ﬁ«»不다는")),
    max_size=80,
)


def typeset(text: str, choose: random.Random) -> str:
    """The text as another typesetter might have it: the same words, by construction."""
    out = []
    for index, mark in enumerate(text):
        inner = 0 < index < len(text) - 1 and text[index - 1].isalpha() and text[index + 1].isalpha()
        if mark == " ":
            out.append(choose.choice([" ", "  ", "\n", "\u00a0", " \n ", "\t", "\u2009", " \u200b"]))
        elif mark in "„“”«»":
            out.append(choose.choice('„“”«»"'))
        elif mark in "’'ʼ" and inner:
            out.append(choose.choice("’'ʼ"))
        elif mark == "–":
            out.append(choose.choice("–—-−"))
        else:
            out.append(mark)
        if mark.isalpha() and inner and choose.random() < 0.2:
            out.append(choose.choice(["\u00ad", "\u200b", "\u2060"]))
    result = "".join(out)
    for plain, ligature in (("ffi", "ﬃ"), ("fl", "ﬂ"), ("ff", "ﬀ"), ("fi", "ﬁ")):
        if choose.random() < 0.5:
            result = result.replace(plain, ligature)
    return unicodedata.normalize("NFD", result) if choose.random() < 0.3 else result


def broken(text: str, choose: random.Random) -> str:
    """The text with line ends: some within words, behind a hyphen of their own or a new one."""
    out = []
    for index, mark in enumerate(text):
        out.append(mark)
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if choose.random() > 0.3 or not after.isalpha():
            continue
        if mark == "-" and before.isalpha():
            out.append("\n")
        elif mark.islower() and mark.isascii() and after.islower() and after.isascii():
            out.append("-\n")
    return "".join(out)


@st.composite
def passages(draw: st.DrawFn) -> tuple[list[str], int, int]:
    """Words, and which of them are quoted."""
    words = draw(TEXTS)
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    # A mark alone is no quotation, and a stop at the end may be the author's.
    assume(any(mark.isalnum() for mark in "".join(words[start:end])))
    return words, start, end


@given(passages(), st.randoms(use_true_random=False))
def test_another_typography_is_found(passage: tuple[list[str], int, int], choose: random.Random) -> None:
    words, start, end = passage
    source = " ".join(
        [typeset(" ".join(words[:start]), choose), "§", typeset(" ".join(words[start:end]), choose)]
    )
    source = f"{source} § {typeset(' '.join(words[end:]), choose)}"
    quotation = typeset(" ".join(words[start:end]), choose)
    result = look_up(quotation, prepare(source))
    assert isinstance(result, Found)
    assert result.verdict in (Verdict.EXACT, Verdict.PRESENTATION)


@given(passages(), st.randoms(use_true_random=False))
def test_line_ends_are_found(passage: tuple[list[str], int, int], choose: random.Random) -> None:
    words, start, end = passage
    # Cut by words: that a line end does not fall on the edge of the quotation.
    parts = [broken(" ".join(part), choose) for part in (words[:start], words[start:end], words[end:])]
    result = look_up(" ".join(words[start:end]), prepare(" ".join(parts)))
    assert isinstance(result, Found)


@given(passages(), st.randoms(use_true_random=False), st.data())
def test_a_changed_letter_is_never_found(
    passage: tuple[list[str], int, int], choose: random.Random, data: st.DataObject
) -> None:
    words, start, end = passage
    quotation = " ".join(words[start:end])
    letters = [index for index, mark in enumerate(quotation) if mark.isalnum() and mark != "ʼ"]
    index = data.draw(st.sampled_from(letters))
    # "Q" and "7" stand in none of the words.
    other = "7" if quotation[index].isdigit() else "Q"
    changed = quotation[:index] + other + quotation[index + 1 :]
    source = typeset(broken(" ".join(words), choose), choose)
    assert isinstance(look_up(changed, prepare(source)), Missed)


@given(ANY_TEXT, ANY_TEXT, st.text(max_size=10), st.text(max_size=10))
@example("a[D]", "d", "", "")
@example("\u0301", "a", "", "")
@example("ﬀ", "x", "ﬀ", "")
def test_nothing_raises_and_what_is_found_is_there(
    quotation: str, source: str, before: str, after: str
) -> None:
    for text in (source, before + quotation + after):
        haystack = prepare(text)
        result = look_up(quotation, haystack)
        nearest = explain(quotation, haystack)
        if nearest is not None:
            assert 0 <= nearest.start < nearest.end <= len(haystack.text)
        if isinstance(result, Missed):
            continue
        end = 0
        for first, last in result.ranges:
            assert end <= first < last <= len(haystack.text)
            end = last
        if result.verdict is Verdict.EXACT:
            ((first, last),) = result.ranges
            assert haystack.text[first:last] == unicodedata.normalize("NFC", quotation).strip()
        if result.verdict is Verdict.PRESENTATION and "&" not in quotation:
            ((first, last),) = result.ranges
            assert alike(haystack.text[first:last]) == alike(quotation)


def alike(text: str) -> str:
    """The fold, but for what depends on the text around: kinds of mark, spaces within guillemets."""
    folded = fold(unicodedata.normalize("NFC", text)).text.strip()
    return re.sub(r"\s", "", folded.replace("'", '"')).rstrip(",.，。،")


@given(ANY_TEXT)
def test_every_place_of_a_fold_leads_back(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    folded = fold(composed)
    ranges = [folded.source_range(index, index + 1) for index in range(len(folded.text))]
    assert all(0 <= first < last <= len(composed) for first, last in ranges)
    assert ranges == sorted(ranges)
    for mark, (first, last) in zip(folded.text, ranges, strict=True):
        if mark.isalnum() and last - first == 1 and composed[first] not in OTHER_SHAPES:
            assert composed[first] == mark


@given(ANY_TEXT)
def test_folding_twice_folds_no_further(text: str) -> None:
    once = fold(unicodedata.normalize("NFC", text)).text
    assert fold(unicodedata.normalize("NFC", once)).text == unicodedata.normalize("NFC", once)
