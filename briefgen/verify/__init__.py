"""The stage that looks every quotation up: in captures whose bytes are what their hash says."""

from dataclasses import replace

from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.capture import Blob, CaptureList, CaptureRecord, Captures
from briefgen.model.lock import Lock
from briefgen.model.work import Bibliography
from briefgen.model.workspace import (
    Corpus,
    ResolvedBrief,
    StaleQuotation,
    VerifiedBrief,
    VerifiedCorpus,
)
from briefgen.remembered import remembered
from briefgen.verify.captures import read_captures
from briefgen.verify.claims import Sources, check_claims
from briefgen.verify.lock import LockIndex
from briefgen.verify.published import carried
from briefgen.verify.quotations import verify_quotation
from briefgen.verify.renamed import report_renamed
from briefgen.verify.shelf import Shelf
from briefgen.verify.silent import report_silent_changes
from briefgen.verify.unchecked import report_unchecked


def verify_quotations(corpus: Corpus, *, anew: bool = False) -> Told[VerifiedCorpus]:
    """Check the hash of each capture, then look up each bound quotation.

    A quotation that is not found is told, and counts as missed. Where the lock says in which place of
    the same capture the words stand, only that place is looked at, unless `anew`.
    """
    findings: list[Diagnostic] = []
    corpus = replace(corpus, workspace=replace(corpus.workspace, lock=carried(corpus.workspace)))
    workspace = corpus.workspace
    records = workspace.capture_list.records
    read = _captures(records, workspace.blobs)
    captures = read.value
    findings += read.findings
    shelf = _shelf(captures, workspace.lock, workspace.capture_list, anew)
    shelf.explain_anew()
    briefs: list[VerifiedBrief] = []
    stale: list[StaleQuotation] = []
    for resolved in corpus.briefs:
        brief = verify_brief(resolved, shelf)
        briefs.append(brief.value[0])
        stale += brief.value[1]
        findings += brief.findings
    unused = [verify_quotation(quotation, "", shelf) for quotation in corpus.unused]
    for one in unused:
        stale += one.stale
        findings += one.findings
    verified = [found for brief in briefs for found in brief.quotations]
    verified += [one.found for one in unused if one.found]
    report_unchecked(verified, workspace.capture_list, stale, findings.append)
    whole = VerifiedCorpus(corpus, tuple(briefs), captures, tuple(stale))
    sources = _sources(captures, workspace.works)
    findings += (one for resolved in corpus.briefs for one in brief_claims(resolved, sources))
    return Told(whole, (*findings, *report_renamed(whole), *report_silent_changes(corpus)))


@remembered(Blob)
def _captures(records: tuple[CaptureRecord, ...], blobs: tuple[Blob, ...]) -> Told[Captures]:
    findings: list[Diagnostic] = []
    captures = read_captures(records, blobs, findings.append)
    return Told(captures, tuple(findings))


@remembered()
def _shelf(captures: Captures, lock: Lock | None, listed: CaptureList, anew: bool) -> Shelf:
    return Shelf(captures, LockIndex(lock, listed, anew=anew))


@remembered()
def _sources(captures: Captures, works: Bibliography) -> Sources:
    return Sources(captures, works)


@remembered()
def brief_claims(brief: ResolvedBrief, sources: Sources) -> tuple[Diagnostic, ...]:
    """What the sentences of one brief state, and no capture of what they cite does."""
    return tuple(check_claims(brief, sources))


@remembered()
def verify_brief(
    brief: ResolvedBrief, shelf: Shelf
) -> Told[tuple[VerifiedBrief, tuple[StaleQuotation, ...]]]:
    """Look up all quotations of one brief; beside it those that were locked with another capture."""
    lookups = [verify_quotation(quotation, brief.slug, shelf) for quotation in brief.quotations]
    verified = VerifiedBrief(
        brief,
        tuple(one.found for one in lookups if one.found),
        tuple(one.resolved for one in lookups if not one.found),
    )
    stale = tuple(stale for one in lookups for stale in one.stale)
    return Told((verified, stale), tuple(finding for one in lookups for finding in one.findings))
