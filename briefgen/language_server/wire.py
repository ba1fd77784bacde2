"""Our values as the protocol has them."""

from lsprotocol import types as lsp

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.language_server.positions import Encoding, range_of
from briefgen.terminal.visible import visible
from briefgen.text import Span

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
