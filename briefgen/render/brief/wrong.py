"""What is wrong in the work examined: the table of a brief's corrections."""

from collections.abc import Sequence

from briefgen.markdown.plain import block_text, without_citations
from briefgen.model.box import BoxKind
from briefgen.model.finding import Finding, Passage
from briefgen.model.layout import anchors, classes
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.states import quotation_class
from briefgen.render.text.blocks import BlockWriter


def corrections_of(brief: VerifiedBrief) -> tuple[Finding, ...]:
    """The corrections of a brief, in its order."""
    return tuple(f for f in brief.resolved.findings if f.kind is BoxKind.CORRECTION)


def wrong_part(brief: VerifiedBrief, writer: BlockWriter) -> str:
    """The part “What is wrong in the work” of a brief's page; empty without corrections."""
    corrections = corrections_of(brief)
    if not corrections:
        return ""
    words = writer.view.words
    head = (words.as_printed, words.what_is_right, words.evidence, words.verdict)
    rows = [_row(finding, head, writer) for finding in corrections]
    return "\n\n".join(
        [
            f"## {words.what_is_wrong} {{ #{anchors.PARTS.wrong} }}",
            f'<div class="{classes.WRONG}" markdown="1">',
            "\n".join([f"| {' | '.join(head)} |", "| --- | --- | --- | --- |", *rows]),
            "</div>",
            f'<p class="{classes.NO_INTENT}">{words.no_intent}</p>',
        ]
    )


def _row(finding: Finding, head: Sequence[str], writer: BlockWriter) -> str:
    words = writer.view.words
    labels = dict.fromkeys(
        resolved.label
        for citation in finding.evidence
        if (resolved := writer.view.citations.get(citation)) and resolved.label
    )
    verdict = f'<span class="{classes.VERDICT} {finding.verdict}">{words.verdicts[finding.verdict]}</span>'
    if finding.identifier:
        verdict += f" [{words.to_the_box}](#{finding.identifier})"
    cells = (
        "<br>".join(_passage(passage, writer) for passage in finding.passages),
        writer.cell(without_citations(finding.statement.children)),
        " ".join(f"[^{label}]" for label in labels),
        verdict,
    )
    labelled = [
        f'{cell} {{ data-label="{escape_attribute(label)}" }}'
        for cell, label in zip(cells, head, strict=True)
    ]
    return f"| {' | '.join(labelled)} |"


def _passage(passage: Passage, writer: BlockWriter) -> str:
    view = writer.view
    quotation = view.quotations.get(passage.quote.span)
    text = quotation.quotation.text if quotation else block_text(passage.quote)
    lang = escape_attribute(view.language_of(quotation)) if quotation else view.lang
    opening, closing = view.words.quotation_marks
    name = quotation_class(quotation) if quotation else classes.QUOTATION
    shown = f'<span class="{name}" lang="{lang}">{opening}{escape_text(text)}{closing}</span>'
    if quotation:
        shown += view.passage_mark(quotation)
    if passage.translation:
        translated = " ".join(block_text(passage.translation).split())
        shown += f'<br><span class="{classes.TRANSLATED}">{escape_text(translated)}</span>'
    return shown
