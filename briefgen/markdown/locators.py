"""Reads the suffix of a citation: locator, quoted words, remark.

After Pandoc's and citeproc's way: a locator stands first, after an optional comma; it is a label and a
value, a bare number (then a page), a time, or anything in braces. Labels are those of every language
we know. Unlike citeproc we take no bare number before a word: “17 June 2025” and “2nd ed.” are remarks.
"""

import re
from dataclasses import dataclass

from briefgen.languages import Language, all_languages
from briefgen.markdown.plain import plain_text
from briefgen.model.citation import Locator, QuotedLocator
from briefgen.model.inline import Inline, Quoted, Text
from briefgen.text import Span

# Where languages differ in what a label stands for, these come first.
_FIRST = ("en", "de")
# Shorter labels without a full stop begin remarks as often as not: "no", "not", "del".
_SHORTEST = 4


def _labels(language: Language) -> dict[str, str]:
    """The term that each label of a language stands for."""
    return {
        label: term
        for term, labels in language.locators
        for label in labels
        if label.endswith(".") or len(label) >= _SHORTEST or not label.isalpha() or language.tag in _FIRST
    }


def _term_of() -> dict[str, str]:
    terms: dict[str, str] = {}
    for language in sorted(
        all_languages(), key=lambda one: (one.tag not in _FIRST, one.tag != "en", one.tag)
    ):
        terms = _labels(language) | terms
    return terms


_TERM_OF = _term_of()
_LABEL = "|".join(re.escape(label) for label in sorted(_TERM_OF, key=lambda label: (-len(label), label)))
_NUMBER = r"(?:[A-Za-z]?\d[\w.:]*(?<![.:])|[ivxlcdmIVXLCDM]+(?![\w.])|\d+)"
_RANGE = rf"{_NUMBER}(?:\s*[-–—/]\s*{_NUMBER})?(?:(?<=\df)\.|(?<=\dff)\.|\s*(?:ff?\.|sqq?\.))?"
_JOINTS = "|".join(sorted(re.escape(word) for one in all_languages() for word in one.locator_joints))
_VALUE = rf"{_RANGE}(?:\s*(?:,|&|{_JOINTS})\s*{_RANGE})*"
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[-–—]\s*\d{1,2}:\d{2}(?::\d{2})?)?")
_LABELLED = re.compile(rf"({_LABEL})\s*({_VALUE})", re.IGNORECASE)
_BARE = re.compile(rf"(?=[\dA-Z]?\d){_VALUE}(?=\s*(?:[,;()]|$))")
_BRACED = re.compile(r"\{([^{}]*)\}")
_LEAD = re.compile(r"[,:\s]*")


@dataclass(frozen=True, slots=True)
class SuffixReading:
    """What a suffix says: `remark` is what is left of it when locator and quoted words are taken."""

    locator: Locator | None
    quoted: QuotedLocator | None
    remark: tuple[Inline, ...]


def read_suffix(suffix: tuple[Inline, ...]) -> SuffixReading:
    """Read the suffix of one citation item."""
    locator, rest = _take_locator(suffix)
    rest = _without_lead(rest)
    if len(rest) == 1 and isinstance(rest[0], Quoted):
        return SuffixReading(locator, _quoted_locator(rest[0]), ())
    return SuffixReading(locator, None, rest)


def _take_locator(suffix: tuple[Inline, ...]) -> tuple[Locator | None, tuple[Inline, ...]]:
    if not suffix or not isinstance(suffix[0], Text):
        return None, suffix
    text = suffix[0].value
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if braced := _BRACED.match(text, start):
        inner = braced[1].strip()
        locator = _locator_of(inner, 0)
        found = locator[0] if locator and locator[1] == len(inner) else Locator("page", inner)
        # Empty braces are Pandoc's way to say: what follows is no locator.
        return (found if inner else None), _cut(suffix, braced.end())
    located = _locator_of(text, start)
    return (located[0], _cut(suffix, located[1])) if located else (None, suffix)


def _locator_of(text: str, start: int) -> tuple[Locator, int] | None:
    if labelled := _LABELLED.match(text, start):
        return Locator(_TERM_OF[labelled[1].lower()], _space(labelled[2])), labelled.end()
    if time := _TIME.match(text, start):
        return Locator("timestamp", _space(time[0])), time.end()
    if bare := _BARE.match(text, start):
        return Locator("page", _space(bare[0])), bare.end()
    return None


def _space(value: str) -> str:
    return " ".join(value.split())


def _cut(nodes: tuple[Inline, ...], length: int) -> tuple[Inline, ...]:
    first = nodes[0]
    assert isinstance(first, Text)
    rest = first.value[length:]
    if not rest:
        return nodes[1:]
    plain = len(first.value) == first.span.end - first.span.start
    start = first.span.start + (length if plain else 0)
    return (Text(rest, Span(first.span.file, start, first.span.end)), *nodes[1:])


def _without_lead(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without the comma, colon and space that part the key or the locator from what follows."""
    if not nodes or not isinstance(nodes[0], Text):
        return nodes
    lead = _LEAD.match(nodes[0].value)
    return _cut(nodes, lead.end()) if lead and lead.end() else nodes


def _quoted_locator(quoted: Quoted) -> QuotedLocator:
    inside = quoted.children
    span = inside[0].span.to(inside[-1].span) if inside else quoted.span
    return QuotedLocator(plain_text(inside), span)
