"""The stage from a workspace to a corpus: keys become works, footnotes get their labels and order."""

from collections.abc import Sequence

from briefgen.diagnostics import Report
from briefgen.markdown.walk import citations_in, walk_blocks
from briefgen.model.block import Block, Box
from briefgen.model.brief import Brief, ContextFile
from briefgen.model.inline import Citation
from briefgen.model.quotation import Quotation
from briefgen.model.work import Work
from briefgen.model.workspace import (
    Corpus,
    ResolvedBrief,
    ResolvedItem,
    ResolvedQuotation,
    Translation,
    Workspace,
)
from briefgen.resolve.evidence import check_evidence
from briefgen.resolve.footnotes import number_footnotes
from briefgen.resolve.includes import fill_boxes
from briefgen.resolve.keys import WorkIndex
from briefgen.resolve.quotations import resolve_quotation
from briefgen.resolve.topics import check_topics
from briefgen.resolve.translations import find_translations


def resolve_citations(workspace: Workspace, report: Report) -> Corpus:
    """Look up every key, fill in context boxes, number footnotes."""
    index = WorkIndex(workspace.works, workspace.capture_list, report)
    index.check_records()
    check_topics(workspace.briefs, report)
    translations = find_translations(workspace.briefs, report)
    briefs = tuple(
        _resolve_brief(brief, workspace, index, report, translations) for brief in workspace.briefs
    )
    unused = _resolve_unused(workspace, briefs, index)
    return Corpus(
        workspace.settings,
        briefs,
        unused,
        workspace.works,
        workspace.capture_list,
        workspace.blobs,
        workspace.lock,
        workspace.card_kit,
    )


def _resolve_brief(
    brief: Brief,
    workspace: Workspace,
    index: WorkIndex,
    report: Report,
    translations: dict[str, tuple[Translation, ...]],
) -> ResolvedBrief:
    blocks, included = fill_boxes(brief, workspace.contexts, report)
    quotations = _all_quotations(brief, included)
    items: dict[Citation, tuple[ResolvedItem, ...]] = {
        citation: index.items(citation) for citation in citations_in(blocks)
    }
    _check_of(blocks, index)
    index.check_brackets(blocks)
    citations, footnotes = number_footnotes(blocks, items, quotations)
    examined = tuple(work for name in brief.front.about if (work := index.named(name)) is not None)
    resolved = tuple(resolve_quotation(quotation, brief.front.lang, index) for quotation in quotations)
    check_evidence(brief, items, examined, resolved, index, report)
    return ResolvedBrief(
        brief=brief,
        blocks=blocks,
        citations=citations,
        footnotes=footnotes,
        quotations=resolved,
        findings=brief.findings,
        works=_distinct([*(item.work for group in items.values() for item in group), *examined]),
        examined=examined,
        translations=translations.get(brief.slug, ()),
        own=(*brief.own, *(span for context in included for span in context.own)),
    )


def _resolve_unused(
    workspace: Workspace, briefs: Sequence[ResolvedBrief], index: WorkIndex
) -> tuple[ResolvedQuotation, ...]:
    """Check a box no brief includes all the same, and hand on its quotations: it may be included tomorrow."""
    used = {block.span.path for brief in briefs for block in walk_blocks(brief.blocks)}
    quotations: list[ResolvedQuotation] = []
    for context in workspace.contexts:
        if context.file.path in used:
            continue
        for citation in citations_in(context.blocks):
            index.items(citation)
        _check_of(context.blocks, index)
        index.check_brackets(context.blocks)
        quotations += (resolve_quotation(quotation, context.lang, index) for quotation in context.quotations)
    return tuple(quotations)


def _check_of(blocks: Sequence[Block], index: WorkIndex) -> None:
    """Report boxes whose ``of=`` names an unknown work."""
    for block in walk_blocks(blocks):
        if isinstance(block, Box) and (pair := block.attributes.get("of")):
            index.get(pair.value, pair.span)


def _all_quotations(brief: Brief, included: Sequence[ContextFile]) -> tuple[Quotation, ...]:
    return (*brief.quotations, *(quotation for context in included for quotation in context.quotations))


def _distinct(works: Sequence[Work]) -> tuple[Work, ...]:
    return tuple({work.key: work for work in works}.values())
