"""Our values as the protocol has them."""

from collections.abc import Callable, Iterable

from lsprotocol import types as lsp

from briefgen.diagnostics import Diagnostic, Edit, Severity
from briefgen.language_server.asked import Offer, Offered, Offers
from briefgen.language_server.hovering import Said
from briefgen.language_server.mending import Mending
from briefgen.language_server.outlining import Part, PartKind
from briefgen.language_server.positions import Encoding, range_of
from briefgen.language_server.renaming import Renamed
from briefgen.terminal.visible import visible
from briefgen.text import Span

UriOf = Callable[[str], str]
"""How an editor calls a file, by its path in the project."""

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
}


def range_on_wire(span: Span, encoding: Encoding) -> lsp.Range:
    """A span as a range."""
    here = range_of(span, encoding)
    return lsp.Range(
        lsp.Position(here.start.line, here.start.character), lsp.Position(here.end.line, here.end.character)
    )


def diagnostic_of(finding: Diagnostic, encoding: Encoding) -> lsp.Diagnostic:
    """A finding, its notes and its way out below its message."""
    return lsp.Diagnostic(
        range=range_on_wire(finding.span, encoding),
        severity=_SEVERITIES.get(finding.severity, lsp.DiagnosticSeverity.Information),
        code=finding.rule.code,
        source="briefgen",
        message=message_of(finding),
        data={"name": finding.rule.name, "draft": finding.of_draft},
    )


def message_of(finding: Diagnostic) -> str:
    """All words of a finding, a line each part."""
    first = f"{finding.message} (in a draft: this stops nothing)" if finding.of_draft else finding.message
    hint = () if finding.hint is None else (f"help: {finding.hint}",)
    return "\n".join(visible(line) for part in (first, *finding.notes, *hint) for line in part.split("\n"))


_SORTS = {
    Offered.WORK: lsp.CompletionItemKind.Reference,
    Offered.BOX: lsp.CompletionItemKind.Class,
    Offered.NAME: lsp.CompletionItemKind.Value,
    Offered.FILE: lsp.CompletionItemKind.File,
    Offered.WORDS: lsp.CompletionItemKind.Text,
    Offered.KEY: lsp.CompletionItemKind.Property,
    Offered.VALUE: lsp.CompletionItemKind.EnumMember,
}


def completions_on_wire(offers: Offers, encoding: Encoding) -> lsp.CompletionList:
    """What may be written, in our order."""
    items = [_item(offer, number, encoding) for number, offer in enumerate(offers.offers)]
    return lsp.CompletionList(is_incomplete=offers.more, items=items)


def _item(offer: Offer, number: int, encoding: Encoding) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        label=offer.label,
        kind=_SORTS[offer.sort],
        detail=offer.detail or None,
        documentation=offer.about or None,
        filter_text=offer.filter or None,
        sort_text=f"{number:05}",
        text_edit=lsp.TextEdit(range_on_wire(offer.span, encoding), offer.text),
    )


def hover_on_wire(said: Said | None, encoding: Encoding) -> lsp.Hover | None:
    """What is said of a name: as plain text, so that nothing of an author's acts."""
    if said is None:
        return None
    contents = lsp.MarkupContent(lsp.MarkupKind.PlainText, said.text)
    return lsp.Hover(contents, range_on_wire(said.span, encoding))


def places_on_wire(spans: Iterable[Span], uri_of: UriOf, encoding: Encoding) -> list[lsp.Location]:
    """Places in files."""
    return [lsp.Location(uri_of(one.path), range_on_wire(one, encoding)) for one in spans]


def edits_on_wire(edits: Iterable[Edit], uri_of: UriOf, encoding: Encoding) -> lsp.WorkspaceEdit:
    """Edits of files."""
    changes: dict[str, list[lsp.TextEdit]] = {}
    for edit in edits:
        made = lsp.TextEdit(range_on_wire(edit.span, encoding), edit.text)
        changes.setdefault(uri_of(edit.span.path), []).append(made)
    return lsp.WorkspaceEdit(changes=changes)


def renamed_on_wire(renamed: Renamed, uri_of: UriOf, encoding: Encoding) -> lsp.WorkspaceEdit:
    """Edits of files, and then another name for one of them."""
    edit = edits_on_wire(renamed.edits, uri_of, encoding)
    if renamed.file is None:
        return edit
    changes: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = [
        lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri), list(edits))
        for uri, edits in (edit.changes or {}).items()
    ]
    before, after = renamed.file
    changes.append(lsp.RenameFile(uri_of(before), uri_of(after)))
    return lsp.WorkspaceEdit(document_changes=changes)


def mending_on_wire(mending: Mending, uri_of: UriOf, encoding: Encoding) -> lsp.CodeAction:
    """A way out of a finding."""
    return lsp.CodeAction(
        title=visible(mending.title),
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic_of(mending.finding, encoding)],
        edit=edits_on_wire(mending.edits, uri_of, encoding),
    )


_PARTS = {PartKind.HEADING: lsp.SymbolKind.String, PartKind.BOX: lsp.SymbolKind.Object}


def part_on_wire(part: Part, encoding: Encoding) -> lsp.DocumentSymbol:
    """A part of a text."""
    return lsp.DocumentSymbol(
        name=visible(part.title),
        kind=_PARTS[part.kind],
        range=range_on_wire(part.span, encoding),
        selection_range=range_on_wire(part.head, encoding),
        children=[part_on_wire(one, encoding) for one in part.parts],
    )
