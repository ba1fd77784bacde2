"""The stages over files that lie nowhere."""

from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.project import ProjectFiles
from briefgen.model.workspace import VerifiedCorpus
from briefgen.parse import parse_workspace
from briefgen.resolve import resolve_citations
from briefgen.verify import verify_quotations


def verified(files: ProjectFiles) -> Told[VerifiedCorpus]:
    """Everything up to the looking up, with all findings."""
    workspace = parse_workspace(files)
    corpus = resolve_citations(workspace.value)
    looked_up = verify_quotations(corpus.value)
    return Told(looked_up.value, (*workspace.findings, *corpus.findings, *looked_up.findings))


def unexpected(findings: tuple[Diagnostic, ...]) -> None:
    """Fail over any finding."""
    assert findings == ()
