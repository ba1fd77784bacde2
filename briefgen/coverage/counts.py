"""How the quotations of all briefs fared, in numbers: what every run says in its last line."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from briefgen.model.capture import CaptureList, ListState
from briefgen.model.counts import Counts
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus, VerifiedQuotation
from briefgen.text import has_words


def count_quotations(corpus: VerifiedCorpus) -> Counts:
    """Count how the quotations of all briefs fared."""
    listed = _Listed(corpus.capture_list)
    fates = Counter(fate for brief in corpus.briefs for fate in _fates(brief, listed))
    return Counts(len(corpus.briefs), **fates)


_Fate = Literal["found", "no_capture", "capture_none", "unusable", "unbound"]
"""The fields of Counts that a quotation without a miss can count in."""


class _Listed:
    """What captures.yml says of works."""

    def __init__(self, listed: CaptureList) -> None:
        self.declared = frozenset(entry.key for entry in listed.uncaptured)
        self.known = listed.folded_keys
        self.faulty = listed.state is ListState.FAULTY


def _fates(brief: VerifiedBrief, listed: _Listed) -> Iterator[str]:
    for found in brief.quotations:
        if not found.resolved.translation:
            yield _fate(found, listed)
            if found.verified and has_words(found.quotation.elision_ok):
                yield "acknowledged"
    yield from ("not_found" for _ in brief.missed)
    yield from ("own" for _ in brief.resolved.own)


def _fate(found: VerifiedQuotation, listed: _Listed) -> _Fate:
    if found.verified:
        return "found"
    if not found.quotation.text.strip():
        return "unusable"
    if not found.quotation.keys:
        return "unbound"
    keys = {check.key for check in found.checks}
    if keys and keys <= listed.declared:
        return "capture_none"
    if not keys or listed.faulty or any(key.casefold() in listed.known for key in keys - listed.declared):
        return "unusable"
    return "no_capture"
