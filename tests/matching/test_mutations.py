"""Megabytes in twenty-six languages: no harmless change is refused, no changed content passes.

What is true is known from how a quotation was made; the fold has no say. About a thousand of each kind in
every run, a hundred thousand in the sweep (`bash .ci/sweep`).
"""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache
from random import Random
from unicodedata import combining

import pytest

from briefgen.matching.fold import fold
from briefgen.matching.haystack import Haystack, prepare
from briefgen.matching.lookup import look_up
from briefgen.model.verdict import Found, Verdict
from tests.matching.corpus import LANGUAGES, LENGTH, corpus, passage
from tests.matching.mutations import MUTATORS, mutate
from tests.matching.presentation import changes, typeset

SWEEP = int(os.environ.get("BRIEFGEN_SWEEP", "1"))
EACH = 40 * SWEEP
"""Changes of each of the two kinds in each of the languages."""
SETTINGS_OF_SOURCE = 1 if SWEEP == 1 else 25
"""Ways that each language's text is set; each way changes it in thousands of places."""


@cache
def source(language: str, way: int) -> tuple[Haystack, tuple[str, ...]]:
    """The text of a language, set in one of the ways; and what was changed."""
    choose = Random(f"source {language} {way}")
    text, made = typeset(corpus(language).text, language, choose, source=True)
    return prepare(text, language), made


def ways(language: str) -> list[tuple[Haystack, tuple[str, ...]]]:
    return [source(language, way) for way in range(SETTINGS_OF_SOURCE)]


def letters(text: str) -> str:
    """All letters and digits, by nothing but the Unicode Standard; without what only looks like one."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(mark for mark in composed if mark.isalnum() and mark not in "\u02bc\u0640")


def test_the_texts_are_a_megabyte() -> None:
    texts = [corpus(language).text for language in LANGUAGES]
    sizes = {language: len(text) for language, text in zip(LANGUAGES, texts, strict=True)}
    print(f"\ncode points: {sizes}, bytes: {sum(len(text.encode()) for text in texts)}")
    assert min(sizes.values()) >= LENGTH
    assert sum(sizes.values()) >= 3 * 2**20


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_are_plain(language: str) -> None:
    text = corpus(language).text
    assert unicodedata.normalize("NFC", text) == text
    variants = set(
        "\u00a0\u202f\u2009\t\r\u00ad\u200b\u200c\u200d\u2060\ufeff\u2010\u2011\u2012\u2015−ʼ'\"<>[]"
    )
    assert not variants & set(text)
    assert "  " not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_harmless_change_is_refused(language: str) -> None:
    choose = Random(f"harmless {language}")
    text = corpus(language)
    refused: list[str] = []
    made: Counter[str] = Counter()
    verdicts: Counter[str] = Counter()
    while sum(verdicts.values()) + len(refused) < EACH:
        quoted = passage(text, choose)
        quotation, of_quotation = typeset(quoted, language, choose, source=False, most=4)
        haystack, of_source = choose.choice(ways(language))
        if quotation == quoted and quoted in haystack.text:
            continue
        made.update({*of_quotation, *(f"source: {name}" for name in of_source)})
        result = look_up(quotation, haystack)
        if isinstance(result, Found) and result.verdict is not Verdict.ELIDED:
            verdicts[result.verdict] += 1
            ((start, end),) = result.ranges
            # The words that are found are the words that were quoted.
            assert letters(haystack.text[start:end]) == letters(quoted)
        else:
            refused.append(f"{quotation!r} {of_quotation} {of_source}")
    print(
        f"\n{language}: {sum(verdicts.values())} found {dict(verdicts)}, {len(refused)} refused; {dict(made)}"
    )
    assert not refused, f"{len(refused)} of {EACH}: " + "\n".join(refused[:20])


def passed_content(
    language: str, count: int, passes: Callable[[str, Haystack], bool]
) -> tuple[list[str], Counter[str]]:
    """The changed quotations that pass, of so many; and what was changed how often."""
    choose = Random(f"content {language}")
    text = corpus(language)
    passed: list[str] = []
    made: Counter[str] = Counter()
    while sum(made.values()) < count:
        quoted = passage(text, choose)
        mutated = mutate(quoted, text, choose)
        if mutated is None:
            continue
        quotation, name = mutated
        if choose.random() < 0.5:
            quotation, _ = typeset(quotation, language, choose, source=False, most=3)
        haystack, _ = choose.choice(ways(language))
        made[name] += 1
        if passes(quotation, haystack):
            passed.append(f"{name}: {quoted!r} as {quotation!r}")
    return passed, made


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_changed_content_passes(language: str) -> None:
    passed, made = passed_content(
        language, EACH, lambda quotation, haystack: isinstance(look_up(quotation, haystack), Found)
    )
    print(f"\n{language}: {sum(made.values())} changed, {len(passed)} passed; {dict(made.most_common())}")
    assert not passed, f"{len(passed)} of {EACH}: " + "\n".join(passed[:20])


@pytest.mark.parametrize(
    "sloppy",
    [
        lambda text: text.casefold(),
        lambda text: unicodedata.normalize("NFKC", text),
        lambda text: "".join(mark for mark in unicodedata.normalize("NFD", text) if not combining(mark)),
        lambda text: re.sub(r"(?<=\d)[., ](?=\d)", "", text),
        lambda text: text.replace(",", ""),
        lambda text: text.replace("-", ""),
        lambda text: text.replace(" ", ""),
    ],
)
def test_a_sloppy_matcher_would_be_caught(sloppy: Callable[[str], str]) -> None:
    """The harness itself works: whoever folds too much passes a changed quotation."""

    def passes(quotation: str, haystack: Haystack) -> bool:
        return sloppy(fold(unicodedata.normalize("NFC", quotation)).text) in texts[haystack.language]

    texts = {language: sloppy(ways(language)[0][0].folded.text) for language in ("de", "en", "ru", "fr")}
    assert any(passed_content(language, 250, passes)[0] for language in texts)


def test_every_kind_of_change_is_made() -> None:
    """So that no kind is in the list in vain: each can be made in at least one language."""
    choose = Random("kinds")
    missing = set(MUTATORS)
    for language in LANGUAGES:
        text = corpus(language)
        for _ in range(600):
            mutated = mutate(passage(text, choose), text, choose)
            missing -= {mutated[1]} if mutated else set()
    assert not missing
    for language in LANGUAGES:
        for source_side in (True, False):
            setters = changes(language, source=source_side)
            assert len(setters) >= 11
