"""Every place where a text stands in a long one that many texts are looked for in."""

from array import array
from collections.abc import Iterator

# The long text is noted in blocks of so many characters: whatever is nearly twice as long holds a whole one,
# in whichever of as many ways it may lie over them.
_BLOCK = 12
_SHORTEST = 2 * _BLOCK - 1
# Noting them costs as much as so many searches through the whole text, which in a short one cost nothing.
_SEARCHES = 100
_SHORT = 10_000
# Of a block that stands in more places than this, to look at each is no faster than to search.
_COMMON = 300
_GOOD_ENOUGH = 8


class Places:
    """Where texts stand in one text: found by `str.find`, and when these are many, by its blocks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._searches = 0
        self._blocks: _Blocks | None = None

    def of(self, words: str) -> Iterator[int]:
        """Where the words stand, which are not empty: in order, those that overlap as well."""
        if self._blocks is None and len(self._text) > _SHORT and len(words) >= _SHORTEST:
            self._searches += 1
            if self._searches > _SEARCHES:
                self._blocks = _Blocks(self._text)
        found = self._blocks.places(words) if self._blocks and len(words) >= _SHORTEST else None
        return self._searched(words) if found is None else iter(found)

    def _searched(self, words: str) -> Iterator[int]:
        text = self._text
        start = text.find(words)
        while start >= 0:
            yield start
            start = text.find(words, start + 1)


class _Blocks:
    """The blocks of a text by their hash: the last one of each hash, and the one before each, by number.

    It is no larger than the text, and says nothing that is not looked up in the text again.
    """

    def __init__(self, text: str) -> None:
        count = len(text) // _BLOCK
        self._text = text
        self._mask = mask = (1 << count.bit_length()) - 1
        last, counts, before = [-1] * (mask + 1), [0] * (mask + 1), [-1] * count
        keys = [hash(text[start : start + _BLOCK]) & mask for start in range(0, count * _BLOCK, _BLOCK)]
        for number, key in enumerate(keys):
            before[number] = last[key]
            last[key] = number
            counts[key] += 1
        self._last, self._counts, self._before = array("i", last), array("i", counts), array("i", before)

    def places(self, words: str) -> list[int] | None:
        """The places in order; None where too many would have to be looked at."""
        found: list[int] = []
        for lead in range(_BLOCK):
            # The words begin `lead` characters before a block: of those they hold then, the rarest tells.
            at, fewest = lead, -1
            for offset in range(lead, len(words) - _BLOCK + 1, _BLOCK):
                count = self._counts[hash(words[offset : offset + _BLOCK]) & self._mask]
                if fewest < 0 or count < fewest:
                    at, fewest = offset, count
                    if count <= _GOOD_ENOUGH:
                        break
            if fewest > _COMMON:
                return None
            number = self._last[hash(words[at : at + _BLOCK]) & self._mask]
            while number >= 0:
                start = number * _BLOCK - at
                if start >= 0 and self._text.startswith(words, start):
                    found.append(start)
                number = self._before[number]
        found.sort()
        return found
