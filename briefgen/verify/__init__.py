"""The stage that looks every quotation up: in captures whose bytes are what their hash says."""

from collections.abc import Mapping, Sequence

from briefgen.diagnostics import Report
from briefgen.model.capture import Capture
from briefgen.model.workspace import Corpus, VerifiedBrief, VerifiedCorpus
from briefgen.verify.captures import read_captures
from briefgen.verify.lock import LockIndex
from briefgen.verify.quotations import Library, verify_quotation


def verify_quotations(corpus: Corpus, report: Report, *, anew: bool = False) -> VerifiedCorpus:
    """Check the hash of each capture, then look up each bound quotation.

    A quotation that is not found is reported and left out of the result. Where the lock says in which place
    of the same capture the words stand, only that place is looked at, unless `anew`.
    """
    captures = read_captures(corpus.records, corpus.blobs, report)
    library = Library(_by_key(captures), LockIndex(corpus.lock, corpus.records, anew=anew))
    briefs = tuple(
        VerifiedBrief(
            brief,
            tuple(
                verified
                for quotation in brief.quotations
                if (verified := verify_quotation(quotation, brief.slug, library, report)) is not None
            ),
        )
        for brief in corpus.briefs
    )
    for quotation in corpus.unused:
        verify_quotation(quotation, "", library, report)
    stale = tuple(library.stale)
    return VerifiedCorpus(
        corpus.settings, briefs, corpus.works, captures, corpus.lock, stale, corpus.card_kit
    )


def _by_key(captures: Sequence[Capture]) -> Mapping[str, tuple[Capture, ...]]:
    grouped: dict[str, tuple[Capture, ...]] = {}
    for capture in captures:
        grouped[capture.key] = (*grouped.get(capture.key, ()), capture)
    return grouped
