"""The stage that weighs what briefs say against what they cite: numbers, and findings beyond the limits."""

from collections.abc import Iterable, Iterator

from briefgen import rules
from briefgen.coverage.counts import count_quotations
from briefgen.coverage.measure import (
    BriefCoverage,
    Excerpts,
    Origins,
    measure_briefs,
    measure_excerpts,
)
from briefgen.coverage.to_come import dates_to_come
from briefgen.coverage.works import WorkUse, measure_works
from briefgen.diagnostics import Diagnostic
from briefgen.model.box import BoxKind
from briefgen.model.capture import Publish
from briefgen.model.layout import pages
from briefgen.model.settings import CoverageLimits
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.summed import summed
from briefgen.text import Span

__all__ = [
    "BriefCoverage",
    "Excerpts",
    "WorkUse",
    "check_coverage",
    "count_quotations",
    "dates_to_come",
    "measure_briefs",
    "measure_excerpts",
    "measure_works",
]


def check_coverage(corpus: VerifiedCorpus) -> tuple[Diagnostic, ...]:
    """What goes beyond the limits in the settings, and citations that only seem to be several."""
    return tuple(_findings(corpus))


def _findings(corpus: VerifiedCorpus) -> Iterator[Diagnostic]:
    limits = corpus.settings.limits
    origins = Origins(corpus.captures)
    for brief in corpus.briefs:
        yield from _one_origin(brief, origins)
    per_brief = (limits.uncited_figures, limits.unquoted_captures, limits.unquoted_sentences)
    if any(limit is not None for limit in per_brief):
        for coverage in measure_briefs(corpus):
            yield from _uncited(coverage, limits)
            yield from _unquoted(coverage, limits)
            yield from _retold(coverage, limits)
    if limits.excerpt_words is not None or limits.excerpt_share is not None:
        for excerpts in measure_excerpts(corpus):
            yield from _excerpt_budget(excerpts, limits)


def _uncited(coverage: BriefCoverage, limits: CoverageLimits) -> Iterator[Diagnostic]:
    if limits.uncited_figures is None or len(coverage.uncited) <= limits.uncited_figures:
        return
    for unit in coverage.uncited:
        yield Diagnostic(
            rules.FIGURE_UNCITED,
            unit.span,
            "here stands a figure or a date, and nothing is cited for it",
            (
                f"such paragraphs in this brief: {len(coverage.uncited)} of {coverage.figures} with figures; "
                f"`uncited_figures` in mkdocs.yml allows {limits.uncited_figures}",
            ),
            "cite what it rests on: `[@key]`",
        )


def _unquoted(coverage: BriefCoverage, limits: CoverageLimits) -> Iterator[Diagnostic]:
    if limits.unquoted_captures is None or len(coverage.unquoted) <= limits.unquoted_captures:
        return
    first = {
        item.key: item.key_span
        for citation in reversed(coverage.brief.resolved.citations)
        for item in reversed(citation.items)
    }
    for key in coverage.unquoted:
        yield Diagnostic(
            rules.CAPTURE_UNQUOTED,
            first[key],
            f"`{key}` has a capture, and this brief quotes nothing from it",
            (f"such works in this brief: {len(coverage.unquoted)} of {coverage.captured} with a capture",),
            'say which words it rests on: `[@key, "the exact words"]`',
        )


def _retold(coverage: BriefCoverage, limits: CoverageLimits) -> Iterator[Diagnostic]:
    if limits.unquoted_sentences is None or len(coverage.retold) <= limits.unquoted_sentences:
        return
    for span in coverage.retold:
        yield Diagnostic(
            rules.SENTENCE_UNQUOTED,
            span,
            "this is cited, and no words are quoted for it",
            (
                f"such sentences in this brief: {len(coverage.retold)} of {coverage.sentences} that cite; "
                f"`unquoted_sentences` in mkdocs.yml allows {limits.unquoted_sentences}",
            ),
            'say which words it rests on: `[@key, "the exact words"]`',
        )


@summed
def _citing_several(brief: VerifiedBrief) -> tuple[tuple[Span, tuple[str, ...], str], ...]:
    """Where several works are cited together: the place, their keys, and words for it."""
    items = {citation.citation: citation.items for citation in brief.resolved.citations}
    places = [(citation.span, [citation], "this citation names") for citation in items]
    for finding in brief.resolved.findings:
        if finding.kind is BoxKind.CORRECTION and len(finding.evidence) > 1:
            places.append((finding.box.span, list(finding.evidence), "the evidence of this correction is"))
    named = (
        (span, tuple(dict.fromkeys(item.key for one in citations for item in items.get(one, ()))), subject)
        for span, citations, subject in places
    )
    return tuple(one for one in named if len(one[1]) > 1)


def _one_origin(brief: VerifiedBrief, origins: Origins) -> Iterator[Diagnostic]:
    """Several works of a citation, or of a correction's evidence, that all repeat one."""
    for span, keys, subject in _citing_several(brief):
        first = {origins.of(key) for key in keys}
        if len(first) == 1:
            yield Diagnostic(
                rules.ONE_ORIGIN,
                span,
                f"{subject} {len(keys)} works of 1 origin",
                _who_repeats(keys, *first),
                "cite something that does not repeat it, or only the origin",
            )


def _who_repeats(keys: Iterable[str], origin: str) -> tuple[str, ...]:
    return tuple(f"`{key}` repeats `{origin}`" for key in keys if key != origin)


def _excerpt_budget(excerpts: Excerpts, limits: CoverageLimits) -> Iterator[Diagnostic]:
    record = excerpts.capture.record
    if record.publish is Publish.FULL:
        return
    allowed = []
    if limits.excerpt_words is not None and excerpts.words > limits.excerpt_words:
        allowed.append(f"{limits.excerpt_words} words (`excerpt_words`)")
    if limits.excerpt_share is not None and excerpts.share > limits.excerpt_share:
        allowed.append(f"{limits.excerpt_share} % (`excerpt_share`)")
    if allowed:
        yield Diagnostic(
            rules.EXCERPT_BUDGET,
            record.key_span,
            f"{excerpts.words} of the {excerpts.of} words of this capture are published, {excerpts.share} %",
            (
                f"mkdocs.yml allows {' and '.join(allowed)}",
                *(
                    f"{pages.brief_path(slug).removesuffix(pages.ENDING)}: {words} words"
                    for slug, words in excerpts.briefs
                ),
            ),
            "quote less of it, or raise the limit",
        )
