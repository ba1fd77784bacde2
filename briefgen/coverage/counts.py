"""How the quotations of all briefs fared, in numbers: what every run says in its last line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from briefgen.model.capture import CaptureList, ListState
from briefgen.model.counts import Counts
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.summed import summed
from briefgen.text import has_words


def count_quotations(corpus: VerifiedCorpus, files: frozenset[str] = frozenset()) -> Counts:
    """Count how the quotations of all briefs fared, and those of pages by hand; or of those in some files."""
    listed = _Listed(corpus.capture_list)
    briefs, pages = (
        [one for one in texts if not files or one.resolved.brief.file.path in files]
        for texts in (corpus.briefs, corpus.pages)
    )
    by_hand = _counted(pages, listed) if pages else None
    return replace(_counted(briefs, listed), by_hand=by_hand)


def _counted(texts: Sequence[VerifiedBrief], listed: "_Listed") -> Counts:
    fates: dict[str, Any] = Counter(fate for text in texts for fate in _fates(text, listed))
    return Counts(len(texts), **fates)


_Fate = Literal["found", "no_capture", "capture_none", "unusable", "unbound"]
"""The fields of Counts that a quotation without a miss can count in."""


class _Listed:
    """What captures.yml says of works."""

    def __init__(self, listed: CaptureList) -> None:
        self.declared = frozenset(entry.key for entry in listed.uncaptured)
        self.known = listed.folded_keys
        self.faulty = listed.state is ListState.FAULTY


@dataclass(frozen=True, slots=True)
class _Fared:
    """How a quotation fared: the keys that it names, and those of the works that it was looked up in."""

    is_found: bool
    is_acknowledged: bool
    is_blank: bool
    keys: tuple[str, ...]
    checked: tuple[str, ...]


def _fates(brief: VerifiedBrief, listed: _Listed) -> Iterator[str]:
    fared, missed, own = _fared(brief)
    for one in fared:
        yield _fate(one, listed)
        if one.is_acknowledged:
            yield "acknowledged"
    yield from ("not_found" for _ in range(missed))
    yield from ("own" for _ in range(own))


@summed
def _fared(brief: VerifiedBrief) -> tuple[tuple[_Fared, ...], int, int]:
    """The quotations of a brief but translations, how many were missed, and how many are its author's own."""
    fared = tuple(
        _Fared(
            one.verified,
            one.verified and has_words(one.quotation.elision_ok),
            not one.quotation.text.strip(),
            one.quotation.keys,
            tuple(check.key for check in one.checks),
        )
        for one in brief.quotations
        if not one.resolved.translation
    )
    return fared, len(brief.missed), len(brief.resolved.own)


def _fate(one: _Fared, listed: _Listed) -> _Fate:
    if one.is_found:
        return "found"
    if one.is_blank:
        return "unusable"
    if not one.keys:
        return "unbound"
    keys = set(one.checked)
    if keys and keys <= listed.declared:
        return "capture_none"
    if not keys or listed.faulty or any(key.casefold() in listed.known for key in keys - listed.declared):
        return "unusable"
    return "no_capture"
