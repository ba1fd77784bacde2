"""The numbers that Word sets before the paragraphs of a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from briefgen.intake.readers.page_lists import written_number
from briefgen.intake.readers.word_styles import W

_PLACE = re.compile(r"%(\d)")
_FORMATS = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str


@dataclass(slots=True)
class _Counted:
    """How far a list is, level by level."""

    numbers: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document, in their order."""

    def __init__(self, root: Element | None, of_styles: Mapping[str, Element]) -> None:
        self._of_styles = of_styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counted: dict[str, _Counted] = {}
        if root is None:
            return
        abstract = {one.get(f"{W}abstractNumId") or "": one for one in root.iter(f"{W}abstractNum")}
        for number in root.iter(f"{W}num"):
            name = number.get(f"{W}numId") or ""
            of = number.find(f"{W}abstractNumId")
            shared = (of.get(f"{W}val") or "") if of is not None else ""
            levels = _levels(abstract[shared]) if shared in abstract else {}
            for override in number.iter(f"{W}lvlOverride"):
                level = _whole(override.get(f"{W}ilvl"))
                own = override.find(f"{W}lvl")
                start = override.find(f"{W}startOverride")
                if own is not None:
                    levels[level] = _level(own)
                if start is not None and level in levels:
                    old = levels[level]
                    levels[level] = _Level(_whole(start.get(f"{W}val")), old.format, old.text)
                    shared = f"{shared} {name}"
            self._levels[name] = levels
            self._abstract[name] = shared

    def of(self, paragraph: Element, style: str) -> str:
        """The number before a paragraph: ``7.``; empty where it has none, or a bullet."""
        listed = paragraph.find(f"{W}pPr/{W}numPr")
        if listed is None:
            listed = self._of_styles.get(style)
        if listed is None:
            return ""
        name, depth = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
        identifier = (name.get(f"{W}val") or "") if name is not None else ""
        level = _whole(depth.get(f"{W}val")) if depth is not None else 0
        levels = self._levels.get(identifier, {})
        if level not in levels:
            return ""
        counted = self._counted.setdefault(self._abstract[identifier], _Counted()).numbers
        counted[level] = counted.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counted.pop(deeper, None)
        if levels[level].format not in _FORMATS:
            return ""

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            kind = levels.get(at, levels[level])
            return written_number(counted.get(at, kind.start), _FORMATS.get(kind.format, "1"))

        return _PLACE.sub(number, levels[level].text).strip()


def _levels(abstract: Element) -> dict[int, _Level]:
    return {_whole(one.get(f"{W}ilvl")): _level(one) for one in abstract.iter(f"{W}lvl")}


def _level(element: Element) -> _Level:
    start, kind, text = (element.find(f"{W}{name}") for name in ("start", "numFmt", "lvlText"))
    return _Level(
        _whole(start.get(f"{W}val")) if start is not None else 0,
        (kind.get(f"{W}val") or "") if kind is not None else "decimal",
        (text.get(f"{W}val") or "") if text is not None else "",
    )


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
