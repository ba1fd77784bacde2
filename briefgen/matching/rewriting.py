"""Texts with replaced stretches, and the way back to the text before."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True, eq=False)
class Rewriting:
    """A text in which some stretches stand for others of the text before, its source.

    Only what changes a length is kept: replacement `i` begins at `at[i]` of `text`, is `sizes[i]`
    long, and stands for ``[starts[i], ends[i])`` of the source. Everything between two replacements
    is as long as it was. Offsets count code points.
    """

    text: str
    at: tuple[int, ...]
    sizes: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source_start(self, offset: int) -> int:
        """Where in the source the code point at `offset` begins."""
        index = bisect_right(self.at, offset) - 1
        if index < 0:
            return offset
        inner = offset - self.at[index]
        if inner < self.sizes[index]:
            return self.starts[index]
        return self.ends[index] + inner - self.sizes[index]

    def source_end(self, offset: int) -> int:
        """Where in the source the code point before `offset` ends; `offset` is at least 1."""
        index = bisect_right(self.at, offset - 1) - 1
        if index < 0:
            return offset
        inner = offset - self.at[index]
        if inner <= self.sizes[index]:
            return self.ends[index]
        return self.ends[index] + inner - self.sizes[index]


def rewrite(text: str, pattern: re.Pattern[str], replace: Callable[[str], str]) -> Rewriting:
    """Replace every match of `pattern`, which never matches nothing, by what `replace` makes of it.

    `pattern` is one group, so that splitting by it keeps what it matches: all that is done for each
    match but `replace` is done by C code, as a text may have tens of thousands of matches.
    """
    parts = pattern.split(text)
    if len(parts) == 1:
        return Rewriting(text, (), (), (), ())
    before = _offsets(parts)
    parts[1::2] = replacements = [replace(match) for match in parts[1::2]]
    return Rewriting(
        "".join(parts), _offsets(parts)[1::2], tuple(map(len, replacements)), before[1::2], before[2::2]
    )


def _offsets(parts: Sequence[str]) -> tuple[int, ...]:
    """Where each part begins."""
    return tuple(accumulate(map(len, parts[:-1]), initial=0))
