"""Findings as text for people: each with its line and a caret below it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.diagnostics import Diagnostic, Rule, Severity
from briefgen.terminal.outcome import Outcome, in_order, summary
from briefgen.terminal.visible import cells, visible
from briefgen.text import Span

LINE_CELLS = 100
"""How much of a line of an author's file is shown, in cells of a terminal."""

CELLS_BEFORE = 24
"""How much of it is kept in front of the finding when the line has to be cut."""

CHARACTERS_AROUND = 2 * LINE_CELLS
"""How many characters on each side are looked at for that: a line may be a megabyte long."""

OF_A_RULE = 20
"""How many findings of a rule are shown in full."""

CUT = "…"

COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
PLAIN = "\x1b[0m"


def written(outcome: Outcome) -> str:
    """The findings of a run; what else it has to tell is said beside them."""
    return full(outcome.findings, colour=outcome.colour)


def full(findings: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Every finding with its line and a caret below it, and a summary at the end; nothing for no finding."""
    ordered = in_order(findings)
    if not ordered:
        return ""
    return "\n".join(
        [*(_block(finding, colour) for finding in _first_of_each(ordered)), *_more(ordered), summary(ordered)]
    )


def _first_of_each(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """So many of each rule as anybody reads one after the other."""
    seen: Counter[Rule] = Counter()
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= OF_A_RULE:
            yield finding


def _more(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """What is not shown in full, rule by rule."""
    numbers = Counter(finding.rule for finding in findings)
    left = {rule: number - OF_A_RULE for rule, number in numbers.items() if number > OF_A_RULE}
    for rule in sorted(left, key=lambda rule: rule.code):
        yield f"and {left[rule]} more of {rule.code} {rule.name}: `--format concise` shows each of them\n"


# ------------------------------------------------------------------------------- one finding as text


def _block(finding: Diagnostic, colour: bool) -> str:
    span, rule = finding.span, finding.rule
    before, after = (COLOURS[finding.severity], PLAIN) if colour else ("", "")
    label = f"{before}{finding.severity}[{rule.code}]{after}"
    lines = [
        f"{visible(span.path)}:{span.line}:{span.column}: {label} {rule.name}: {visible(finding.message)}"
    ]
    number = str(span.line)
    gutter = " " * (len(number) + 2)
    if span.file.text:  # otherwise the finding is about a file or folder as a whole
        excerpt = _excerpt(span)
        lines += [
            f"{gutter}|",
            f" {number} | {excerpt.text}".rstrip(),
            f"{gutter}| {' ' * excerpt.indent}{before}{'^' * excerpt.width}{after}",
        ]
    notes = list(finding.notes)
    if finding.hint is not None:
        notes.append(f"hint: {finding.hint}")
    for note in notes:
        first, *rest = note.split("\n")
        lines.append(f"{gutter}= {visible(first)}".rstrip())
        lines += [f"{gutter}  {visible(line)}".rstrip() for line in rest]
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """What is shown of a line, and where the carets below it stand, in cells."""

    text: str
    indent: int
    width: int


def _excerpt(span: Span) -> _Excerpt:
    line = span.file.line_text(span.line)
    column = span.column - 1
    skipped = max(0, column - CHARACTERS_AROUND)
    pieces = [visible(character) for character in line[skipped : column + CHARACTERS_AROUND]]
    widths = [cells(piece) for piece in pieces]
    start = column - skipped
    # Carets below several lines would not say more than those below the first one.
    end = start + span.end - span.start
    # A combining character has no cell of its own: the caret stands below the one that carries it.
    while 0 < start < len(pieces) and widths[start] == 0:
        start -= 1
    first, last = _window(widths, start)
    left = CUT if skipped + first > 0 else ""
    right = CUT if skipped + last < len(line) else ""
    return _Excerpt(
        text=left + "".join(pieces[first:last]) + right,
        indent=len(left) + sum(widths[first:start]),
        width=max(1, sum(widths[start : min(end, last)])),
    )


def _window(widths: list[int], start: int) -> tuple[int, int]:
    """The part of a line to show around the character `start`, at most LINE_CELLS with the marks of cuts."""
    if sum(widths) <= LINE_CELLS:
        return 0, len(widths)
    room = LINE_CELLS - 2 * len(CUT)
    first, before = start, 0
    while first > 0 and before + widths[first - 1] <= CELLS_BEFORE:
        first -= 1
        before += widths[first]
    last, taken = start, before
    while last < len(widths) and taken + widths[last] <= room:
        taken += widths[last]
        last += 1
    while first > 0 and taken + widths[first - 1] <= room:  # near the end of the line there is room in front
        first -= 1
        taken += widths[first]
    while first < start and widths[first] == 0:  # its carrier was cut off
        first += 1
    return first, last
