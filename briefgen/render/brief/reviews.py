"""Corrections as schema.org has them: a `ClaimReview` for each wrong passage, and for nothing else."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from briefgen.catalogue import words_for
from briefgen.markdown.plain import block_text, plain_text, without_citations
from briefgen.model.box import BoxKind
from briefgen.model.finding import Finding
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.brief.works_for_machines import work_object
from briefgen.text import Span


def claim_reviews(brief: VerifiedBrief, corpus: VerifiedCorpus, address: str) -> Sequence[dict[str, object]]:
    """What is wrong in the works examined; the verdict stands in the rating alone."""
    works = _Works(brief)
    return [
        review
        for finding in brief.resolved.findings
        if finding.kind is BoxKind.CORRECTION
        for review in _of_finding(finding, works, corpus, address)
    ]


def _of_finding(
    finding: Finding, works: "_Works", corpus: VerifiedCorpus, address: str
) -> Iterator[dict[str, object]]:
    front, settings = works.brief.front, corpus.settings
    right = " ".join(plain_text(without_citations(finding.statement.children)).split())
    for passage in finding.passages:
        key = works.of(passage.quote.span)
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


class _Works:
    """The works that the passages of a brief were quoted from."""

    def __init__(self, brief: VerifiedBrief) -> None:
        self.brief = brief
        file = brief.resolved.brief.file
        places = ((one.quotation.span, number, one) for number, one in enumerate(brief.quotations))
        ours = [(span.start, number, span.end, one) for span, number, one in places if span.file == file]
        self._quotations = sorted(ours, key=itemgetter(0, 1))

    def of(self, passage: Span) -> str:
        """The work that a passage was quoted from, or that the brief examines."""
        first = bisect_left(self._quotations, passage.start, key=itemgetter(0))
        last = bisect_right(self._quotations, passage.end, key=itemgetter(0))
        inside = [(number, one) for _, number, end, one in self._quotations[first:last] if end <= passage.end]
        if inside:
            return next(iter(min(inside, key=itemgetter(0))[1].resolved.keys), "")
        return self.brief.resolved.examined[0] if self.brief.resolved.examined else ""
