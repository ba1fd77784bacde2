"""The stage that looks every quotation up: in captures whose bytes are what their hash says."""

from collections.abc import Mapping, Sequence

from briefgen.diagnostics import Report
from briefgen.model.capture import Capture
from briefgen.model.workspace import (
    Corpus,
    ResolvedBrief,
    ResolvedQuotation,
    VerifiedBrief,
    VerifiedCorpus,
    VerifiedQuotation,
)
from briefgen.verify.captures import read_captures
from briefgen.verify.lock import LockIndex
from briefgen.verify.quotations import Library, verify_quotation
from briefgen.verify.unchecked import report_unchecked


def verify_quotations(corpus: Corpus, report: Report, *, anew: bool = False) -> VerifiedCorpus:
    """Check the hash of each capture, then look up each bound quotation.

    A quotation that is not found is reported, and counts as missed. Where the lock says in which place of
    the same capture the words stand, only that place is looked at, unless `anew`.
    """
    records = corpus.capture_list.records
    captures = read_captures(records, corpus.blobs, report)
    library = Library(_by_key(captures), LockIndex(corpus.lock, records, anew=anew))
    briefs = tuple(_verify_brief(brief, library, report) for brief in corpus.briefs)
    unused, _ = _verify_all(corpus.unused, "", library, report)
    verified = (*(found for brief in briefs for found in brief.quotations), *unused)
    stale = tuple(library.stale)
    report_unchecked(verified, corpus.capture_list, stale, report)
    return VerifiedCorpus(
        corpus.settings,
        briefs,
        corpus.works,
        captures,
        corpus.lock,
        stale,
        corpus.card_kit,
        corpus.capture_list,
    )


def _verify_brief(brief: ResolvedBrief, library: Library, report: Report) -> VerifiedBrief:
    return VerifiedBrief(brief, *_verify_all(brief.quotations, brief.slug, library, report))


def _verify_all(
    quotations: Sequence[ResolvedQuotation], slug: str, library: Library, report: Report
) -> tuple[tuple[VerifiedQuotation, ...], tuple[ResolvedQuotation, ...]]:
    """The quotations that were missed nowhere, and the others."""
    verified: list[VerifiedQuotation] = []
    missed: list[ResolvedQuotation] = []
    for quotation in quotations:
        found = verify_quotation(quotation, slug, library, report)
        if found is None:
            missed.append(quotation)
        else:
            verified.append(found)
    return tuple(verified), tuple(missed)


def _by_key(captures: Sequence[Capture]) -> Mapping[str, tuple[Capture, ...]]:
    grouped: dict[str, tuple[Capture, ...]] = {}
    for capture in captures:
        grouped[capture.key] = (*grouped.get(capture.key, ()), capture)
    return grouped
