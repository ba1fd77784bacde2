"""Line ends within words: which wordings the capture's layout allows there."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from briefgen.matching.scripts import CONTINUOUS, HANGUL
from briefgen.matching.typography import HYPHENS

# What may stand in a quotation where the folded capture has "- " at a line end …
WORD_HYPHEN = ("-", "")
KEPT_HYPHEN = ("-",)
# … and where it has the space of a line end in a script that ends lines within words.
NO_SPACE = ("",)

# Patterns that start with what is rare are fast.
_HYPHEN_BREAK = re.compile(r"-\n(?<=[^\W_]-\n)(?=[^\W_])")
_SPACELESS_BREAK = re.compile(
    f"\n(?:(?=[{CONTINUOUS}])|(?<=[{CONTINUOUS}]\n)|(?<=[{HANGUL}]\n)(?=[{HANGUL}]))"
)


@dataclass(frozen=True, slots=True, eq=False)
class LineBreaks:
    """The line ends of a folded `text` where a quotation may read differently.

    `positions` are their sorted offsets, `spaceless` says whether any is in a script that ends lines
    within words. `source_character` gives the character of the capture behind an offset.
    """

    text: str
    positions: tuple[int, ...]
    spaceless: bool
    source_character: Callable[[int], str]

    def wordings(self, position: int) -> tuple[str, ...]:
        """What else than the standing "- " or " " a quotation may have at one of the `positions`.

        A dash at a line end is never dropped, a hyphen or soft hyphen is where it may have divided a
        word. That is between two letters, and not before a capital after a small letter
        ("West-|Konflikt"): what drops its hyphen there is another word. Digits keep theirs
        ("1939-|1945").
        """
        text = self.text
        if text[position] == " ":
            return NO_SPACE
        before, after = text[position - 1], text[position + 2]
        divides = before.isalpha() and after.isalpha() and not (before.islower() and after.isupper())
        return WORD_HYPHEN if divides and self.source_character(position) in HYPHENS else KEPT_HYPHEN

    def divides_word(self, offset: int) -> bool:
        """Whether a line end at `offset` may divide a word."""
        index = bisect_left(self.positions, offset)
        return self.positions[index : index + 1] == (offset,) and self.wordings(offset) is WORD_HYPHEN

    def stands_at(self, offset: int) -> bool:
        """Whether the hyphen or dash at `offset` ends a line between two letters or digits."""
        if offset < 0 or self.text[offset] != "-":
            return False
        index = bisect_left(self.positions, offset)
        return self.positions[index : index + 1] == (offset,)

    def align(self, needle: str, start: int) -> tuple[int, bool] | None:
        """Read `needle` in the folded text from `start` on, each break in any of its wordings.

        Returns where the needle ends and whether a break was read otherwise than it stands, or None.
        Each break is decided for itself, so that one quotation can hold a real hyphen and the hyphen
        of a line end. No choice is ever taken back: behind a break stands a letter or a digit, so the
        needle's next characters say which wording it has.
        """
        text = self.text
        read, offset, varied = 0, start, False
        index = bisect_left(self.positions, start)
        while index < len(self.positions) and self.positions[index] - offset < len(needle) - read:
            position = self.positions[index]
            index += 1
            before = position - offset
            if not text.startswith(needle[read : read + before], offset):
                return None
            read += before
            standing = "- " if text[position] == "-" else " "
            rest = needle[read : read + len(standing)]
            if standing.startswith(rest):
                read += len(rest)
                offset = position + len(rest)
                continue
            wording = next((w for w in self.wordings(position) if needle.startswith(w, read)), None)
            if wording is None:
                return None
            varied = True
            read += len(wording)
            offset = position + len(standing)
        if not text.startswith(needle[read:], offset):
            return None
        return offset + len(needle) - read, varied

    def joined(self, start: int, end: int) -> str:
        """The stretch ``[start, end)`` of the text with the words that line ends divide put together."""
        text = self.text
        pieces = []
        done = start
        for position in self.positions[bisect_left(self.positions, start) :]:
            if position + 2 > end:
                break
            if self.wordings(position) is WORD_HYPHEN:
                pieces.append(text[done:position])
                done = position + 2
        pieces.append(text[done:end])
        return "".join(pieces)


def find_line_breaks(lines: str, source_character: Callable[[int], str]) -> LineBreaks:
    """Find the breaks of a folded text in which the space of a line end is still ``\\n``."""
    if "\n" not in lines:
        return LineBreaks(lines, (), False, source_character)
    hyphens = [match.start() for match in _HYPHEN_BREAK.finditer(lines)]
    spaces: list[int] = []
    if not lines.isascii():
        known = set(hyphens)
        spaces = [at for match in _SPACELESS_BREAK.finditer(lines) if (at := match.start()) - 1 not in known]
    positions = tuple(sorted(hyphens + spaces))
    return LineBreaks(lines.replace("\n", " "), positions, bool(spaces), source_character)
