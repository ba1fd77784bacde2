"""How the quotations of all briefs fared, in numbers: what every run says in its last line."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.model.capture import CaptureList, ListState
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus, VerifiedQuotation
from briefgen.text import has_words


@dataclass(frozen=True, slots=True)
class Counts:
    """All that is quoted in the briefs, drafts included, by what became of it.

    Each quotation counts in one of these: `found`; `not_found`: a captured work does not have it;
    `no_capture`: not looked up, nothing says why its work has no capture; `capture_none`: not looked up,
    captures.yml says why; `unusable`: not looked up for an error that was reported (its work is unknown, its
    capture unreadable, it has no words); `unbound`: bound to no work; `own`: declared its author's own words.
    `acknowledged` are those of `found` whose omission or cut is allowed with a reason.

    Words of a context box count in each brief that includes it; translations do not count, the words
    they translate do.
    """

    briefs: int
    found: int = 0
    acknowledged: int = 0
    not_found: int = 0
    no_capture: int = 0
    capture_none: int = 0
    unusable: int = 0
    unbound: int = 0
    own: int = 0

    @property
    def quotations(self) -> int:
        """All of them."""
        return (
            self.found
            + self.not_found
            + self.no_capture
            + self.capture_none
            + self.unusable
            + self.unbound
            + self.own
        )


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
