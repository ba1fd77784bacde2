"""What is wrong in the report examined: a line for each correction, before the text."""

from collections.abc import Set as AbstractSet

from briefgen.markdown.plain import block_text, plain_text, without_citations
from briefgen.model.block import Box
from briefgen.model.finding import Finding
from briefgen.model.layout import anchors, classes
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.brief.replies import replies_part
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.once import corrections_of
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.verdicts import verdict_badge
from briefgen.render.view import BriefView
from briefgen.sentences import SentenceMap
from briefgen.text import Span

_LINE = 120
"""So many characters of what is right are shown; the box says all of it."""
_NAME = 60


def wrong_part(brief: VerifiedBrief, writer: BlockWriter) -> str:
    """The part “What is wrong in the report” of a brief's page; empty without corrections."""
    corrections = corrections_of(brief)
    if not corrections:
        return ""
    view, words = writer.view, writer.view.words
    boxes = {block.span for block in brief.resolved.blocks if isinstance(block, Box)}
    return "\n\n".join(
        [
            f'<section class="{classes.WRONG}" markdown="1">',
            f"## {words.what_is_wrong} {{ #{anchors.PARTS.wrong} }}",
            "\n".join(
                f"-   {_line(finding, _place(finding, boxes, view), writer)}" for finding in corrections
            ),
            f'<p class="{classes.NO_INTENT}">{words.no_intent}</p>',
            *replies_part(brief, view),
            "</section>",
        ]
    )


def _place(finding: Finding, boxes: AbstractSet[Span], view: BriefView) -> str:
    """Where a correction stands: at the id of its box, of its title, or of what it says is right."""
    if finding.identifier or finding.box.span not in boxes:
        return finding.identifier  # inside lists and quotes nothing else has an id
    if finding.box.title:
        return view.headings[finding.box.span].place
    return view.paragraphs.get(finding.statement.span, "")


def _line(finding: Finding, place: str, writer: BlockWriter) -> str:
    view = writer.view
    name = _name(finding, writer)
    if place:
        name = f"[{name}](#{place})"
    right = _shortened(plain_text(without_citations(finding.statement.children)), view.lang)
    said = f'<span class="{classes.RIGHT}">{escape_text(right)}</span>'
    return f"{verdict_badge(finding.verdict, view.words, view.way_to)} **{name}** {said}"


def _name(finding: Finding, writer: BlockWriter) -> str:
    """The title of a correction; without one, the words that it corrects."""
    if finding.box.title:
        return escape_text(" ".join(plain_text(without_citations(finding.box.title)).split()))
    view, quote = writer.view, finding.passages[0].quote
    quotation = view.quotations.get(quote.span)
    lang = view.language_of(quotation) if quotation else view.lang
    text = _cut(" ".join((quotation.quotation.text if quotation else block_text(quote)).split()), _NAME)
    opening, closing = view.words.quotation_marks
    return f'<span lang="{escape_attribute(lang)}">{opening}{escape_text(text)}{closing}</span>'


def _shortened(text: str, lang: str) -> str:
    """The first sentence of a text, and of a long one what comes before a comma."""
    text = " ".join(text.split())
    sentence = text[: SentenceMap(text, lang).end(0)].strip()
    if len(sentence) <= _LINE:
        return sentence
    clause = max(sentence.rfind(mark, _LINE // 3, _LINE) for mark in ",;:")
    return f"{sentence[:clause]} …" if clause > 0 else _cut(sentence, _LINE)


def _cut(text: str, most: int) -> str:
    """A text with no more than `most` characters, cut between words."""
    if len(text) <= most:
        return text
    space = text.rfind(" ", 0, most)
    return f"{text[: space if space > 0 else most]} …"
