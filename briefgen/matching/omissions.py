"""Omissions: finding the fragments of a quotation in order, and judging what lies between them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefgen.matching.haystack import Haystack, Hit
from briefgen.matching.negations import negations_in
from briefgen.matching.sentences import sentence_ends_in
from briefgen.model.verdict import ElisionKind, ElisionWarning

LONG_GAP = 500
"""From so many code points on, an omission is reported as a long one."""

Chain = tuple[Hit, ...]
"""One hit for each fragment of a quotation, each behind the one before."""


def chains(hits: Sequence[Sequence[Hit]]) -> tuple[Chain, ...]:
    """Every tightest chain of one hit for each fragment, in the order of the capture.

    `hits` has the hits of each fragment, sorted. A chain is tightest when no other lies within it;
    for two chains from the same start the shorter one counts.
    """
    # Of each hit only the one before it is kept: a chain is read backwards from its last hit.
    links: list[_Link] = [_Link(hit, None, hit.start) for hit in hits[0]]
    for following in hits[1:]:
        ends = [link.hit.end for link in links]
        # The last chain that ends before a hit is also the one that starts last.
        latest = ((bisect_right(ends, hit.start), hit) for hit in following)
        links = [_Link(hit, links[count - 1], links[count - 1].start) for count, hit in latest if count]
    tightest: dict[int, _Link] = {}
    for link in links:
        tightest.setdefault(link.start, link)
    return tuple(_chain(link) for link in tightest.values())


class _Link(NamedTuple):
    """A hit, the one before it in its chain, and where the chain starts."""

    hit: Hit
    before: "_Link | None"
    start: int


def _chain(last: _Link) -> Chain:
    hits = []
    link: _Link | None = last
    while link is not None:
        hits.append(link.hit)
        link = link.before
    return tuple(reversed(hits))


def span_of(chain: Chain) -> int:
    """How far a chain reaches, in folded code points."""
    return chain[-1].end - chain[0].start


def judge(chain: Chain, haystack: Haystack) -> tuple[tuple[ElisionWarning, ...], ElisionWarning | None]:
    """What is remarkable about a chain's omissions, and the first that swallows a negation.

    An omission swallows a negation when it leaves it out within one sentence; one across sentences
    only leaves it out.
    """
    warnings = []
    swallowing = None
    folded = haystack.folded
    for before, after in pairwise(chain):
        start, end = before.end, after.start
        if not folded.text[start:end].strip():
            continue
        gap = haystack.source_range(start, end)
        if end - start >= LONG_GAP:
            warnings.append(ElisionWarning(ElisionKind.LONG_GAP, gap))
        words = negations_in(folded.breaks.joined(start, end), haystack.language)
        if not words:
            continue
        warning = ElisionWarning(ElisionKind.NEGATION, gap, words[0])
        warnings.append(warning)
        if swallowing is None and not _crosses_sentences(start, end, haystack):
            swallowing = warning
    return tuple(warnings), swallowing


def _crosses_sentences(start: int, end: int, haystack: Haystack) -> bool:
    folded = haystack.folded
    first, last = haystack.source_range(start, end)
    return "\n\n" in haystack.text[first:last] or sentence_ends_in(folded.text, start, end)
