"""Briefs with an error, which are not rendered."""

from collections.abc import Iterable
from dataclasses import replace

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus


def without_faulty(corpus: VerifiedCorpus, findings: Iterable[Diagnostic]) -> VerifiedCorpus:
    """The corpus without the briefs and pages that have an error: what is rendered is whole."""
    faulty = {finding.span.path for finding in findings if finding.severity is Severity.ERROR}
    if not faulty:
        return corpus
    briefs = tuple(brief for brief in corpus.briefs if not _is_faulty(brief, faulty))
    return replace(
        corpus, briefs=briefs, pages=tuple(one for one in corpus.pages if not _is_faulty(one, faulty))
    )


def _is_faulty(brief: VerifiedBrief, faulty: set[str]) -> bool:
    """Whether an error was found in a brief's file or in that of a context box it includes."""
    return not faulty.isdisjoint({brief.resolved.brief.file.path, *brief.resolved.files})
