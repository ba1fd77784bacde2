"""Footnotes of the author's: marks that lead nowhere, definitions that nothing leads to."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.block import FootnoteDefinition
from briefgen.model.inline import FootnoteMark
from briefgen.parse.check import Check, Seen
from briefgen.suggest import suggest


def _footnotes(seen: Seen) -> Iterator[Diagnostic]:
    definitions: dict[str, FootnoteDefinition] = {}
    for block in seen.of(FootnoteDefinition):
        first = definitions.setdefault(block.label, block)
        if first is not block:
            yield Diagnostic(
                rules.FOOTNOTE_TWICE,
                block.span,
                f"the footnote `[^{block.label}]` is defined a second time",
                (f"first defined at {first.span.path}:{first.span.line}:{first.span.column}",),
                "give each footnote a label of its own",
            )
    used = set()
    for node in seen.of(FootnoteMark):
        used.add(node.label)
        if node.label not in definitions:
            near = suggest(node.label, sorted(definitions))
            write = f"write `[^{node.label}]: …` on a line of its own"
            yield Diagnostic(
                rules.FOOTNOTE_UNDEFINED,
                node.span,
                f"there is no footnote `[^{node.label}]`",
                hint=f"did you mean `[^{near}]`?" if near else write,
            )
    for label, definition in definitions.items():
        if label not in used:
            yield Diagnostic(
                rules.FOOTNOTE_UNUSED,
                definition.span,
                f"nothing in the text leads to the footnote `[^{label}]`",
                hint=f"put `[^{label}]` where it belongs, or take the footnote out",
            )


CHECK = Check(_footnotes)
