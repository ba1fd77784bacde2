"""What of a sentence surely stands in a text: that much may be said of it to readers.

`agreement` lets pass what may be right, so as not to warn of it. Here only what is the same counts.
"""

import re
from collections.abc import Collection

from briefgen.stated.agreement import is_alike
from briefgen.stated.names import folded
from briefgen.stated.values import Clock, Day, Figure, Stated

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 3
_GENITIVE = "s"
_ENDINGS = "аеёиоуыэюяйь"
"""Of Cyrillic names: what is left without them is the same in all cases."""


def shows_figure(figure: Figure, others: Stated) -> bool:
    """Whether a number stands in what another text states, with the same unit and sign if it has them."""
    return any(
        not figure.values.isdisjoint(other.values)
        and (not figure.unit or is_alike(figure.unit, other.unit))
        and figure.sign is other.sign
        and (other.written or not other.idle)
        for other in others.figures
    )


def shows_day(day: Day, others: Stated) -> bool:
    """Whether a date stands there, with each part that is given."""
    return any(
        all(not part or part == its for part, its in zip(option, other, strict=True))
        for one in others.days
        for other in one.options
        for option in day.options
    )


def shows_clock(clock: Clock, others: Stated) -> bool:
    """Whether a time of day stands there."""
    return any((clock.hour, clock.minute) == (other.hour, other.minute) for other in others.clocks)


class NamesOf:
    """The words of a text in their order, to be asked whether names stand in it as they are."""

    def __init__(self, texts: Collection[str]) -> None:
        self._words: list[tuple[str, bool]] = []
        for text in texts:
            self._words += ((folded(one[0]), one[0][0].isupper()) for one in _WORD.finditer(text))
            self._words.append(("", False))
        self._places: dict[str, list[int]] = {}
        for place, (word, _) in enumerate(self._words):
            self._places.setdefault(word[:_HEAD], []).append(place)

    def shows(self, name: str) -> bool:
        """Whether the words of a name stand in a row, the first with a capital; inflected where that is
        certain."""
        wanted = [folded(one[0]) for one in _WORD.finditer(name)]
        if not wanted:
            return False
        return any(
            self._words[place][1] and self._stand_at(place, wanted)
            for place in self._places.get(wanted[0][:_HEAD], ())
        )

    def _stand_at(self, place: int, wanted: list[str]) -> bool:
        there = self._words[place : place + len(wanted)]
        return len(there) == len(wanted) and all(
            word and _is_same(word, of) for (word, _), of in zip(there, wanted, strict=True)
        )


def _is_same(word: str, of: str) -> bool:
    if word in (of, of + _GENITIVE) or of == word + _GENITIVE:
        return True
    stem = of.rstrip(_ENDINGS)
    return len(stem) < len(of) and len(stem) > 1 and word.rstrip(_ENDINGS) == stem
