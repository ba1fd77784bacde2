"""What a page is told of findings: those of its own, and how many there are elsewhere."""

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.layout import site as at
from briefgen.model.layout.pages import ENDING, INDEX
from briefgen.serving.session import View


def told_of(view: View, place: str) -> dict[str, object]:
    """What the page at a place of the site is told, as data."""
    path = page_at(view, place)
    others = [one for page, findings in view.findings.items() if page != path for one in findings]
    return {
        "why": view.why,
        "kept": path in view.kept,
        "here": [_shown(finding) for finding in view.findings.get(path, ())],
        "elsewhere": [_shown(finding) for finding in (*view.elsewhere, *others)],
    }


def page_at(view: View, place: str) -> str:
    """The path in ``docs/`` of the page at a place: ``briefs/a.md`` of ``briefs/a/index.html``."""
    plain = place.removesuffix(at.PAGE_ENDING)
    folder = plain.removesuffix("/index").removesuffix("index")
    guesses = (f"{plain}{ENDING}", f"{folder}{ENDING}", f"{folder}/{INDEX}".lstrip("/"))
    return next((path for path in guesses if path in view.findings or path in view.kept), guesses[0])


def _shown(finding: Diagnostic) -> dict[str, object]:
    span = finding.span
    line = span.file.line_text(span.line) if span.file.text else ""
    return {
        "place": f"{span.path}:{span.line}:{span.column}",
        "severity": str(finding.severity),
        "is_error": finding.severity is Severity.ERROR,
        "of_draft": finding.of_draft,
        "rule": f"{finding.rule.code} {finding.rule.name}",
        "message": finding.message,
        "line": line[:400],
        "notes": list(finding.notes),
        "hint": finding.hint or "",
    }
