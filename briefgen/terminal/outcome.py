"""Findings, whatever the format: their order, their number, and what a run with them ends with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.layout.project import format_of_works
from briefgen.terminal.speak import CLEAN, FINDINGS
from briefgen.terminal.visible import counted

if TYPE_CHECKING:
    from briefgen.model.counts import Counts, LockState


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, as a format is given it: its findings in order, each once, and what was counted.

    `colour`: whether it is for a terminal that may be sent colours.
    """

    findings: tuple[Diagnostic, ...]
    counts: "Counts"
    lock: "LockState"
    colour: bool = False


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings by place, those of the bibliography first, then by code; of those that say the same of one
    place, one."""
    keyed = {
        (
            not format_of_works(finding.span.path),
            finding.span.path,
            finding.span.start,
            finding.rule.code,
            finding.span.end,
            finding.message,
            finding.notes,
            finding.hint or "",
        ): finding
        for finding in findings
    }
    return tuple(keyed[key] for key in sorted(keyed))


def summary(findings: Iterable[Diagnostic]) -> str:
    """How many findings there are, as one line: ``2 errors, 1 warning in 3 files``."""
    ordered = in_order(findings)
    if not ordered:
        return "no findings\n"
    numbers = ((sum(finding.severity is severity for finding in ordered), severity) for severity in Severity)
    what = ", ".join(counted(number, severity) for number, severity in numbers if number)
    of_drafts = sum(finding.of_draft for finding in ordered)
    held = f" ({of_drafts} in drafts, which stops nothing)" if of_drafts else ""
    return f"{what} in {counted(len({finding.span.path for finding in ordered}), 'file')}{held}\n"


def has_error(findings: Iterable[Diagnostic]) -> bool:
    """Whether one of the findings is an error, outside of drafts."""
    return any(finding.severity is Severity.ERROR and not finding.of_draft for finding in findings)


def exit_code(findings: Sequence[Diagnostic], *, strict: bool) -> int:
    """What a run with these findings ends with; with `strict` a warning counts, too, and never a draft's."""
    warned = strict and any(
        finding.severity is Severity.WARNING and not finding.of_draft for finding in findings
    )
    return FINDINGS if has_error(findings) or warned else CLEAN
