"""Findings as one line each, as compilers print them: editors and scripts read the place from it."""

from briefgen.terminal.outcome import Outcome
from briefgen.terminal.visible import visible


def written(outcome: Outcome) -> str:
    """``path:line:column: severity[code] name: message`` for each finding."""
    return "".join(
        f"{visible(one.span.path)}:{one.span.line}:{one.span.column}: "
        f"{one.severity}[{one.rule.code}] {one.rule.name}: {visible(one.message)}\n"
        for one in outcome.findings
    )
