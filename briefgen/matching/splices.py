"""Quotations that join what the capture has apart."""

from collections.abc import Sequence

from briefgen.matching.haystack import Haystack
from briefgen.matching.word_diff import Token

# Each part of a splice has so many characters at least, and so many lie between them.
_PART = 10
_APART = 80


def standing_tokens(quoted: Sequence[Token], quotation: str, haystack: Haystack) -> int:
    """How many tokens from the start of a folded `quotation` stand together in the capture."""
    low, high = 0, len(quoted)
    # Every beginning of what stands there stands there too.
    while low < high:
        middle = (low + high + 1) // 2
        beginning = quotation[quoted[0].start : quoted[middle - 1].end].rstrip()
        if next(haystack.hits(beginning), None) is not None:
            low = middle
        else:
            high = middle - 1
    return low


def is_spliced(quoted: Sequence[Token], standing: int, quotation: str, haystack: Haystack) -> bool:
    """Whether a quotation is two passages of the capture, far apart or swapped, without an omission.

    `standing` is what `standing_tokens` says of the tokens `quoted` of the folded `quotation`.
    """
    if not 0 < standing < len(quoted):
        return False
    head = quotation[quoted[0].start : quoted[standing - 1].end].rstrip()
    tail = quotation[quoted[standing].start : quoted[-1].end].rstrip(" .,")
    if min(len(head), len(tail)) < _PART:
        return False
    place = next(haystack.hits(head)).end
    tails = [hit.start - place for hit in haystack.hits(tail)]
    return bool(tails) and not any(0 <= distance <= _APART for distance in tails)
