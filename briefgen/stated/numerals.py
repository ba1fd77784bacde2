"""Numbers in words: what a run of them comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_HUNDRED = 100
_THOUSAND = 1000
_TEN = 10
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a number, or a part of one: its value; `joined` to the one before by an *and*, or as one
    word; one that `adds` never counts what stands before it."""

    value: int
    joined: bool = False
    adds: bool = False


def total(parts: Sequence[Part]) -> int | None:
    """What the words of one number come to; None where they are no one number: five six."""
    done, open_value, last = 0, 0, 0
    for part in parts:
        value = part.value
        if value >= _THOUSAND:
            if done and value > last:
                done, open_value = (done + open_value) * value, 0
            else:
                done, open_value = done + max(open_value, 1) * value, 0
            last = value
        elif value == _HUNDRED and 0 < open_value < _HUNDRED:
            open_value *= _HUNDRED
        elif (times := _times(open_value % _HUNDRED, part)) > 1:
            open_value += open_value % _HUNDRED * (times - 1)
        elif open_value == 0:
            open_value = value
        elif _adds(open_value, value, part.joined or part.adds):
            open_value += value
        else:
            return None
    return done + open_value


def _times(units: int, part: Part) -> int:
    """How many times the units before it are counted: neljä-kymmentä, 五十; quatre-vingt."""
    if part.value == _TEN and 1 < units < _TEN and not part.adds:
        return _TEN
    return part.value if (units, part.value) == (4, 20) and not part.joined else 1


def _adds(before: int, value: int, joined: bool) -> bool:
    """Whether a smaller part follows: twenty five, soixante dix; or joined to it fünf-und-zwanzig."""
    room = before % _HUNDRED
    if room == 0:
        return value < _HUNDRED
    if room < _TEN:
        return joined and _TEN <= value < _HUNDRED
    if room in (60, 80):
        return value < 2 * _TEN
    return room % _TEN == 0 and value < _TEN


class Numerals:
    """The numerals of a language, and what of a word is made of them."""

    def __init__(self, values: Mapping[str, int], joints: frozenset[str], teens: frozenset[str]) -> None:
        self.values = dict(values)
        self._teens = teens
        self.joints = joints
        self._longest = max(map(len, values), default=0)
        self._glue = tuple(sorted(joints, key=len, reverse=True))
        self.parts = lru_cache(maxsize=4096)(self._parts)

    def _parts(self, word: str) -> tuple[Part, ...] | None:
        """A word as parts of a number: zweihundertfünfzig; None where it is none."""
        if word in self.values:
            return (Part(self.values[word], adds=word in self._teens),)
        rest = self._split(word, first=True) if len(word) > 2 * _SHORTEST else None
        return tuple(rest) if rest else None

    def _split(self, word: str, *, first: bool) -> list[Part] | None:
        if not word:
            return []
        for length in range(min(self._longest, len(word)), _SHORTEST - 1, -1):
            value = self.values.get(word[:length])
            if value is None:
                continue
            rest = self._split(word[length:], first=False)
            if rest is not None:
                return [Part(value, joined=not first), *rest]
        if not first:
            for glue in self._glue:
                if word.startswith(glue) and len(word) > len(glue):
                    rest = self._split(word[len(glue) :], first=True)
                    if rest is not None:
                        return [Part(rest[0].value, joined=True), *rest[1:]]
        return None
