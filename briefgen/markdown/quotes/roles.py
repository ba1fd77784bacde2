"""Reads the marks of a flattened line, and from what stands around each whether it opens or closes."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from briefgen.markdown.quotes.line import CITATION, NOTE, Q_CLOSES, Q_OPENS, UNSEEN, Line
from briefgen.markdown.quotes.mark_kinds import (
    INCHES,
    LOOKS_OPENING,
    MARK,
    ONLY_CLOSES,
    ONLY_OPENS,
    PRIME,
    SINGLE,
    TAKEN_FOR,
    TYPED,
    Usage,
)


class Place(Enum):
    """What a mark does there, as far as its neighbours tell."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class _Beside(Enum):
    """What stands on one side of a mark."""

    SPACE = "space"
    BRACKET = "bracket"
    DASH = "dash"
    STOP = "stop"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at ``[start, end)`` of a flattened line.

    `shape` is the mark it is taken for; `inch` one that may stand for inches or seconds; `weak` one that
    may be no mark at all and is not missed when it finds no partner.
    """

    start: int
    end: int
    shape: str
    place: Place
    escaped: bool = False
    inch: bool = False
    weak: bool = False

    @property
    def opens(self) -> bool:
        """Whether it stands where a quotation begins, or could, and has the shape of one that opens."""
        return self.place is Place.OPENS or (self.place is Place.EITHER and self.shape in LOOKS_OPENING)


_RUN = re.compile(f"(?:{MARK.pattern}|[{UNSEEN}{NOTE}{Q_OPENS}{Q_CLOSES}])+")
_USUAL_PLACE = {"«": Place.OPENS, "»": Place.CLOSES}
_WORD_BEHIND_STOPS = re.compile(r"(?:\.{1,4}|…)\w")
_STOPS = frozenset(".,;:!?…。，、；：！？؟،؛۔।·%")
_DASHES = frozenset("/=|<>*_~+&")
_HEBREW_PREFIX = re.compile(r"(?<![\u05d0-\u05ea])[בהוכלמש]{1,4}\Z")
_HEBREW_WORD = re.compile(r"[\u05d0-\u05ea]{2}")
_WORDS = re.compile(rf"\w|[{CITATION}]")


def read_marks(line: Line, usage: Usage) -> list[Mark]:
    """The marks of a line in its order; none in one that has no word and no citation: ditto marks."""
    if not _WORDS.search(line.text):
        return []
    return [mark for run in _RUN.finditer(line.text) for mark in _in_run(line, run, usage)]


def _in_run(line: Line, run: re.Match[str], usage: Usage) -> Iterator[Mark]:
    """The marks that stand in one run: the neighbours of all are what is on its two sides."""
    text = line.text
    left, right = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    place = _place(text, _beside(left), _beside(right), run.end())
    elided = place is Place.CLOSES and run[0][0] in "’'" and _cased(left)  # as in “l’« homme »”
    for found in MARK.finditer(text, run.start(), run.end()):
        if len(found[0]) > 1 and not line.is_unbroken(found.start(), found.end()):
            continue
        shape = TAKEN_FOR.get(found[0], found[0])
        if found[0] in usage.titles or shape in usage.titles or _is_other(found[0], place, left, right):
            continue
        if _in_hebrew(left, right) and len(run[0]) == 1 and shape in "\"”“'’":
            if shape not in SINGLE and _after_hebrew_prefix(text, found):
                yield Mark(found.start(), found.end(), shape, Place.OPENS, weak=True)
            continue
        yield Mark(
            found.start(),
            found.end(),
            shape,
            _forced(shape, Place.EITHER if elided and found.start() > run.start() else place),
            escaped=found.start() in line.escaped,
            inch=place is not Place.OPENS and _measures(text, run, found[0], shape),
            weak=found[0] in TYPED and place is not _USUAL_PLACE.get(shape, place),
        )


def _place(text: str, left: _Beside, right: _Beside, end: int) -> Place:
    if left in (_Beside.SPACE, _Beside.BRACKET):
        if right is _Beside.SPACE or (right is _Beside.STOP and not _WORD_BEHIND_STOPS.match(text, end)):
            return Place.EITHER
        return Place.OPENS
    if left is _Beside.DASH and right in (_Beside.WORD, _Beside.BRACKET):
        return Place.OPENS
    if right is _Beside.WORD or (left is _Beside.DASH and right is _Beside.DASH):
        return Place.EITHER
    return Place.CLOSES


def _forced(shape: str, place: Place) -> Place:
    if shape in ONLY_OPENS:
        return Place.OPENS if place is not Place.CLOSES else Place.EITHER
    return Place.CLOSES if shape in ONLY_CLOSES else place


def _beside(char: str) -> _Beside:
    if not char or char.isspace() or char in (CITATION, "\u200b"):
        return _Beside.SPACE
    if char.isalnum():
        return _Beside.WORD
    if char in _STOPS:
        return _Beside.STOP
    category = unicodedata.category(char)
    if category == "Ps" or char in "¿¡":
        return _Beside.BRACKET
    if category == "Pe":
        return _Beside.STOP
    return _Beside.DASH if category == "Pd" or char in _DASHES else _Beside.WORD


def _is_other(written: str, place: Place, left: str, right: str) -> bool:
    """Whether what could be a typed mark is something else: two commas, code, an empty string."""
    match written:
        case ",," | "``":
            return place is not Place.OPENS
        case "''":
            return place is Place.EITHER and _beside(left) is _Beside.SPACE
        case _:
            # Between letters an apostrophe; scripts that have no capitals have none.
            return written in "’‘'" and _cased(left) and _cased(right)


def _cased(char: str) -> bool:
    return char.lower() != char.upper()


def _in_hebrew(left: str, right: str) -> bool:
    return "\u0590" <= left <= "\u05ff" and "\u0590" <= right <= "\u05ff"


def _after_hebrew_prefix(text: str, mark: re.Match[str]) -> bool:
    """Whether words in marks may begin behind a particle that is written together with them.

    The sign of an acronym stands before its last letter, or behind letters that are no particles.
    """
    before = text[max(0, mark.start() - 5) : mark.start()]
    return bool(_HEBREW_PREFIX.search(before) and _HEBREW_WORD.match(text, mark.end()))


def _measures(text: str, run: re.Match[str], written: str, shape: str) -> bool:
    """Whether a mark may stand for inches or seconds, or for a derivative: ``6"``, ``12 "``, ``f''``."""
    if shape == PRIME:
        return True
    before = text[max(0, run.start() - 2) : run.start()]
    if written == "''" and before[-1:].isalpha():
        return not before[:-1].isalnum()
    last = before.rstrip()[-1:]
    return shape in INCHES and last != "" and (last.isdigit() or unicodedata.category(last) == "No")
