"""What holds a place, of many stretches of texts."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

from briefgen.text import Span

Held = TypeVar("Held")


class Holders(Generic[Held]):
    """Stretches, each with what it stands for. They may lie in each other; mostly they do not."""

    def __init__(self, stretches: Iterable[tuple[Span, Held]]) -> None:
        by_path: dict[str, list[tuple[int, int, Span, Held]]] = {}
        for number, (span, held) in enumerate(stretches):
            by_path.setdefault(span.path, []).append((span.start, number, span, held))
        self._known = {path: _Sorted(listed) for path, listed in by_path.items()}

    def of(self, span: Span) -> Held | None:
        """The first that was named of those that hold a place."""
        known = self._known.get(span.path)
        return None if known is None else known.of(span)


class _Sorted(Generic[Held]):
    """Those of one file, by where they begin, and how far these reach up to each of them."""

    def __init__(self, listed: list[tuple[int, int, Span, Held]]) -> None:
        self._stretches = sorted(listed, key=itemgetter(0, 1))
        self._reach = list(accumulate((span.end for _, _, span, _ in self._stretches), max))

    def of(self, span: Span) -> Held | None:
        first: tuple[int, Held] | None = None
        index = bisect_right(self._stretches, span.start, key=itemgetter(0)) - 1
        while index >= 0 and self._reach[index] >= span.end:
            _, number, place, held = self._stretches[index]
            if place.holds(span) and (first is None or number < first[0]):
                first = number, held
            index -= 1
        return None if first is None else first[1]
