"""The stage from a workspace to a corpus: keys become works, footnotes get their labels and order."""

from collections.abc import Sequence

from briefgen.diagnostics import Diagnostic, Told
from briefgen.each import Each, Needs, one_by_one
from briefgen.markdown.walk import citations_in, keys_in, walk_blocks
from briefgen.model.block import Block, Box
from briefgen.model.brief import Brief, ContextFile
from briefgen.model.capture import CaptureList
from briefgen.model.quotation import Quotation
from briefgen.model.translation import Translation
from briefgen.model.work import Bibliography
from briefgen.model.workspace import (
    Corpus,
    ResolvedBrief,
    ResolvedQuotation,
    Workspace,
)
from briefgen.remembered import remembered
from briefgen.resolve.by_hand import resolve_page
from briefgen.resolve.footnotes import number_footnotes
from briefgen.resolve.includes import fill_boxes
from briefgen.resolve.independence import check_evidence
from briefgen.resolve.keys import WorkIndex
from briefgen.resolve.needs import Needing, without_needs
from briefgen.resolve.quotations import resolve_quotation
from briefgen.resolve.topics import check_topics
from briefgen.resolve.translations import find_translations
from briefgen.unread import ResolvedParts, parts_of_resolved, whole_resolved


def resolve_citations(workspace: Workspace, each: Each = one_by_one, *, keeps: bool = True) -> Told[Corpus]:
    """Look up every key, fill in context boxes, number footnotes, of `each` brief.

    Unless anybody `keeps` what is made of a brief, from here on, nobody says what it needs.
    """
    findings: list[Diagnostic] = []
    index = WorkIndex(workspace.works, workspace.capture_list, findings.append)
    index.check_records()
    check_topics(workspace.briefs, findings.append)
    translations = find_translations(workspace.briefs, findings.append)
    give = Needing(workspace, index).of if keeps else without_needs
    given = [give(brief, translations.get(brief.slug, ())) for brief in workspace.briefs]
    works, listed, contexts = workspace.works, workspace.capture_list, workspace.contexts
    made = each(
        lambda one: _parts(one.brief, works, listed, contexts, one.translations), given, lambda one: one.needs
    )
    briefs = [whole_resolved(one, parts) for one, parts in zip(given, made, strict=True)]
    findings += (finding for parts in made for finding in parts.findings)
    unused = _resolve_unused(workspace, briefs, index)
    pages = []
    for page in workspace.pages:
        needs = give(page, ()).needs
        resolved = _page(page, works, listed, (*needs, page.front.title, page.front.status) if needs else ())
        pages.append(resolved.value)
        findings += resolved.findings
    return Told(Corpus(workspace, tuple(briefs), unused, tuple(pages)), tuple(findings))


@remembered(Translation)
def _parts(
    brief: Brief,
    works: Bibliography,
    listed: CaptureList,
    contexts: tuple[ContextFile, ...],
    translations: tuple[Translation, ...],
) -> ResolvedParts:
    told = resolve_brief(brief, works, listed, contexts, translations)
    return parts_of_resolved(told.value, told.findings)


@remembered()
def _page(page: Brief, works: Bibliography, listed: CaptureList, needs: Needs) -> Told[ResolvedBrief]:
    return resolve_page(page, works, listed, needs)


def resolve_brief(
    brief: Brief,
    works: Bibliography,
    listed: CaptureList,
    contexts: tuple[ContextFile, ...],
    translations: tuple[Translation, ...],
) -> Told[ResolvedBrief]:
    """Resolve one brief; of the workspace it needs the bibliography, the captures' list and the boxes."""
    findings: list[Diagnostic] = []
    index = WorkIndex(works, listed, findings.append)
    blocks, included = fill_boxes(brief, contexts, findings.append)
    quotations = _all_quotations(brief, included)
    items = {citation: index.items(citation) for citation in citations_in(blocks)}
    _check_of(blocks, index)
    index.check_brackets(blocks)
    citations, footnotes = number_footnotes(blocks, items, quotations)
    examined = index.named(brief.front.about)
    resolved = tuple(resolve_quotation(quotation, brief.front.lang, index) for quotation in quotations)
    check_evidence(brief, items, examined, resolved, index, findings.append)
    index.check_status(item for group in items.values() for item in group)
    cited = (item.key for group in items.values() for item in group)
    files: tuple[str, ...] = (brief.file.path,) if blocks else ()
    named = brief.named
    if blocks is not brief.blocks:  # its boxes were filled from other files
        files = tuple(dict.fromkeys(block.span.path for block in walk_blocks(blocks)))
        named = tuple(sorted(keys_in(blocks) | {one.name for one in brief.front.about}))
    whole = ResolvedBrief(
        brief=brief,
        blocks=blocks,
        citations=citations,
        footnotes=footnotes,
        quotations=resolved,
        findings=brief.findings,
        works=tuple(dict.fromkeys((*cited, *examined))),
        examined=examined,
        translations=translations,
        own=(*brief.own, *(span for context in included for span in context.own)),
        files=files,
        named=named,
    )
    return Told(whole, tuple(findings))


def _resolve_unused(
    workspace: Workspace, briefs: Sequence[ResolvedBrief], index: WorkIndex
) -> tuple[ResolvedQuotation, ...]:
    """Check a box no brief includes all the same, and hand on its quotations: it may be included tomorrow."""
    if not workspace.contexts:
        return ()
    used = {path for brief in briefs for path in brief.files}
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
            index.knows(pair.value, pair.span)


def _all_quotations(brief: Brief, included: Sequence[ContextFile]) -> tuple[Quotation, ...]:
    return (*brief.quotations, *(quotation for context in included for quotation in context.quotations))
