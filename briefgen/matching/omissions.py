"""Omissions: finding the fragments of a quotation in order, and judging what lies between them."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from briefgen.matching.clauses import begins_with_exception
from briefgen.matching.fold import fold
from briefgen.matching.haystack import Haystack, Hit
from briefgen.matching.lexicon import Lexicon, Token, WordKind, lexicon_of
from briefgen.matching.negations import negations_in
from briefgen.matching.straddling import limit_of_number
from briefgen.model.verdict import ElisionKind, ElisionWarning
from briefgen.sentences import SentenceMap

LONG_GAP = 500
"""From so many code points on, an omission is reported as a long one."""

# So much around an omission tells where its sentences end.
_AROUND = 160
_ASIDE = frozenset(",(-，、（،")

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

    An omission swallows a negation when it leaves it out within one sentence; one across sentences only
    leaves it out. In a language without lists nothing is judged but how long they are, and that is said.
    """
    lexicon = lexicon_of(haystack.language)
    warnings: list[ElisionWarning] = []
    swallowing = None
    folded = haystack.folded
    for before, after in pairwise(chain):
        start, end = before.end, after.start
        if not folded.text[start:end].strip():
            continue
        gap = haystack.source_range(start, end)
        if end - start >= LONG_GAP:
            warnings.append(ElisionWarning(ElisionKind.LONG_GAP, gap))
        if lexicon is None:
            if all(warning.kind is not ElisionKind.NOT_JUDGED for warning in warnings):
                warnings.append(ElisionWarning(ElisionKind.NOT_JUDGED, gap))
            continue
        seam = _seam(haystack, before, after)
        hidden = (
            _near_hidden(haystack, start, end)
            if seam is not _Seam.NONE and end - start >= LONG_GAP
            else folded.breaks.joined(start, end)
        )
        negations = negations_in(hidden, haystack.language)
        if negations:
            warning = ElisionWarning(ElisionKind.NEGATION, gap, negations[0])
            warnings.append(warning)
            if swallowing is None and seam is _Seam.NONE:
                swallowing = warning
        elif word := _limit_of_number(hidden, folded.text[after.start : after.end], lexicon) or _denial(
            hidden, folded.breaks.joined(before.start, before.end), lexicon, seam
        ):
            warnings.append(ElisionWarning(ElisionKind.DENIAL, gap, word))
        elif seam is _Seam.PARTS:
            warnings.append(ElisionWarning(ElisionKind.JOINED, gap))
    return tuple(warnings), swallowing


class _Seam(Enum):
    """Where the ends of sentences are in an omission: nowhere, between whole sentences, between parts."""

    NONE = "none"
    WHOLE = "whole"
    PARTS = "parts"


def _seam(haystack: Haystack, before: Hit, after: Hit) -> _Seam:
    """Whole are the sentences when what stands before ends one, and what stands behind begins one; and when
    the latter is a whole sentence, whatever stands before."""
    text = haystack.text
    last = haystack.source_range(before.start, before.end)[1]
    first, through = haystack.source_range(after.start, after.end)
    low = max(0, last - _AROUND)
    around = text[low : through + _AROUND]
    sentences = SentenceMap(around, haystack.language)
    ends = [low + end for end in sentences.ends_within(last - low, first - low)]
    if not ends:
        return _Seam.NONE
    begins = not _has_words(text[ends[-1] : first])
    ended = not _has_words(text[last : ends[0]])
    whole = not _has_words(text[through : low + sentences.end(max(through - 1, first) - low)])
    return _Seam.WHOLE if begins and (ended or whole) else _Seam.PARTS


def _near_hidden(haystack: Haystack, start: int, end: int) -> str:
    """Of a long omission across sentences the first and the last of them: what lies far from what is left
    says nothing of it, and pages without a denial there are none."""
    first, last = haystack.source_range(start, end)
    text = haystack.text[first:last]
    sentences = SentenceMap(text, haystack.language)
    head, tail = sentences.end(0), sentences.start(len(text.rstrip()) - 1)
    near = text if tail <= head else f"{text[:head]}\n{text[tail:]}"
    folded = fold(near)
    return folded.breaks.joined(0, len(folded.text))


def _denial(hidden: str, before: str, lexicon: Lexicon, seam: _Seam) -> str | None:
    """A word that denies in an omission; within a sentence one that limits right at its edge, too.

    What stands between two commas is said by the way: a denial in there is of something else.
    """
    tokens = lexicon.tokens(hidden)
    if lexicon.spaceless is not None:
        listed = lexicon.listed_in_spaceless(hidden)
        words, length = hidden, len(hidden)
    else:
        listed = lexicon.listed(tokens)
        words, length = tokens[0].text if tokens else "", len(tokens)
    by_the_way = words[:1] in _ASIDE and hidden.rstrip()[-1:] in _ASIDE
    denial = next((one.words for one in listed if one.kind is WordKind.DENIAL), None)
    if denial is None and lexicon.spaceless is None and seam is _Seam.NONE:
        denial = _separated_denial(tokens, lexicon)
    if denial and not by_the_way:
        return denial
    if seam is not _Seam.NONE:
        return None
    at_edge = (
        one.words
        for one in listed
        if one.kind is WordKind.LIMIT and (one.start <= by_the_way or one.end == length)
    )
    if limit := next(at_edge, None):
        return limit
    if lexicon.spaceless is None and any(
        one.kind is WordKind.NEGATION for one in lexicon.listed(lexicon.tokens(before))
    ):
        return begins_with_exception(lexicon.tokens(hidden), lexicon)
    return None


def _limit_of_number(hidden: str, after: str, lexicon: Lexicon) -> str | None:
    """What limits the number behind an omission, at its end: at least | 40 people."""
    return limit_of_number(hidden.lower().rstrip(), after, lexicon)


def _separated_denial(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """A denial whose two words are apart, the second at the end of its clause: stritt die Tat ab."""
    words = {token.key for token in tokens}
    for phrase in lexicon.language.denials:
        verb, _, part = phrase.partition(" ")
        if part in lexicon.language.separable_prefixes and verb in words and part in words:
            at = next(index for index, token in enumerate(tokens) if token.key == verb)
            behind = [index for index in range(at, len(tokens)) if tokens[index].key == part]
            if any(index + 1 == len(tokens) or not tokens[index + 1].is_word for index in behind):
                return phrase
    return None


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
