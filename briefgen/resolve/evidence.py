"""Whether corrections rest on something else than the work they correct."""

from collections.abc import Mapping, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.box import BoxKind
from briefgen.model.brief import Brief
from briefgen.model.inline import Citation
from briefgen.model.work import Work
from briefgen.model.workspace import ResolvedItem, ResolvedQuotation
from briefgen.resolve.keys import WorkIndex


def check_evidence(
    brief: Brief,
    items: Mapping[Citation, tuple[ResolvedItem, ...]],
    examined: Sequence[Work],
    quotations: Sequence[ResolvedQuotation],
    index: WorkIndex,
    report: Report,
) -> None:
    """Report corrections whose evidence is only the work examined, the one they quote, or copies of these."""
    works_of = {resolved.quotation.span: resolved.works for resolved in quotations}
    for finding in brief.findings:
        if finding.kind is not BoxKind.CORRECTION:
            continue
        corrected = [work for passage in finding.passages for work in works_of.get(passage.quote.span, ())]
        origins = {index.origin(work.key) for work in (*examined, *corrected)}
        cited = [item.work for citation in finding.evidence for item in items.get(citation, ())]
        if len(cited) < sum(len(citation.items) for citation in finding.evidence):
            continue  # an unknown key is reported, and may be the evidence
        if all(index.origin(work.key) in origins for work in cited):
            report(
                Diagnostic(
                    rules.CORRECTION_WITHOUT_EVIDENCE,
                    finding.box.span,
                    "this correction cites no work but the one it corrects"
                    if cited
                    else "this correction cites nothing for what it says is right",
                    tuple(
                        f"`{work.key}` repeats `{index.origin(work.key)}`"
                        for work in dict.fromkeys(cited)
                        if index.origin(work.key) != work.key
                    ),
                    hint="cite a work that is neither the one examined nor a copy of it",
                )
            )
