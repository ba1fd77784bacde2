"""The stage that looks every quotation up: in captures whose bytes are what their hash says."""

from dataclasses import replace

from briefgen.diagnostics import Diagnostic, Told
from briefgen.each import Each, one_by_one
from briefgen.later import Later
from briefgen.model.capture import Blob, CaptureList, CaptureRecord, Captures
from briefgen.model.lock import Lock
from briefgen.model.named import Reference
from briefgen.model.work import Bibliography
from briefgen.model.workspace import Corpus, ResolvedBrief, VerifiedCorpus
from briefgen.remembered import remembered
from briefgen.summed import Summaries
from briefgen.unread import VerifiedParts, VerifiedTree, whole_verified
from briefgen.verify.absent import check_absent
from briefgen.verify.captures import read_captures
from briefgen.verify.claims import compare_claims
from briefgen.verify.headlines import check_headlines
from briefgen.verify.lock import LockIndex
from briefgen.verify.needs import Looking
from briefgen.verify.published import carried
from briefgen.verify.quotations import verify_quotation
from briefgen.verify.renamed import report_renamed
from briefgen.verify.same_work import check_same_works
from briefgen.verify.shelf import Shelf
from briefgen.verify.silent import report_silent_changes
from briefgen.verify.sources import Sources
from briefgen.verify.unchecked import not_looked_up, report_unchecked, without_capture


def verify_quotations(
    corpus: Corpus, each: Each = one_by_one, summaries: Summaries | None = None, *, anew: bool = False
) -> Told[VerifiedCorpus]:
    """Check the hash of each capture, then look up each bound quotation, of `each` brief.

    A quotation that is not found is told, and counts as missed. Where the lock says in which place of
    the same capture the words stand, only that place is looked at, unless `anew`.
    """
    findings: list[Diagnostic] = []
    corpus = replace(corpus, workspace=replace(corpus.workspace, lock=carried(corpus.workspace)))
    workspace = corpus.workspace
    records = workspace.capture_list.records
    read = _captures(records, workspace.blobs, workspace.settings.trusted_roots)
    captures = read.value
    findings += read.findings
    findings += _other_works(captures, workspace.works)
    shelf = _shelf(captures, workspace.lock, workspace.capture_list, anew)
    shelf.explain_anew()
    looking = Looking(captures, workspace.lock, anew=anew)
    asked = [(resolved, looking.of(resolved)) for resolved in (*corpus.briefs, *corpus.pages)]
    sources = _sources(captures, workspace.works)
    made = each(lambda one: verify_brief(one[0], shelf, sources), asked, lambda one: one[1])
    every = [
        whole_verified(
            resolved, parts, needs, summaries(needs) if summaries and needs and not parts.is_for_now else None
        )
        for (resolved, needs), parts in zip(asked, made, strict=True)
    ]
    stale = [one for parts in made for one in parts.stale]
    findings += (finding for parts in made for finding in parts.findings)
    unused = [verify_quotation(quotation, "", shelf) for quotation in corpus.unused]
    for one in unused:
        stale += one.stale
        findings += one.findings
    briefs, pages = every[: len(corpus.briefs)], every[len(corpus.briefs) :]
    verified = [place for brief in every for place in not_looked_up(brief)]
    verified += [place for one in unused if one.found for place in without_capture(one.found)]
    report_unchecked(verified, workspace.capture_list, stale, findings.append)
    whole = VerifiedCorpus(corpus, tuple(briefs), captures, tuple(stale), pages=tuple(pages))
    findings += (finding for parts in made[: len(briefs)] for finding in parts.claims)
    return Told(whole, (*findings, *report_renamed(whole), *report_silent_changes(corpus)))


@remembered(Blob)
def _captures(
    records: tuple[CaptureRecord, ...], blobs: tuple[Blob, ...], roots: tuple[Reference, ...]
) -> Told[Captures]:
    findings: list[Diagnostic] = []
    captures = read_captures(records, blobs, findings.append, roots)
    return Told(captures, tuple(findings))


@remembered()
def _shelf(captures: Captures, lock: Lock | None, listed: CaptureList, anew: bool) -> Shelf:
    return Shelf(captures, LockIndex(lock, listed, anew=anew))


@remembered()
def _other_works(captures: Captures, works: Bibliography) -> tuple[Diagnostic, ...]:
    return tuple(check_same_works(captures, works))


@remembered()
def _sources(captures: Captures, works: Bibliography) -> Sources:
    return Sources(captures, works)


@remembered()
def verify_brief(brief: ResolvedBrief, shelf: Shelf, sources: Sources) -> VerifiedParts:
    """Look up all quotations of one brief, and compare what it states, or denies, with what it cites."""
    lookups = [verify_quotation(quotation, brief.slug, shelf) for quotation in brief.quotations]
    found = tuple(one.found for one in lookups if one.found)
    missed = tuple(one.resolved for one in lookups if not one.found)
    stale = tuple(stale for one in lookups for stale in one.stale)
    claims = compare_claims(brief, sources)
    return VerifiedParts(
        Later.of(VerifiedTree(found, missed, claims.value)),
        stale,
        tuple(finding for one in lookups for finding in one.findings),
        (
            *claims.findings,
            *check_absent(brief, sources.captures),
            *check_headlines(found, sources.captures, sources.works),
        ),
        is_for_now=bool(missed or stale),
    )
