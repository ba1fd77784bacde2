"""QuotationReading the author's marks in a quotation: omissions, insertions, changed capitals."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice, product

_DOTS = r"(?:…|\.\s?\.\s?\.)"
_BRACKETED_OMISSION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)")
_ANY_OMISSION = re.compile(rf"{_BRACKETED_OMISSION.pattern}|(?<!\S)(?:…|\.{{3}})(?=\s|$|[,;.:!?])")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_CLOSING = re.compile(r"[,;.:!?…)»”\"]")
_OPENING = "(„“«»\"'"
_WORD_GOES_ON = re.compile(r"['’ʼ]?[^\W\d_]")
MOST_MARKS = 100
"""More omissions and brackets are not read in one quotation: each is looked for at every place."""
# Above this many brackets in one fragment not every mixture of the work's and ours is tried.
_MIXED_BRACKETS = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """What the capture may have: the `text`, and the words that the author put into it.

    `leading` says that the first of the `inserted` words stand before all others, with no omission
    before them.
    """

    text: str
    inserted: tuple[str, ...] = ()
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that stand together in the capture, in one of several `wordings`, the likeliest first."""

    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class QuotationReading:
    """One way to read a quotation: its fragments, in order, with an omission between each two."""

    fragments: tuple[Fragment, ...]


def readings(text: str, stands: Callable[[str], bool]) -> Iterator[QuotationReading]:
    """Every way to read the author's marks in `text`, the most literal first.

    The first takes only bracketed dots for omissions, the second a free-standing ellipsis as well.
    In both, a bracket may be the work's own, so each fragment is worded with its brackets first and
    without them then; where there are many, those are the work's of which `stands` says that the work
    has them. A text without any mark has no reading.
    """
    seen = None
    for omission in (_BRACKETED_OMISSION, _ANY_OMISSION):
        parts = omission.split(text)
        if parts == seen or (len(parts) == 1 and not _BRACKET.search(text)):
            continue
        seen = parts
        fragments = tuple(
            Fragment(wordings)
            for index, part in enumerate(parts)
            if (wordings := _wordings(part, stands, after_omission=index > 0))
        )
        if fragments:
            yield QuotationReading(fragments)


def has_too_many_marks(text: str) -> bool:
    """Whether a quotation has more omissions and brackets than are read."""
    marks = chain(_ANY_OMISSION.finditer(text), _BRACKET.finditer(text))
    return next(islice(marks, MOST_MARKS, None), None) is not None


def _wordings(part: str, stands: Callable[[str], bool], *, after_omission: bool) -> tuple[Wording, ...]:
    """What the capture may have for a part of the quotation, without repetition; none: nothing."""
    brackets = list(_BRACKET.finditer(part))
    if len(brackets) <= _MIXED_BRACKETS:
        # Counted from "all the work's" over "all ours" to the mixtures.
        choices = sorted(
            product((False, True), repeat=len(brackets)), key=lambda ours: 0 < sum(ours) < len(ours)
        )
    else:
        choices = [(False,) * len(brackets), (True,) * len(brackets)]
        choices.append(tuple(not stands(bracket[0]) for bracket in brackets))
    worded = [_worded(part, brackets, ours, after_omission=after_omission) for ours in choices]
    if after_omission:
        # In "[…], sagte er" the comma may be the author's.
        worded += [
            replace(wording, text=wording.text[1:].strip())
            for wording in worded
            if re.match(r"[,;.:]\s", wording.text)
        ]
    return tuple(dict.fromkeys(wording for wording in worded if wording.text.strip(",;.: ")))


def _worded(
    part: str, brackets: list[re.Match[str]], ours: tuple[bool, ...], *, after_omission: bool
) -> Wording:
    """The part with each bracket left standing, or read as ours."""
    text, done = "", 0
    inserted: list[str] = []
    leading = False
    for bracket, is_ours in zip(brackets, ours, strict=True):
        text += part[done : bracket.start()]
        done = bracket.end()
        if not is_ours:
            text += bracket[0]
            continue
        other = _in_other_case(part, bracket)
        if other:
            text += other
            continue
        leading = leading or not (inserted or after_omission or text.strip(_OPENING + " "))
        inserted.append(bracket[1].strip())
        # An insertion leaves with one of the spaces around it.
        rest = part[done:]
        if not text or text[-1].isspace() or text[-1] in _OPENING:
            done += len(rest) - len(rest.lstrip())
        if text and text[-1].isspace() and _CLOSING.match(rest):
            text = text.rstrip()
    return Wording((text + part[done:]).strip(), tuple(inserted), leading)


def _in_other_case(part: str, bracket: re.Match[str]) -> str:
    """The letter of "[D]ie" or "[L]'uomo" in its other case, or nothing where no capital is changed."""
    letter, before, after = bracket[1], part[: bracket.start()], part[bracket.end() :]
    other = letter.swapcase()
    begins_word = len(letter) == 1 and _WORD_GOES_ON.match(after) and not before[-1:].isalnum()
    return other if begins_word and len(other) == 1 and other != letter else ""
