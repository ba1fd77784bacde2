"""What the stages make of a project, and what its site is built from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.model.card import Card
from briefgen.model.counts import Counts, LockState
from briefgen.model.included import Filled
from briefgen.model.page import Page


@dataclass(frozen=True, slots=True)
class Compilation:
    """What a site is built from: its generated pages, the pictures to be drawn, and the newest day any of its
    briefs names.

    `counts` says how all quotations fared, and `lock` how the lock agrees with what was found. With
    `misses_cards` there would be pictures if what draws them were installed. `missing` are the paths of pages
    that errors keep from being made, `by_hand` the files of ``docs/`` that are not ours, `briefs` the page of
    each brief by its source, and `answers` what a style of CSL made of them. `lists` go into the pages by
    hand that are `including` them; `cited` are the texts of pages by hand that cite, by their paths in
    ``docs/``, as the site's builder is to read them.
    """

    pages: tuple[Page, ...]
    cards: tuple[Card, ...]
    newest: str
    counts: Counts
    lock: LockState
    misses_cards: bool = False
    missing: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    briefs: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    lists: tuple[Filled, ...] = ()
    including: tuple[str, ...] = ()
    cited: Mapping[str, str] = field(default_factory=dict)
