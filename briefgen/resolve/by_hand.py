"""A page by hand that cites, resolved: its citations and what they quote."""

from briefgen.diagnostics import Diagnostic, Told
from briefgen.each import Needs
from briefgen.markdown.walk import citations_in
from briefgen.model.brief import Brief
from briefgen.model.capture import CaptureList
from briefgen.model.work import Bibliography
from briefgen.model.workspace import ResolvedBrief
from briefgen.resolve.footnotes import number_footnotes
from briefgen.resolve.keys import WorkIndex
from briefgen.resolve.quotations import resolve_quotation


def resolve_page(
    page: Brief, works: Bibliography, listed: CaptureList, needs: Needs = ()
) -> Told[ResolvedBrief]:
    """Resolve one page; a key that no work has is told."""
    findings: list[Diagnostic] = []
    index = WorkIndex(works, listed, findings.append)
    items = {citation: index.items(citation) for citation in citations_in(page.blocks)}
    citations, footnotes = number_footnotes(page.blocks, items, page.quotations)
    index.check_status(item for group in items.values() for item in group)
    resolved = ResolvedBrief(
        brief=page,
        blocks=page.blocks,
        citations=citations,
        footnotes=footnotes,
        quotations=tuple(resolve_quotation(one, page.front.lang, index) for one in page.quotations),
        findings=(),
        works=tuple(dict.fromkeys(item.key for group in items.values() for item in group)),
        examined=(),
        translations=(),
        files=(page.file.path,),
        named=page.named,
        needs=needs,
    )
    return Told(resolved, tuple(findings))
