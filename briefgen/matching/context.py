"""What stands right behind a quotation in its capture: a word, say, that takes back what it said.

A cut is no lie by itself, and "verified" says nothing of it. So it is shown to the author, who decides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.matching.fold import fold
from briefgen.matching.negations import NEGATIONS
from briefgen.matching.scripts import CONTINUOUS, HANGUL


@dataclass(frozen=True, slots=True)
class Limits:
    """Words of a language that limit what was said before them.

    Those of `after_comma` do so only behind a comma: "…, doch er schwieg", not "das ist doch klar".
    """

    anywhere: tuple[str, ...]
    after_comma: tuple[str, ...] = ()


LIMITS: Mapping[str, Limits] = {
    "de": Limits(
        (
            *"aber allerdings jedoch sofern nur lediglich außer ausgenommen vorausgesetzt".split(),
            *("es sei denn", "mit Ausnahme", "unter der Bedingung", "unter dem Vorbehalt"),
        ),
        tuple("doch wenn falls soweit solange obwohl obgleich wenngleich".split()),
    ),
    "en": Limits(
        (
            *"unless but however only except although though".split(),
            *("provided that", "as long as", "so long as", "on condition", "subject to"),
        ),
        ("if", "while"),
    ),
    "ru": Limits(
        (
            *"однако только лишь кроме".split(),
            *("если только", "при условии", "за исключением"),
        ),
        tuple("но если хотя".split()),
    ),
    "uk": Limits(
        (
            *"однак проте лише тільки крім окрім".split(),
            *("якщо тільки", "за умови", "за винятком"),
        ),
        tuple("але якщо хоча".split()),
    ),
    "fr": Limits(
        (
            *"mais sauf cependant toutefois seulement uniquement excepté hormis".split(),
            *("à moins", "à condition", "sous réserve", "pourvu que", "pour autant que"),
        ),
        ("si", "quoique", "bien que"),
    ),
    "es": Limits(
        (
            *"pero salvo excepto solo sólo solamente únicamente".split(),
            *("sin embargo", "no obstante", "a menos", "a condición", "siempre que", "siempre y cuando"),
        ),
        ("si", "aunque"),
    ),
    "ar": Limits(
        (
            *"إلا لكن ولكن بشرط شريطة باستثناء فقط".split(),
            *("ما لم", "غير أن"),
        )
    ),
    "zh": Limits(("但", "除非", "然而", "不过", "只有", "只要")),
}
"""Limiting words by BCP 47 primary language."""

SHORT = 4
"""A quotation of fewer letters and digits is very short, …"""
SHORT_SYLLABLES = 2
"""… or one of fewer characters that are a syllable or a word each."""

_AHEAD = 80
_BETWEEN = r"([\s,;:(،؛，；：（-]*)"
_COMMAS = frozenset(",;،؛，；")
_SENTENCE_ENDS = frozenset(".!?…。！？؟۔")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_SYLLABLE = re.compile(f"[{CONTINUOUS}{HANGUL}]")


def after_quotation(text: str, end: int, language: str = "") -> str | None:
    """The limiting word or negation with which the sentence goes on behind a quotation that ends at `end`.

    `text` is the capture's NFC text and `language` its BCP 47 tag; with an empty one, or one without a
    list, there is no answer. None, too, when the quotation ends a sentence, or its source ends a
    paragraph there.
    """
    primary = language.partition("-")[0].casefold()
    pattern = _PATTERNS.get(primary)
    if pattern is None or text[end - 1 : end] in _SENTENCE_ENDS:
        return None
    ahead = fold(_PARAGRAPH_END.split(text[end : end + _AHEAD])[0])
    match = pattern.match(ahead.breaks.joined(0, len(ahead.text)))
    if match is None:
        return None
    between, anywhere, after_comma, negation = match.groups()
    if after_comma and not _COMMAS.isdisjoint(between):
        return after_comma
    if negation and between.isspace():
        return negation
    return anywhere


def is_very_short(quotation: str) -> bool:
    """Whether the words are so few that finding them says next to nothing."""
    letters = [mark for mark in quotation if mark.isalnum()]
    syllables = len(_SYLLABLE.findall(quotation))
    return len(letters) < SHORT and syllables < SHORT_SYLLABLES


def _pattern(language: str) -> re.Pattern[str]:
    limits = LIMITS[language]
    word_end = "" if language == "zh" else r"(?![\w'])"
    lists = (limits.anywhere, limits.after_comma, NEGATIONS.get(language, frozenset()))
    words = "|".join(f"({_alternatives(words)}){word_end}" if words else "(?!)()" for words in lists)
    return re.compile(f"{_BETWEEN}(?:{words})", re.IGNORECASE)


def _alternatives(words: tuple[str, ...] | frozenset[str]) -> str:
    """The longest first, so that "es sei denn" is not read as something shorter."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered)


_PATTERNS = {language: _pattern(language) for language in LIMITS}
