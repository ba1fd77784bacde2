"""Harmless changes: the same words, set in another way."""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.matching.corpus import SPACELESS

Setter = Callable[[str, Random], str]

_LETTERS_BETWEEN = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")
_SMALL = "".join(chr(code) for code in (*range(0x61, 0x530), *range(0x1E00, 0x1F00)) if chr(code).islower())
_DIVISIBLE = re.compile(f"(?<=[{_SMALL}]{{2}})(?=[{_SMALL}]{{2}})")
_ARABIC_BETWEEN = re.compile(r"(?<=[\u0628\u062a-\u062e\u0633-\u063a\u0641-\u0647\u064a])(?=[\u0621-\u064a])")
_WRAPPABLE = re.compile(r"(?<=[\uac00-\ud7a3])(?=[\uac00-\ud7a3])")
_WRAPPABLE_HAN = re.compile(r"(?<=[\u3041-\u30ff\u4e00-\u9fff，。；、])(?=[\u3041-\u30ff\u4e00-\u9fff])")
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("st", "ﬆ"))
_OPENING, _CLOSING = "<", ">"


def _at(pattern: re.Pattern[str], rate: float, *put: str) -> Setter:
    def change(text: str, choose: Random) -> str:
        return pattern.sub(lambda _: choose.choice(put) if choose.random() < rate else "", text)

    return change


def _instead(pattern: str, rate: float, *put: str) -> Setter:
    def change(text: str, choose: Random) -> str:
        return re.sub(pattern, lambda found: choose.choice(put) if choose.random() < rate else found[0], text)

    return change


def _marked(text: str, language: str) -> str:
    """The text with each quotation mark as < or >; there are no others of these."""
    if language in ("fr", "ru", "uk", "ar", "es", "it", "pt", "el"):
        return re.sub("« ?", _OPENING, re.sub(" ?»", _CLOSING, text))
    if language in ("de", "cs", "sr"):
        return re.sub("[„‚]", _OPENING, re.sub("[“‘]", _CLOSING, text))
    if language in ("pl", "ro", "hu"):
        return text.replace("„", _OPENING).replace("”", _CLOSING)
    if language in ("sv", "fi"):
        return re.sub(r"(?<!\S)”", _OPENING, text).replace("”", _CLOSING)
    if language == "ja":
        return text.replace("「", _OPENING).replace("」", _CLOSING)
    return re.sub("[“‘]", _OPENING, re.sub(r"”|’(?!\w)|’(?=[\uac00-\ud7a3])", _CLOSING, text))


def _marks(language: str) -> Setter:
    styles = ["„“", "“”", "»«", "«»", '""', "‘’", "‚‘", "‹›"]
    if language in ("ko", "zh", "ja"):
        styles += ["「」", "『』"]
    elif language != "en":
        styles += ["«\u00a0|\u00a0»", "«\u202f|\u202f»", "« | »"]

    def change(text: str, choose: Random) -> str:
        style = choose.choice(styles)
        first, last = style.split("|") if "|" in style else (style[0], style[1])
        return _marked(text, language).replace(_OPENING, first).replace(_CLOSING, last)

    return change


def _ligatures(text: str, choose: Random) -> str:
    for plain, ligature in _LIGATURES:
        if choose.random() < 0.8:
            text = text.replace(plain, ligature)
    return text


def _decomposed(text: str, choose: Random) -> str:
    return unicodedata.normalize("NFD", text)


_SPACES = ("  ", "\u00a0", "\u202f", "\u2009", "\t", " \u200b", "\u3000", " \u00a0 ")
_ANYWHERE: dict[str, Setter] = {
    "spaces": _instead(" ", 0.3, *_SPACES),
    "line ends": _instead(" ", 0.2, "\n", "\n", " \n", "\n    ", "\r\n", "\u2028"),
    "invisible": _at(_LETTERS_BETWEEN, 0.1, "\u00ad", "\u200b", "\u2060", "\u200c", "\u200d", "\ufeff"),
    "directions": _instead(r"(?<=\w)(?= )", 0.2, "\u200e", "\u200f", "\u2069", "\u061c"),
    "dashes": _instead("[–—-]", 0.7, *"‒–—―−-"),
    "hyphens": _instead("-", 0.7, "\u2010", "\u2011"),
    "apostrophes": _instead(r"(?<=[^\W\d_])’(?=[^\W\d_\uac00-\ud7a3])", 0.7, *"'ʼ‘’"),
    "ellipses": _instead("…", 1, "..."),
    "ligatures": _ligatures,
    "decomposed": _decomposed,
}
_OF_A_LANGUAGE: dict[str, dict[str, Setter]] = {
    "fr": {"lost spaces": _instead(" (?=[!?;:] )|(?<=«) | (?=»)", 0.8, "")},
    "ar": {"stretched": _at(_ARABIC_BETWEEN, 0.1, "\u0640", "\u0640\u0640\u0640")},
}
_DIVIDING = (
    "de",
    "en",
    "ru",
    "fr",
    "uk",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "ro",
    "hu",
    "sv",
    "fi",
    "tr",
    "el",
    "sr",
)
_DIVIDED = _at(_DIVISIBLE, 0.03, "-\n", "-\n", "\u00ad\n", "\u2010\n   ", "- \r\n")
_OF_SOURCES: dict[str, Setter] = {
    "hyphens at line ends": _instead(r"(?<=[^\W\d_])-(?=[^\W\d_])", 0.8, "-\n", "- \n  ", "\u2010\n")
}
_OF_SOURCES_IN: dict[str, dict[str, Setter]] = {
    **{language: {"divided words": _DIVIDED} for language in _DIVIDING},
    "ko": {"wrapped words": _at(_WRAPPABLE, 0.03, "\n", "\n", "\n  ")},
    **{
        language: {"wrapped lines": _at(_WRAPPABLE_HAN, 0.03, "\n", "\n", "\r\n\u3000")}
        for language in SPACELESS
    },
}
_OF_QUOTATIONS_IN: dict[str, dict[str, Setter]] = {
    language: {"wrapped lines": _at(_WRAPPABLE_HAN, 0.1, "\n")} for language in SPACELESS
}
# Marks are told from apostrophes by their plain form, and what divides a word is never a dash.
_FIRST = ("lost spaces", "quotation marks", "dashes", "hyphens")
# What looks at letters comes before what takes them apart.
_LAST = ("invisible", "decomposed")


def changes(language: str, *, source: bool) -> dict[str, Setter]:
    """The changes that a text of a language can undergo, in the order they are made."""
    found = {**_ANYWHERE, **_OF_A_LANGUAGE.get(language, {}), "quotation marks": _marks(language)}
    if source:
        found = {**_OF_SOURCES, **_OF_SOURCES_IN.get(language, {}), **found}
    else:
        found = {**_OF_QUOTATIONS_IN.get(language, {}), **found}
    order = (*_FIRST, *(name for name in found if name not in _LAST), *_LAST)
    return {name: found[name] for name in dict.fromkeys(order) if name in found}


def typeset(
    text: str, language: str, choose: Random, *, source: bool, most: int = 99
) -> tuple[str, tuple[str, ...]]:
    """The text after some of its changes, at most `most`; and the names of those that did something."""
    setters = changes(language, source=source)
    wanted = set(choose.sample(list(setters), min(len(setters), choose.randint(1, most) if most < 99 else 6)))
    made = []
    for name, change in setters.items():
        if name in wanted and (changed := change(text, choose)) != text:
            text = changed
            made.append(name)
    return text, tuple(made)
