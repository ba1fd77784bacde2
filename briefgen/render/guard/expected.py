"""The author's tree as plain HTML: what CommonMark says it means."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.markup.raw_html import clean_html
from briefgen.model.block import (
    AbbreviationDefinition,
    Block,
    BlockQuote,
    Box,
    CodeBlock,
    DefinitionList,
    FootnoteDefinition,
    Heading,
    HtmlBlock,
    List,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from briefgen.model.box import BoxRole
from briefgen.model.finding import Finding
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.model.layout import classes
from briefgen.render.formulas import plain_formula_html
from briefgen.render.guard.plain import PlainLines
from briefgen.render.notes.styled import narrative
from briefgen.render.text.inlines import without_space_before_notes
from briefgen.render.view import BriefView
from briefgen.text import Span


@dataclass(frozen=True, slots=True)
class Document:
    """The HTML, in which ``data-at`` of an element is an index into `spans`."""

    html: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class ExpectedHtml:
    """Writes a tree as HTML; `shift` is added to the level of every heading. `findings` have verdicts."""

    view: BriefView
    shift: int
    findings: Mapping[Box, Finding]
    plain: PlainLines | None = None
    """Which paragraphs another stands for."""
    _spans: list[Span] = field(default_factory=list)

    def document(self, blocks: Sequence[Block]) -> Document:
        """The whole text; footnotes come last, as the site shows them."""
        body = self._blocks(blocks)
        return Document(body, tuple(self._spans))

    def _at(self, span: Span) -> str:
        self._spans.append(span)
        return f' data-at="{len(self._spans) - 1}"'

    def _blocks(self, blocks: Sequence[Block], nested: bool = False) -> str:
        return "".join(self._block(block, nested) for block in blocks)

    def _block(self, block: Block, nested: bool) -> str:
        at = self._at(block.span)
        match block:
            case Paragraph():
                if (image := _captioned(block, nested)) is not None:
                    caption = f"<figcaption>{html.escape(image.alt)}</figcaption>"
                    return f"<figure{at}>{self._inline(image)}{caption}</figure>"
                words = self.plain.stands_for(block) if self.plain else ""
                return f"<p{at}>{words or self._inlines(block.children)}</p>"
            case Heading():
                level = min(block.level + self.shift, 6)
                return f"<h{level}{at}>{self._inlines(block.children)}</h{level}>"
            case List():
                return self._list(block, at)
            case BlockQuote():
                return self._quote(block, at)
            case CodeBlock():
                return f"<pre{at}>{html.escape(block.text)}</pre>"
            case ThematicBreak():
                return f"<hr{at}>"
            case Table():
                return self._table(block, at)
            case DefinitionList():
                return self._definitions(block, at)
            case Box():
                return self._box(block, at, nested)
            case FootnoteDefinition():
                label = self.view.definitions[(block.span.path, block.label)]
                inside = self._blocks(block.children, True)
                return f'<aside{at} data-note="{html.escape(label)}">{inside}</aside>'
            case AbbreviationDefinition():
                return ""
            case HtmlBlock():
                return clean_html(block.text)

    def _list(self, node: List, at: str) -> str:
        items = []
        for item in node.items:
            mark = "" if item.checked is None else "☑ " if item.checked else "☐ "
            inside = self._blocks(item.children, True)
            items.append(f"<li{self._at(item.span)}>{_begun(mark, inside)}</li>")
        if node.start is None:
            return f"<ul{at}>{''.join(items)}</ul>"
        start = "" if node.start == 1 else f' start="{node.start}"'
        return f"<ol{at}{start}>{''.join(items)}</ol>"

    def _quote(self, quote: BlockQuote, at: str) -> str:
        """What is said of a quotation stands below it."""
        parts = self.view.quote_parts(quote)
        quoted = f"<blockquote{at}>{self._blocks(parts.shown, True)}</blockquote>"
        said = self._inlines(parts.attribution.children) if parts.attribution else ""
        return quoted + (f"<p>{said}</p>" if said else "")

    def _table(self, node: Table, at: str) -> str:
        head = self._row("th", node.head, node.alignments)
        rows = "".join(self._row("td", row, node.alignments) for row in node.rows)
        return f"<table{at}><thead>{head}</thead><tbody>{rows}</tbody></table>"

    def _row(self, tag: str, cells: Sequence[TableCell], alignments: Sequence[str]) -> str:
        shown = []
        for cell, alignment in zip(cells, alignments, strict=False):
            style = f' style="text-align: {alignment};"' if alignment else ""
            shown.append(f"<{tag}{self._at(cell.span)}{style}>{self._inlines(cell.children)}</{tag}>")
        return f"<tr>{''.join(shown)}</tr>"

    def _definitions(self, node: DefinitionList, at: str) -> str:
        parts = []
        for definition in node.definitions:
            parts.append(f"<dt>{self._inlines(definition.term)}</dt>")
            parts += [f"<dd>{self._blocks(meaning, True)}</dd>" for meaning in definition.meanings]
        return f"<dl{at}>{''.join(parts)}</dl>"

    def _box(self, box: Box, at: str, nested: bool) -> str:
        title = self._inlines(box.title)
        if box.kind.role is BoxRole.TRANSLATES and nested:
            titled = f"<p><strong>{title}</strong></p>" if title else ""
            return titled + self._blocks(box.children, nested)
        titled = f'<p class="{classes.BOX_TITLE}">{title}</p>' if title else ""
        finding = self.findings.get(box)
        said = f"{classes.BOX} {box.kind}{f' {finding.verdict}' if finding else ''}"
        return f'<div{at} class="{said}">{titled}{self._blocks(box.children, nested)}</div>'

    def _inlines(self, nodes: Sequence[Inline]) -> str:
        return "".join(self._inline(node) for node in without_space_before_notes(nodes))

    def _inline(self, node: Inline) -> str:
        match node:
            case Text():
                return "".join(
                    f'<abbr title="{html.escape(title)}">{html.escape(text)}</abbr>'
                    if title
                    else html.escape(text)
                    for text, title in self.view.abbreviations.spelt_out(node.value)
                )
            case SoftBreak():
                return "\n"
            case HardBreak():
                return "<br>"
            case Code():
                return f"<code>{html.escape(node.value)}</code>"
            case Emphasis():
                return f"<em>{self._inlines(node.children)}</em>"
            case Strong():
                return f"<strong>{self._inlines(node.children)}</strong>"
            case Strikethrough():
                return f"<del>{self._inlines(node.children)}</del>"
            case Superscript():
                return f"<sup>{self._inlines(node.children)}</sup>"
            case Subscript():
                return f"<sub>{self._inlines(node.children)}</sub>"
            case Highlighted():
                return f"<mark>{self._inlines(node.children)}</mark>"
            case Formula():
                return plain_formula_html(node)
            case Link():
                title = _title(self.view.words.marked_at if self.view.is_mark(node) else node.title)
                target = f' href="{html.escape(self.view.address(node))}"{title}'
                return f"<a{target}>{self._inlines(node.children)}</a>"
            case Image():
                alt = html.escape(node.alt)
                return f'<img src="{html.escape(self.view.address(node))}" alt="{alt}"{_title(node.title)}>'
            case HtmlInline():
                return clean_html(node.value)
            case BracketedSpan():
                inside = self._inlines(node.children)
                return f"<span>{inside}</span>" if node.span in self.view.events else inside
            case Quoted():
                return html.escape(node.opening) + self._inlines(node.children) + html.escape(node.closing)
            case FootnoteMark():
                return f'<sup data-note="{html.escape(self.view.note_label(node))}"></sup>'
            case Citation():
                return self._citation(node)

    def _citation(self, node: Citation) -> str:
        resolved = self.view.citations[node]
        names = html.escape(narrative(resolved, self.view)) if node.narrative else ""
        # Inside a footnote a citation is printed in full, and by some styles in the text: our words.
        return f'{names}<sup data-note="{html.escape(resolved.label)}"></sup>' if resolved.label else names


def _begun(mark: str, inside: str) -> str:
    """A mark as the first words of the first paragraph."""
    opening = inside.find(">") + 1
    return inside[:opening] + mark + inside[opening:]


def _title(title: str) -> str:
    return f' title="{html.escape(title)}"' if title else ""


def _captioned(block: Paragraph, nested: bool) -> Image | None:
    """The image that is a paragraph of its own, outside of lists and quotes: a figure, as in Pandoc."""
    image = block.children[0] if len(block.children) == 1 else None
    return image if isinstance(image, Image) and image.alt and not nested else None
