"""Corrections as schema.org has them: a `ClaimReview` for each wrong passage, and for nothing else."""

from collections.abc import Iterator, Sequence

from briefgen.catalogue import words_for
from briefgen.markdown.plain import block_text, plain_text, without_citations
from briefgen.model.box import BoxKind
from briefgen.model.finding import Finding
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.brief.works_for_machines import work_object


def claim_reviews(brief: VerifiedBrief, corpus: VerifiedCorpus, address: str) -> Sequence[dict[str, object]]:
    """What is wrong in the works examined; the verdict stands in the rating alone."""
    return [
        review
        for finding in brief.resolved.findings
        if finding.kind is BoxKind.CORRECTION
        for review in _of_finding(finding, brief, corpus, address)
    ]


def _of_finding(
    finding: Finding, brief: VerifiedBrief, corpus: VerifiedCorpus, address: str
) -> Iterator[dict[str, object]]:
    front, settings = brief.front, corpus.settings
    right = " ".join(plain_text(without_citations(finding.statement.children)).split())
    for passage in finding.passages:
        key = _work_of(passage.quote.span.start, passage.quote.span.end, brief)
        claim: dict[str, object] = {"@type": "Claim", "inLanguage": front.lang}
        work = corpus.works.get(key)
        if work is not None:
            claim["appearance"] = work_object(work)
            claim["inLanguage"] = work.language or front.lang
            claim |= {"datePublished": work.date.iso()} if work.date else {}
        review: dict[str, object] = {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "claimReviewed": " ".join(block_text(passage.quote).split()),
            "datePublished": front.date,
            "dateModified": front.changed,
            "inLanguage": front.lang,
            "author": _publisher(settings),
            "itemReviewed": claim,
            "reviewRating": {
                "@type": "Rating",
                "alternateName": words_for(front.lang).verdicts[finding.verdict],
                "ratingExplanation": right,
            },
        }
        if address:
            review["url"] = f"{address}#{finding.identifier}" if finding.identifier else address
        yield review


def _publisher(settings: Settings) -> dict[str, object]:
    said: dict[str, object] = {"@type": "Organization", "name": settings.publisher or settings.site_name}
    return said | ({"url": settings.site_url} if settings.site_url else {})


def _work_of(start: int, end: int, brief: VerifiedBrief) -> str:
    """The work that a passage was quoted from, or that the brief examines."""
    for quotation in brief.quotations:
        span = quotation.quotation.span
        if span.file == brief.resolved.brief.file and start <= span.start and span.end <= end:
            return next(iter(quotation.resolved.keys), "")
    return brief.resolved.examined[0] if brief.resolved.examined else ""
