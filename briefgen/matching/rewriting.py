"""Texts with replaced stretches, and the way back to the text before."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass


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

    def splits(self, offset: int) -> bool:
        """Whether `offset` lies within a replacement: no place of the source answers to it."""
        index = bisect_right(self.at, offset) - 1
        return index >= 0 and 0 < offset - self.at[index] < self.sizes[index]


def rewrite(text: str, pattern: re.Pattern[str], replace: Callable[[str], str]) -> Rewriting:
    """Replace every match of `pattern`, which never matches nothing, by what `replace` makes of it."""
    pieces: list[str] = []
    at: list[int] = []
    sizes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    done = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        replacement = replace(match[0])
        pieces += text[done:start], replacement
        length += start - done
        at.append(length)
        sizes.append(len(replacement))
        starts.append(start)
        ends.append(end)
        length += len(replacement)
        done = end
    if not pieces:
        return Rewriting(text, (), (), (), ())
    pieces.append(text[done:])
    return Rewriting("".join(pieces), tuple(at), tuple(sizes), tuple(starts), tuple(ends))
