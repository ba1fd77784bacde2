"""Formulas that cannot be shown."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.formulas import Unreadable, mathml_of
from briefgen.model.inline import Formula
from briefgen.parse.check import Check, Seen
from briefgen.text import Span

_MARK = re.compile('["“”„‟«»‹›「」『』〝〞〟＂❝❞]')


def _formulas(seen: Seen) -> Iterator[Diagnostic]:
    for formula in seen.of(Formula):
        made = mathml_of(formula.tex, formula.display)
        if mark := _MARK.search(formula.tex):
            yield Diagnostic(
                rules.FORMULA_UNREADABLE,
                _place(formula, mark.start()),
                "this formula holds a quotation mark: what is quoted in it would not be looked up",
                hint="quote outside of the formula, or write `\\$` if no formula is meant",
            )
        elif isinstance(made, Unreadable):
            yield Diagnostic(
                rules.FORMULA_UNREADABLE,
                _place(formula, made.at),
                f"this formula cannot be shown: {made.why}",
                hint="write it in other commands of LaTeX, put it into backticks to have it shown as code, "
                "or write `\\$` if no formula is meant",
            )


def _place(formula: Formula, at: int | None) -> Span:
    """What cannot be read of a formula, where its source is as it is, or all of it."""
    mark = 2 if formula.display else 1
    source = formula.span.text
    if at is None or source[mark:-mark] != formula.tex or at >= len(formula.tex):
        return formula.span
    start = formula.span.start + mark + at
    return Span(formula.span.file, start, start + 1)


CHECK = Check(_formulas)
