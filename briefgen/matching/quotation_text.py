"""Reading the author's marks in a quotation: omissions, insertions, changed capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

_DOTS = r"(?:…|\.\s?\.\s?\.)"
_BRACKETED_OMISSION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)")
_ANY_OMISSION = re.compile(rf"{_BRACKETED_OMISSION.pattern}|(?<!\S)(?:…|\.{{3}})(?=\s|$|[,;.:!?])")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_CLOSING = re.compile(r"[,;.:!?…)»”\"]")
_OPENING = "(„“«»\"'"
# Above this many brackets in one fragment only "all the work's" and "all ours" are tried.
_MIXED_BRACKETS = 3


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that stand together in the capture, in one of several `wordings`, the likeliest first."""

    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a quotation: its fragments, in order, with an omission between each two."""

    fragments: tuple[Fragment, ...]


def readings(text: str) -> Iterator[Reading]:
    """Every way to read the author's marks in `text`, the most literal first.

    The first takes only bracketed dots for omissions, the second a free-standing ellipsis as well.
    In both, a bracket may be the work's own, so each fragment is worded with its brackets first and
    without them then. A text without any mark has no reading.
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
            if (wordings := _wordings(part, after_omission=index > 0))
        )
        if fragments:
            yield Reading(fragments)


def _wordings(part: str, *, after_omission: bool) -> tuple[str, ...]:
    """What the capture may have for a part of the quotation, without repetition; none: nothing."""
    brackets = list(_BRACKET.finditer(part))
    if len(brackets) <= _MIXED_BRACKETS:
        # Counted from "all the work's" over "all ours" to the mixtures.
        choices = sorted(
            product((False, True), repeat=len(brackets)), key=lambda ours: 0 < sum(ours) < len(ours)
        )
    else:
        choices = [(False,) * len(brackets), (True,) * len(brackets)]
    worded = [_worded(part, brackets, ours).strip() for ours in choices]
    if after_omission:
        # In "[…], sagte er" the comma may be the author's.
        worded += [text[1:].strip() for text in worded if re.match(r"[,;.:]\s", text)]
    return tuple(dict.fromkeys(text for text in worded if text.strip(",;.: ")))


def _worded(part: str, brackets: list[re.Match[str]], ours: tuple[bool, ...]) -> str:
    """The part with each bracket left standing, or read as ours."""
    text, done = "", 0
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
        # An insertion leaves with one of the spaces around it.
        rest = part[done:]
        if not text or text[-1].isspace() or text[-1] in _OPENING:
            done += len(rest) - len(rest.lstrip())
        if text and text[-1].isspace() and _CLOSING.match(rest):
            text = text.rstrip()
    return text + part[done:]


def _in_other_case(part: str, bracket: re.Match[str]) -> str:
    """The letter of "[D]ie" in its other case, or nothing if the bracket is no changed capital."""
    letter, before, after = bracket[1], part[: bracket.start()], part[bracket.end() :]
    other = letter.swapcase()
    begins_word = len(letter) == 1 and after[:1].isalpha() and not before[-1:].isalnum()
    return other if begins_word and len(other) == 1 and other != letter else ""
