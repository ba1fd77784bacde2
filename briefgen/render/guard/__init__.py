"""One text, one meaning: what the site's builder makes of our output is what the author wrote.

The author's tree as HTML, and our Markdown as Python-Markdown renders it, are brought to the same normal
form and compared. A difference is a finding at the author's line, never silence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.markdown.walk import inlines_in, walk_blocks
from briefgen.model.block import Block, FootnoteDefinition, HtmlBlock
from briefgen.model.inline import Citation, FootnoteMark, HtmlInline
from briefgen.render.guard.compare import Difference, first_difference
from briefgen.render.guard.expected import ExpectedHtml
from briefgen.render.guard.normal import normal_form
from briefgen.render.guard.pieces import pieces_of
from briefgen.render.guard.plain import PlainLines, can_be_plain
from briefgen.render.site_dialect import site_html
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.view import BriefView


def guard_text(
    blocks: Sequence[Block], writer: BlockWriter, written: str | None = None
) -> tuple[Diagnostic, ...]:
    """The first place where the site would show something else than the author wrote, if there is one.

    `written` is the Markdown of the blocks, where it has been written already.
    """
    found = compare_text(blocks, writer, written)
    if found is None:
        return ()
    spans = [block.span for block in walk_blocks(blocks)]
    span = found.span or (spans[0] if spans else None)
    if span is None:
        return ()
    return (
        Diagnostic(
            rules.READS_DIFFERENTLY,
            span,
            f"the site would show this {found.construct} in another way than it is written",
            (f"written: {found.written}", f"shown:   {found.shown}"),
            _way_out(found, blocks),
        ),
    )


_WAYS_OUT = {
    "numbered list": "inside another block a numbered list starts at 1: begin with 1, or move the list out",
    "table": "give the table a row below its head, and put code with pipes into text",
    "link": "write the link as `[text](address)`, with nothing but words in its text",
}
_HTML = (
    "write Markdown instead of raw HTML, or keep to single tags inside a paragraph, as in `H<sub>2</sub>O`"
)
_SIMPLER = "write it more simply: with empty lines between blocks, and less nesting"


def _way_out(found: Difference, blocks: Sequence[Block]) -> str:
    for block in walk_blocks(blocks):
        if found.span is not None and block.span == found.span:
            inline = any(isinstance(node, HtmlInline) for node in inlines_in((block,)))
            if inline or isinstance(block, HtmlBlock):
                return _HTML
    return _WAYS_OUT.get(found.construct, _SIMPLER)


def compare_text(
    blocks: Sequence[Block], writer: BlockWriter, written: str | None = None
) -> Difference | None:
    """The first difference between the author's tree and what the site's builder makes of it."""
    found = (
        _compare_piece(piece, writer, written if piece is blocks else None) for piece in pieces_of(blocks)
    )
    return next((difference for difference in found if difference is not None), None)


def _compare_piece(blocks: Sequence[Block], writer: BlockWriter, written: str | None) -> Difference | None:
    if can_be_plain(blocks):
        plain = PlainLines(writer.view)
        if _compare(plain.one_for_all(blocks), replace(writer, lines=plain), None, plain) is None:
            return None
    return _compare(blocks, writer, written)


def _compare(
    blocks: Sequence[Block], writer: BlockWriter, written: str | None, plain: PlainLines | None = None
) -> Difference | None:
    expected = ExpectedHtml(writer.view, writer.shift, writer.findings, plain).document(blocks)
    shown = normal_form(shown_html(blocks, writer, written))
    return first_difference(normal_form(expected.html), shown, expected.spans)


def shown_html(blocks: Sequence[Block], writer: BlockWriter, written: str | None = None) -> str:
    """What the site's builder makes of the author's blocks; the footnotes of citations have no text here."""
    view: BriefView = writer.view
    parts = [writer.write(blocks) if written is None else written]
    defined: set[str] = set()
    for block in walk_blocks(blocks):
        if isinstance(block, FootnoteDefinition):
            label = view.definitions[(block.span.path, block.label)]
            defined.add(label)
            parts.append(writer.footnote(label, block.children))
    marks = dict.fromkeys(_marks(blocks, view))
    whole = "\n\n".join(part for part in parts if part)
    return site_html(whole, [one for one in marks if one not in defined], ids=False)


def _marks(blocks: Sequence[Block], view: BriefView) -> Iterator[str]:
    """The labels of the footnotes that marks in some blocks lead to."""
    for node in inlines_in(blocks):
        if isinstance(node, Citation) and (label := view.citations[node].label):
            yield label
        if isinstance(node, FootnoteMark):
            yield view.note_label(node)
