"""Whether corrections rest on something else than the work they correct."""

from collections.abc import Mapping, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.box import BoxKind
from briefgen.model.brief import Brief
from briefgen.model.inline import Citation, CitationItem
from briefgen.model.workspace import ResolvedQuotation
from briefgen.resolve.keys import WorkIndex


def check_evidence(
    brief: Brief,
    items: Mapping[Citation, tuple[CitationItem, ...]],
    examined: Sequence[str],
    quotations: Sequence[ResolvedQuotation],
    index: WorkIndex,
    report: Report,
) -> None:
    """Report corrections whose evidence is only the work examined, the one they quote, or copies of these."""
    keys_of = {resolved.quotation.span: resolved.keys for resolved in quotations}
    for finding in brief.findings:
        if finding.kind is not BoxKind.CORRECTION:
            continue
        corrected = [key for passage in finding.passages for key in keys_of.get(passage.quote.span, ())]
        origins = {index.origin(key) for key in (*examined, *corrected)}
        cited = [item.key for citation in finding.evidence for item in items.get(citation, ())]
        if len(cited) < sum(len(citation.items) for citation in finding.evidence):
            continue  # an unknown key is reported, and may be the evidence
        if all(index.origin(key) in origins for key in cited):
            report(
                Diagnostic(
                    rules.CORRECTION_WITHOUT_EVIDENCE,
                    finding.box.span,
                    "this correction cites no work but the one it corrects"
                    if cited
                    else "this correction cites nothing for what it says is right",
                    tuple(
                        f"`{key}` repeats `{index.origin(key)}`"
                        for key in dict.fromkeys(cited)
                        if index.origin(key) != key
                    ),
                    hint="cite a work that is neither the one examined nor a copy of it",
                )
            )
