"""Saying what stands in the capture instead of a quotation that was not found."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.matching.fold import Folded, fold
from briefgen.matching.haystack import Haystack, Hit
from briefgen.matching.lookup import find
from briefgen.matching.miss_reason import reason_of
from briefgen.matching.nearest import nearest_window
from briefgen.matching.omissions import chains
from briefgen.matching.quotation_text import readings
from briefgen.matching.splices import is_spliced, standing_tokens
from briefgen.matching.word_diff import Alignment, DiffOp, DiffPiece, Token, align, rendered, tokens_of
from briefgen.model.verdict import MissReason

_LONGEST_WORD = 40
# Of a long quotation so many tokens before and behind the first difference are compared.
_CLOSELY_COMPARED = 150


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage most like a quotation: ``[start, end)`` of the capture's NFC text.

    `pieces` say word for word where the two differ, `diff` is the same in one line. Of a quotation
    with omissions they speak of the first fragment that is missing, of a long one only of the words
    around its first difference.
    """

    reason: MissReason
    start: int
    end: int
    pieces: tuple[DiffPiece, ...]
    diff: str


def explain(quotation_text: str, haystack: Haystack) -> Nearest | None:
    """The passage nearest to a quotation that `look_up` missed, and what is wrong with the quotation.

    None when nothing in the capture is like it, and when nothing is missing from the capture. Nothing
    found here is evidence. Nothing is raised, whatever the text holds.
    """
    quoted = unicodedata.normalize("NFC", quotation_text).strip()
    fragments = _fragments(quoted)
    cut: Hit | None = None
    placed: list[list[Hit]] = []
    for index, text in enumerate(fragments):
        hits, cuts = find(text, haystack, closing=index == len(fragments) - 1)
        if not hits and not cuts:
            return _explain_fragment(text, haystack)
        if not hits:
            cut = cut or cuts[0]
        placed.append(hits)
    if cut is not None:
        return _explain_cut(cut, haystack)
    if placed and not chains(placed):
        first = placed[0][0]
        pieces = (DiffPiece(DiffOp.BOTH, _source_text(first.start, first.end, haystack)),)
        return _nearest(MissReason.OUT_OF_ORDER, first.start, first.end, pieces, haystack)
    return None


def _fragments(quoted: str) -> tuple[str, ...]:
    """The quotation's pieces with every mark in it taken for the author's."""
    ways = tuple(readings(quoted, lambda _: False))
    if not ways:
        return (quoted,)
    # A fragment's first wording has its brackets, the second is without them.
    return tuple(
        fragment.wordings[min(1, len(fragment.wordings) - 1)].text for fragment in ways[-1].fragments
    )


def _explain_fragment(text: str, haystack: Haystack) -> Nearest | None:
    quotation = fold(text, haystack.language)
    source = haystack.folded.text
    quoted = tokens_of(quotation.text)
    if not quoted:
        return None
    standing = standing_tokens(quoted, quotation.text, haystack)
    tokens = quoted[max(0, standing - _CLOSELY_COMPARED) : standing + _CLOSELY_COMPARED]
    window = nearest_window(quotation.text[tokens[0].start : tokens[-1].end].rstrip(), source)
    if window is None:
        return None
    rows = align(tokens, _window_tokens(tokens, *window, haystack))
    passage = [token for row in rows for token in row.source]
    if not passage:
        return None
    spliced = is_spliced(quoted, standing, quotation.text, haystack)
    reason = MissReason.SPLICED if spliced else reason_of(rows, haystack.language)
    end = passage[-1].start + len(source[passage[-1].start : passage[-1].end].rstrip())
    return _nearest(reason, passage[0].start, end, _pieces(rows, text, quotation, haystack), haystack)


def _window_tokens(quoted: Sequence[Token], start: int, end: int, haystack: Haystack) -> list[Token]:
    """The tokens of a window of the capture, its edges moved out to whole words.

    Words that a line end divides are one token where the quotation has them as one.
    """
    text, breaks = haystack.folded.text, haystack.folded.breaks
    limit = start - _LONGEST_WORD
    while max(limit, 0) < start and text[start - 1].isalnum():
        start -= 1
    limit = end + _LONGEST_WORD
    while end < min(limit, len(text)) and text[end].isalnum():
        end += 1
    keys = {token.key for token in quoted}
    tokens: list[Token] = []
    for token in tokens_of(text, start, end):
        divided = len(tokens) > 1 and breaks.divides_word(tokens[-1].start)
        whole = tokens[-2].key + token.key if divided else ""
        if whole in keys:
            first = tokens[-2]
            tokens[-2:] = [Token(whole, first.start, token.end)]
        else:
            tokens.append(token)
    return tokens


def _pieces(
    rows: Sequence[Alignment], text: str, quotation: Folded, haystack: Haystack
) -> tuple[DiffPiece, ...]:
    pieces = []
    for row in rows:
        if row.quotation and not row.same:
            start, end = quotation.source_range(row.quotation[0].start, row.quotation[-1].end)
            pieces.append(DiffPiece(DiffOp.QUOTATION, text[start:end]))
        if row.source:
            op = DiffOp.BOTH if row.same else DiffOp.SOURCE
            pieces.append(DiffPiece(op, _source_text(row.source[0].start, row.source[-1].end, haystack)))
    return tuple(pieces)


def _explain_cut(hit: Hit, haystack: Haystack) -> Nearest:
    """The passage with the words at its ends made whole."""
    start, end = hit.start, hit.end
    while haystack.cuts(start, ends=False) and start > hit.start - _LONGEST_WORD:
        start -= 1
    while haystack.cuts(end, ends=True) and end < hit.end + _LONGEST_WORD:
        end += 1
    parts = (
        (DiffOp.SOURCE, start, hit.start),
        (DiffOp.BOTH, hit.start, hit.end),
        (DiffOp.SOURCE, hit.end, end),
    )
    pieces = tuple(
        DiffPiece(op, _source_text(first, last, haystack)) for op, first, last in parts if first < last
    )
    return _nearest(MissReason.MID_WORD, start, end, pieces, haystack)


def _nearest(
    reason: MissReason, start: int, end: int, pieces: tuple[DiffPiece, ...], haystack: Haystack
) -> Nearest:
    first, last = haystack.source_range(start, end)
    return Nearest(reason, first, last, pieces, rendered(pieces))


def _source_text(start: int, end: int, haystack: Haystack) -> str:
    first, last = haystack.source_range(start, end)
    return haystack.text[first:last]
