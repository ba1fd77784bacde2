"""How much findings weigh in a project: by its settings, by rule and folder, and by exceptions in place.

An error never weighs less: what it keeps from readers would not be right.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report, Severity
from briefgen.markdown.walk import inlines_in, walk_blocks
from briefgen.model.block import Block, HtmlBlock
from briefgen.model.brief import Brief, ContextFile
from briefgen.model.inline import HtmlInline
from briefgen.model.settings import FindingSetting
from briefgen.remembered import remembered
from briefgen.rules.rule import Rule
from briefgen.text import Span, has_words

_COMMENT = "<!--"
_ALLOW = re.compile(
    r"<!--\s*allow\s+(?P<names>[\w-]+(?:\s*+,\s*+[\w-]+)*)\s*+(?::(?P<why>(?:[^<>]|<(?!!--))*?))?-->"
)


@dataclass(frozen=True, slots=True)
class Exempted:
    """An exception in place: the rule, the lines from `first` to `last` of its file, and where it is said."""

    rule: Rule
    first: int
    last: int
    span: Span


def settled(
    findings: Iterable[Diagnostic],
    settings: Sequence[FindingSetting],
    texts: Iterable[Brief | ContextFile],
    known: Sequence[Rule] = rules.RULES,
) -> tuple[Diagnostic, ...]:
    """The findings as they weigh here; exceptions that except nothing are told."""
    told: list[Diagnostic] = []
    exceptions = [one for text in texts for one in _exceptions(text, known, told.append)]
    used: set[Exempted] = set()
    left: list[Diagnostic] = []
    for finding in findings:
        excepting = [one for one in exceptions if _excepts(one, finding)]
        used.update(excepting)
        weighed = None if excepting else _weighed(finding, settings)
        if weighed is not None:
            left.append(weighed)
    unused = (_unused(one) for one in exceptions if one not in used)
    return (*left, *told, *unused)


def _weighed(finding: Diagnostic, settings: Sequence[FindingSetting]) -> Diagnostic | None:
    """A finding with the severity that the last fitting setting gives it; None where that is off."""
    for one in reversed(settings):
        inside = not one.folder or finding.span.path.startswith(f"{one.folder.rstrip('/')}/")
        if one.code == finding.rule.code and inside:
            if one.severity is None:
                return None
            return finding if one.severity is finding.severity else replace(finding, weight=one.severity)
    return finding


def _excepts(one: Exempted, finding: Diagnostic) -> bool:
    span = finding.span
    return finding.rule is one.rule and span.path == one.span.path and one.first <= span.line <= one.last


def _exceptions(text: Brief | ContextFile, known: Sequence[Rule], report: Report) -> Iterator[Exempted]:
    """The exceptions in a text; one that cannot be made is told."""
    if _COMMENT not in text.file.text:
        return
    by_name = {name: rule for rule in known for name in (rule.name, rule.code)}
    for span, whole in _comments(text.blocks):
        for found in _ALLOW.finditer(span.text):
            place = span.file.span(span.start + found.start(), span.start + found.end())
            first, last = _lines(place, whole=whole)
            for name in (one.strip() for one in found["names"].split(",")):
                rule = by_name.get(name)
                if wrong := _refusal(rule, name, (found["why"] or "").strip()):
                    hint = "write `<!-- allow rule-name: the reason -->` above the paragraph"
                    report(Diagnostic(rules.EXCEPTION_REFUSED, place, wrong, hint=hint))
                elif rule is not None:
                    yield Exempted(rule, first, last, place)


@remembered()
def _comments(blocks: Sequence[Block]) -> tuple[tuple[Span, bool], ...]:
    """Raw HTML of a text, and whether it is a block of its own."""
    found = [(block.span, True) for block in walk_blocks(blocks) if isinstance(block, HtmlBlock)]
    found += [(node.span, False) for node in inlines_in(blocks) if isinstance(node, HtmlInline)]
    return tuple(found)


def _lines(place: Span, *, whole: bool) -> tuple[int, int]:
    """The lines that an exception is for: its own, or the paragraph below it."""
    file = place.file
    line = file.line_of(place.end)
    if not whole:
        return line, line
    lines = len(file.line_starts)
    first = line + 1
    while first <= lines and not file.line_text(first).strip():
        first += 1
    last = first
    while last < lines and file.line_text(last + 1).strip():
        last += 1
    return first, last


def _refusal(rule: Rule | None, name: str, why: str) -> str:
    if rule is None:
        return f"there is no rule `{name}`"
    if rule.severity is Severity.ERROR:
        return f"`{rule.name}` is an error, and no error can be excepted"
    return "" if has_words(why) else "this exception says no reason"


def _unused(one: Exempted) -> Diagnostic:
    return Diagnostic(
        rules.EXCEPTION_UNUSED,
        one.span,
        f"nothing here is `{one.rule.name}`",
        hint="take the exception out",
    )
