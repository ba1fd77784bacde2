"""Where the short forms of a brief stand in its texts: looked up, as thousands may be defined and used."""

import re
from collections.abc import Iterable, Iterator, Mapping

from briefgen.markdown.walk import walk_blocks
from briefgen.model.block import AbbreviationDefinition, Block

_LETTER = re.compile(r"\w")


class Abbreviations:
    """The short forms that a text defines, each with what it stands for."""

    __slots__ = ("_lengths", "_start", "_titles")

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = dict(titles)
        lengths: dict[str, set[int]] = {}
        for label in self._titles:
            lengths.setdefault(label[0], set()).add(len(label))
        self._lengths = {first: sorted(of, reverse=True) for first, of in lengths.items()}
        self._start = re.compile(f"(?<!\\w)[{re.escape(''.join(self._lengths))}]") if lengths else None

    def spelt_out(self, text: str) -> Iterator[tuple[str, str]]:
        """The pieces of a text, each with what it is short for, or with nothing; the longest form counts."""
        done = position = 0
        while self._start and (start := self._start.search(text, position)):
            label = self._label_at(text, start.start())
            position = start.start() + (len(label) or 1)
            if label:
                if start.start() > done:
                    yield text[done : start.start()], ""
                yield label, self._titles[label]
                done = position
        if done < len(text) or not self._titles:
            yield text[done:], ""

    def _label_at(self, text: str, start: int) -> str:
        for length in self._lengths[text[start]]:
            label = text[start : start + length]
            if label in self._titles and not _LETTER.match(text, start + length):
                return label
        return ""


NONE = Abbreviations({})


def abbreviations_in(blocks: Iterable[Block]) -> Abbreviations:
    """The short forms of a text."""
    defined = (block for block in walk_blocks(blocks) if isinstance(block, AbbreviationDefinition))
    return Abbreviations({block.label: block.title for block in defined})
