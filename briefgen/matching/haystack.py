"""A capture made ready to be searched."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefgen.matching.fold import Folded, end_with_points, fold, fold_without_points
from briefgen.matching.negations import cuts_ending
from briefgen.matching.places import Places
from briefgen.matching.quantities import Quantities
from briefgen.matching.rewriting import Rewriting, rewrite
from briefgen.matching.scripts import CONTINUOUS, HANGUL
from briefgen.matching.word_edges import cuts

# What a line end can add to a text or take from it: hyphens with the spaces behind them, and in a
# script that ends lines within words, spaces. Without them two texts that may agree are the same, …
_HYPHENS = re.compile(r"(-[- ]*)")
_SPACELESS = f"[{CONTINUOUS}{HANGUL}]"
_HYPHENS_AND_SPACES = re.compile(f"(-[- ]*|(?<={_SPACELESS}) | (?={_SPACELESS}))")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place ``[start, end)`` of the folded capture where a text stands.

    `varied`: a line end of the capture was read in another way than it stands.
    """

    start: int
    end: int
    varied: bool = False


class Bare:
    """A folded text without everything that `layout` matches; made when first searched, and kept."""

    def __init__(self, folded: str, layout: re.Pattern[str]) -> None:
        self.layout = layout
        self._folded = folded

    @cached_property
    def rewriting(self) -> Rewriting:
        """The bare text, and the way back to the folded one."""
        return rewrite(self._folded, self.layout, lambda _: "")

    @cached_property
    def places(self) -> Places:
        """The places of texts in the bare one."""
        return Places(self.rewriting.text)


@dataclass(frozen=True, slots=True, eq=False)
class Haystack:
    """A capture's text, NFC, with everything that searching it needs; `language` is its BCP 47 tag.

    `places` are those of texts in the folded one; `bare` is there if line ends of the capture divide words,
    `unpointed` if it has points that a quotation may leave out: the same text without them. `chosen` has
    where words stand of which single places were chosen. Offsets in results count code points of `text`;
    hits count those of `folded.text`.
    """

    text: str
    folded: Folded
    language: str
    quantities: Quantities
    bare: Bare | None
    places: Places
    unpointed: "Haystack | None" = None
    chosen: dict[str, "Standing"] = field(default_factory=dict)

    def hits(self, needle: str) -> Iterator[Hit]:
        """Every place where the folded `needle` stands, in order, whether or not it cuts a word."""
        core = self.bare.layout.sub("", needle) if self.bare is not None else ""
        if self.bare is None or not core:
            if needle:
                yield from (Hit(start, start + len(needle)) for start in self.places.of(needle))
            return
        # … so one fast search finds every candidate, and reading it from its start decides.
        bare = self.bare.rewriting
        lead = len(needle) - len(needle.lstrip("- "))
        for found in self.bare.places.of(core):
            start = bare.source_start(found) - lead
            aligned = self.folded.breaks.align(needle, start) if start >= 0 else None
            if aligned is not None:
                yield Hit(start, *aligned)

    def stands_whole(self, hit: Hit) -> bool:
        """Whether the hit neither starts nor ends inside a word or a number, and so in no ligature."""
        return not (self.cuts(hit.start, ends=False) or self.cuts(hit.end, ends=True))

    def cuts(self, offset: int, *, ends: bool) -> bool:
        """Whether a quotation that ends (or begins) at `offset` of the folded text cuts something in two."""
        return cuts(self.folded, self.text, self.quantities, offset, self.language, ends=ends) or (
            ends and cuts_ending(self.folded.text, offset, self.language)
        )

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` that ``[start, end)`` of the folded text stands for.

        Points left out of the folded text belong to the letter they sit on.
        """
        first, last = self.folded.source_range(start, end)
        return first, end_with_points(self.text, last)


class Standing:
    """Every place where words stand, and if there is none, those that cut a word."""

    def __init__(self, haystack: Haystack, hits: Sequence[Hit], cuts: Sequence[Hit]) -> None:
        self.hits, self.cuts = hits, cuts
        self._haystack = haystack

    @cached_property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The places in the capture's text."""
        return tuple(self._haystack.source_range(hit.start, hit.end) for hit in self.hits)


def prepare(text: str, language: str = "") -> Haystack:
    """Fold a capture's text once, for every quotation that is looked up in it.

    `text` is brought to NFC if it is not; `language` is the BCP 47 tag of the capture and chooses the
    lists of words (empty: all of them).
    """
    composed = unicodedata.normalize("NFC", text)
    pointless = fold_without_points(composed, language)
    unpointed = None if pointless is None else _haystack(composed, pointless, language)
    return replace(_haystack(composed, fold(composed, language), language), unpointed=unpointed)


def _haystack(text: str, folded: Folded, language: str) -> Haystack:
    quantities, places = Quantities(folded, text, language), Places(folded.text)
    return Haystack(text, folded, language, quantities, _bare(folded), places)


def _bare(folded: Folded) -> Bare | None:
    if not folded.breaks.positions:
        return None
    layout = _HYPHENS_AND_SPACES if folded.breaks.spaceless else _HYPHENS
    return Bare(folded.text, layout)
