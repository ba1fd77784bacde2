"""Corrections and claims, read from their boxes."""

from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.walk import citations_in, walk_blocks
from briefgen.model.block import Block, BlockQuote, Box, Paragraph
from briefgen.model.finding import VERDICTS_OF, Finding, FindingKind, FindingVerdict, Passage
from briefgen.model.quotation import Quotation
from briefgen.suggest import suggest
from briefgen.text import Span


def read_findings(
    blocks: Sequence[Block], quotations: Sequence[Quotation], report: Report
) -> tuple[Finding, ...]:
    """The corrections and claims of a text; those that lack something are reported and left out."""
    keys = {quotation.span: quotation.keys for quotation in quotations}
    found = (
        _finding(block, FindingKind(block.kind), keys, report)
        for block in walk_blocks(blocks)
        if isinstance(block, Box) and block.kind in ("correction", "claim")
    )
    return tuple(finding for finding in found if finding is not None)


def misplaced_findings(blocks: Sequence[Block], report: Report) -> None:
    """Report corrections and claims in a text that examines no work: a reusable context box."""
    for block in walk_blocks(blocks):
        if isinstance(block, Box) and block.kind in ("correction", "claim"):
            report(
                Diagnostic(
                    rules.FINDING_MISPLACED,
                    block.span,
                    f"a reusable context box holds no {block.kind}",
                    hint="put it into the brief that examines the work",
                )
            )


def leading_passages(box: Box) -> int:
    """How many of a finding's first blocks are its passages: block quotes and their translations."""
    for index, child in enumerate(box.children):
        if not isinstance(child, BlockQuote) and not (isinstance(child, Box) and child.kind == "translation"):
            return index
    return len(box.children)


def _finding(
    box: Box, kind: FindingKind, keys: dict[Span, tuple[str, ...]], report: Report
) -> Finding | None:
    verdict = _verdict(box, kind, report)
    leading = leading_passages(box)
    passages = _passages(box.children[:leading])
    rest = box.children[leading:]
    statement = rest[0] if rest and isinstance(rest[0], Paragraph) else None
    if not passages:
        report(
            Diagnostic(
                rules.FINDING_WITHOUT_PASSAGE,
                box.span,
                f"a {kind} begins with the passage as printed",
                ("expected a block quote as the first thing after the title",),
            )
        )
    if statement is None:
        said = "says what is right" if kind is FindingKind.CORRECTION else "says what is to be said of it"
        report(
            Diagnostic(
                rules.FINDING_WITHOUT_STATEMENT,
                box.span,
                f"a {kind} {said} in a paragraph after its passages",
            )
        )
    for passage in passages:
        if not keys.get(passage.quote.span):
            report(
                Diagnostic(
                    rules.PASSAGE_UNBOUND,
                    passage.quote.span,
                    "this passage belongs to no work",
                    hint="end the quote with its citation, or name one work in `about:`",
                )
            )
    if verdict is None or not passages or statement is None:
        return None
    return Finding(kind, verdict, box, passages, statement, tuple(citations_in(rest)))


def _verdict(box: Box, kind: FindingKind, report: Report) -> FindingVerdict | None:
    pair = box.attributes.get("verdict")
    possible = [verdict.value for verdict in VERDICTS_OF[kind]]
    if pair is None:
        if kind is FindingKind.CORRECTION:
            return FindingVerdict.FALSE
        report(
            Diagnostic(
                rules.VERDICT_UNKNOWN,
                box.span,
                "a claim says its verdict",
                (f"expected `verdict=` with one of {', '.join(possible)}",),
            )
        )
        return None
    if pair.value not in possible:
        hint = suggest(pair.value, possible)
        report(
            Diagnostic(
                rules.VERDICT_UNKNOWN,
                pair.span,
                f"`{pair.value}` is no verdict of a {kind}",
                (f"expected one of {', '.join(possible)}",),
                f"did you mean `{hint}`?" if hint else None,
            )
        )
        return None
    return FindingVerdict(pair.value)


def _passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for block in blocks:
        if isinstance(block, BlockQuote):
            passages.append(Passage(block, None))
        if isinstance(block, Box) and passages:
            passages[-1] = Passage(passages[-1].quote, block)
    return tuple(passages)
