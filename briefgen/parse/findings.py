"""Corrections and claims, read from their boxes."""

from collections.abc import Iterable, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.markdown.walk import citations_in
from briefgen.model.block import Block, BlockQuote, Box, Paragraph
from briefgen.model.box import BoxKind, BoxRole
from briefgen.model.finding import VERDICTS_OF, Finding, FindingVerdict, Passage
from briefgen.model.quotation import Quotation
from briefgen.suggest import suggest
from briefgen.text import Span


def read_findings(
    boxes: Iterable[Box], quotations: Sequence[Quotation], report: Report
) -> tuple[Finding, ...]:
    """The corrections and claims among boxes; those that lack something are reported and left out."""
    keys = {quotation.span: quotation.keys for quotation in quotations}
    found = (_finding(box, keys, report) for box in boxes if box.kind.role is BoxRole.FINDS)
    return tuple(finding for finding in found if finding is not None)


def leading_passages(box: Box) -> int:
    """How many of a finding's first blocks are its passages: block quotes and their translations."""
    for index, child in enumerate(box.children):
        is_translation = isinstance(child, Box) and child.kind.role is BoxRole.TRANSLATES
        if not isinstance(child, BlockQuote) and not is_translation:
            return index
    return len(box.children)


def _finding(box: Box, keys: dict[Span, tuple[str, ...]], report: Report) -> Finding | None:
    kind = box.kind
    verdict = _verdict(box, report)
    leading = leading_passages(box)
    passages = _passages(box.children[:leading])
    rest = box.children[leading:]
    statement = rest[0] if rest and isinstance(rest[0], Paragraph) else None
    if kind is BoxKind.CORRECTION and not box.title:
        report(
            Diagnostic(
                rules.CORRECTION_UNTITLED,
                box.span,
                "this correction has no heading",
                hint="begin it with one, as in `### Its length`, so that contents and links can name it",
            )
        )
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
        said = "says what is right" if kind is BoxKind.CORRECTION else "says what is to be said of it"
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


def _verdict(box: Box, report: Report) -> FindingVerdict | None:
    kind = box.kind
    pair = box.attributes.get("verdict")
    possible = {verdict.value: verdict for verdict in VERDICTS_OF[kind]}
    if pair is None:
        if kind is BoxKind.CORRECTION:
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
    return possible[pair.value]


def _passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for block in blocks:
        if isinstance(block, BlockQuote):
            passages.append(Passage(block, None))
        if isinstance(block, Box) and passages:
            passages[-1] = Passage(passages[-1].quote, block)
    return tuple(passages)
