"""Block nodes to the site's dialect: blocks parted by empty lines, nesting by four spaces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from briefgen.bibliography.date_words import day_text
from briefgen.markdown.plain import plain_text
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
    ListItem,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from briefgen.model.box import BoxRole
from briefgen.model.finding import Finding
from briefgen.model.inline import Image, Inline
from briefgen.model.layout import classes
from briefgen.render.escape import escape_attribute, escape_html, escape_text
from briefgen.render.events import day_of
from briefgen.render.heading_ids import HeadingId
from briefgen.render.headings import heading_attributes, unclosed
from briefgen.render.notes.absence import absence_in
from briefgen.render.states import State, quotation_class, state_of
from briefgen.render.text.beside import ends_in_text, runs_on, takes_no_link
from briefgen.render.text.box_names import box_name
from briefgen.render.text.inlines import inline_markdown
from briefgen.render.text.lines import checkbox, hang, in_quotes, one_line
from briefgen.render.text.verbatim import code_block, open_to_markdown
from briefgen.render.verdicts import plain_badge, verdict_badge
from briefgen.render.view import BriefView
from briefgen.text import Span

_NOTHING = "<!-- -->"
"""Invisible, and a block of its own: parts what Python-Markdown would read as one, and begins an item,
a definition or a footnote whose first block would not be read after the marker."""


_UNNAMED = HeadingId("")


class Lines(Protocol):
    """Writes the lines of paragraphs."""

    def written(self, paragraph: Paragraph) -> str:
        """The Markdown of what a paragraph says."""


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes blocks of one brief; `shift` is added to the level of every heading."""

    view: BriefView
    findings: dict[Box, Finding]
    shift: int = 0
    lines: Lines | None = None
    """Who writes the lines of paragraphs in its place."""

    def write(self, blocks: Sequence[Block], *, nested: bool = False) -> str:
        """The Markdown of blocks, without a line end at its end.

        `nested`: inside a list, a quote or a footnote, where Python-Markdown reads no HTML blocks.
        """
        return joined(blocks, [self._block(block, nested) for block in blocks])

    def each(self, blocks: Sequence[Block]) -> tuple[str, ...]:
        """The Markdown of each block by itself, to be `joined`; empty of what is written elsewhere."""
        return tuple(self._block(block, nested=False) for block in blocks)

    def _block(self, block: Block, nested: bool) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block, nested)
            case Heading():
                level = min(block.level + self.shift, 6)
                return f"{'#' * level} {self._titled(block.children, block.span)}"
            case List():
                return self._list(block, nested)
            case BlockQuote():
                return self._quote(block, nested)
            case CodeBlock():
                return code_block(block, nested)
            case ThematicBreak():
                return "* * *"
            case Table():
                return self._table(block)
            case DefinitionList():
                return self._definition_list(block)
            case Box():
                return self._box(block, nested)
            case HtmlBlock():
                return open_to_markdown(clean_html(block.text)).strip("\n")
            case FootnoteDefinition() | AbbreviationDefinition():
                return ""  # footnotes are written together, below the text; short forms where they occur

    def _titled(self, line: Sequence[Inline], span: Span, *attributes: str) -> str:
        """The text of a heading with its attributes; the id that it had before leads to it, too."""
        named = self.view.headings.get(span, _UNNAMED)
        before = (
            f'<span class="{classes.EARLIER_ID}" id="{escape_attribute(named.before)}"></span>'
            if named.before
            else ""
        )
        told = heading_attributes(plain_text(line), *attributes, line=span.line, identifier=named.identifier)
        return f"{self.heading(line)}{before}{told}"

    def _paragraph(self, node: Paragraph, nested: bool) -> str:
        text = self.lines.written(node) if self.lines else inline_markdown(node.children, self.view)
        identifier = "" if nested or self.view.page else self.view.paragraphs.get(node.span, "")
        image = node.children[0] if len(node.children) == 1 else None
        if nested or not isinstance(image, Image) or not image.alt:
            return f"{text}\n{{ #{identifier} }}" if identifier and text.strip() else text
        # As in Pandoc, an image that is a paragraph of its own is a figure, its description the caption.
        caption = f'<figcaption aria-hidden="true">{escape_html(image.alt)}</figcaption>'
        return f'<figure class="{classes.CAPTIONED}" markdown="span">\n{text}\n{caption}\n</figure>'

    def _list(self, node: List, nested: bool) -> str:
        if node.start not in (None, 1) and not nested:
            return self._numbered_from(node)
        marker = "-   " if node.start is None else "1.  "
        items = [hang(marker, self._item(item, node.tight)) for item in node.items]
        # An item with an empty line in it would swallow the next one if that followed directly.
        return ("\n\n" if not node.tight or any("\n\n" in item for item in items) else "\n").join(items)

    def _item(self, item: ListItem, tight: bool) -> str:
        text = checkbox(item) + self.hanging(item.children)
        if tight and [type(child) for child in item.children] == [Paragraph, List]:
            # Only in this shape may a list stand directly below the text of its item.
            text = text.replace("\n\n", "\n", 1) if text.count("\n\n") == 1 else text
        return text

    def hanging(self, blocks: Sequence[Block]) -> str:
        """Blocks that stand after a marker: of an item, a definition, a footnote."""
        text = self.write(blocks, nested=True)
        if not blocks or not isinstance(blocks[0], Paragraph) or not text.strip():
            return f"{_NOTHING}\n\n{text}".rstrip()
        return text

    def footnote(self, label: str, blocks: Sequence[Block]) -> str:
        """The definition of an author's footnote."""
        text = self.hanging(blocks)
        if blocks and takes_no_link(blocks[-1]):
            text += f"\n\n{_NOTHING}"  # the link back goes there, not into the code
        return hang(f"[^{label}]: ", text)

    def _numbered_from(self, node: List) -> str:
        """Python-Markdown always counts from 1; a list that starts elsewhere is written as HTML.

        The ``<div>``: directly in ``<li>``, what is indented would be taken for the content of that item.
        """
        items = [
            f'<li markdown="block"><div class="{classes.ITEM}" markdown="1">\n\n'
            f"{checkbox(item)}{self.write(item.children) or _NOTHING}\n\n</div></li>"
            for item in node.items
        ]
        return f'<ol start="{node.start}" markdown="1">\n' + "\n".join(items) + "\n</ol>"

    def _quote(self, node: BlockQuote, nested: bool) -> str:
        """A block quote; only what was looked up stands in it, and an attribution below."""
        quotation = self.view.quotations.get(node.span)
        parts = self.view.quote_parts(node)
        inside = self.write(parts.shown, nested=True)
        if quotation is not None and (mark := self.view.passage_mark(quotation)):
            inside += mark if ends_in_text(parts.shown) else f"\n\n{mark}"
        quoted = "\n".join(f"> {line}" if line else ">" for line in inside.split("\n"))
        if not nested and quotation is not None:
            lang = escape_attribute(self.view.language_of(quotation))
            name = quotation_class(quotation)
            quoted = f'<div class="{name}" lang="{lang}" markdown="1">\n\n{quoted}\n\n</div>'
        if parts.attribution is None:
            return quoted
        said = self.cell(parts.attribution.children)
        if nested:
            return f'{quoted}\n\n<span class="{classes.ATTRIBUTION}">{said}</span>'
        return f'{quoted}\n\n<p class="{classes.ATTRIBUTION}" markdown="span">{said}</p>'

    def _table(self, node: Table) -> str:
        rules = {"left": ":---", "right": "---:", "center": ":---:"}
        line = "| " + " | ".join(rules.get(alignment, "---") for alignment in node.alignments) + " |"
        return "\n".join([self._row(node.head), line, *(self._row(row) for row in node.rows)])

    def _row(self, cells: Sequence[TableCell]) -> str:
        return "| " + " | ".join(self.cell(cell.children) for cell in cells) + " |"

    def cell(self, nodes: Sequence[Inline]) -> str:
        """Inline nodes for a cell of a table."""
        return one_line(inline_markdown(nodes, self.view, in_cell=True))

    def heading(self, nodes: Sequence[Inline]) -> str:
        """Inline nodes for a heading: on one line, without a ``#`` at its end, which would be taken off."""
        return unclosed(self.cell(nodes))

    def _definition_list(self, node: DefinitionList) -> str:
        pieces = []
        for definition in node.definitions:
            meanings = [hang(":   ", self.hanging(meaning)) for meaning in definition.meanings]
            gap = "\n\n" if not node.tight or any("\n\n" in meaning for meaning in meanings) else "\n"
            pieces.append(self.cell(definition.term) + gap + gap.join(meanings))
        return "\n\n".join(pieces)

    def _box(self, box: Box, nested: bool) -> str:
        if box.kind.role is BoxRole.TRANSLATES:
            return self._translation(box, nested)
        label = self.view.words.box_kind[box.kind]
        finding = self.findings.get(box)
        kind = str(box.kind)
        if finding:
            kind += f" {finding.verdict}"
            words = self.view.words
            # In the title of a nested box no link can stand.
            label += " " + (
                plain_badge(finding.verdict, words)
                if nested
                else verdict_badge(finding.verdict, words, self.view.way_to)
            )
        if day := day_of(box, self.view.lang):
            label += f" · {escape_text(day)}"
        own, event = box.attributes.identifier, self.view.events.get(box.span)
        identifier = escape_attribute(own or (event.place if event else ""))
        inside = self._inside(box, nested)
        if nested:
            place = f' id="{identifier}"' * bool(identifier)
            title = f'<span class="{classes.BOX_KIND}"{place}>{label}</span> {self.heading(box.title)}'
            return hang(f'!!! {kind} "{in_quotes(title.strip())}"\n\n    ', inside)
        title = self.heading(box.title)
        # The id of a titled box is its heading's, whose permalink and whose entry in the contents lead there.
        on_box = identifier and (not own or not title or box.kind.role is BoxRole.LEADS)
        opening = f'<div class="{classes.BOX} {kind}"' + f' id="{identifier}"' * bool(on_box)
        opening += box_name(box, finding, self.view.words)
        if box.kind.role is BoxRole.LEADS:
            also = "" if title else f" .{classes.BOX_KIND}"
            told = f".{classes.BOX_TITLE}{also}"
            head = f"## {title or label}{heading_attributes(plain_text(box.title), told, line=box.span.line)}"
        else:
            read = ' markdown="span"' if finding else ""
            head = f'<p class="{classes.BOX_KIND}"{read}>{label}</p>'
            titled = self._titled(box.title, box.span, f".{classes.BOX_TITLE}")
            head += f"\n\n### {titled}" * bool(title)
        return "\n\n".join(part for part in (f'{opening} markdown="1">', head, inside, "</div>") if part)

    def _inside(self, box: Box, nested: bool) -> str:
        inside = self.write(box.children, nested=nested) + absence_in(box, self.view, nested=nested)
        if not box.as_of:
            return inside
        date = self.view.words.as_of.format(date=escape_text(day_text(box.as_of, self.view.lang)))
        tag = "span" if nested else "p"
        return f'{inside}\n\n<{tag} class="{classes.AS_OF}">{date}</{tag}>'

    def _translation(self, box: Box, nested: bool) -> str:
        words = self.view.words
        of = box.attributes.value("of")
        work = self.view.works.get(of)
        whose = (
            words.translation_of.format(work=escape_text(work.title or work.key))
            if work
            else words.our_translation
        )
        quotation = self.view.quotations.get(box.span)
        if quotation and state_of(quotation) is State.UNCHECKED:
            whose += f" ({words.state_unchecked})"
        title = self.heading(box.title)
        inside = self.write(box.children, nested=nested)
        if nested:
            label = f'<span class="{classes.TRANSLATION_OF}">{whose}:</span>'
            if title:
                return f"{label} <strong>{title}</strong>\n\n{inside}"
            begins_with_text = isinstance(next(iter(box.children), None), Paragraph)
            return label + (" " if begins_with_text else "\n\n") + inside
        lang = escape_attribute(self.view.lang)
        label = f'<p class="{classes.TRANSLATION_OF}">{whose}</p>'
        if title:
            label += f'\n\n<p class="{classes.BOX_TITLE}" markdown="span">{title}</p>'
        opening = f'<div class="{classes.TRANSLATION}" lang="{lang}" markdown="1">'
        return f"{opening}\n\n{label}\n\n{inside}\n\n</div>"


def joined(blocks: Sequence[Block], written: Sequence[str]) -> str:
    """The Markdown of blocks that stand one below the other, given that of each."""
    pieces: list[str] = []
    previous: Block | None = None
    for block, piece in zip(blocks, written, strict=True):
        if not piece:
            continue
        if type(block) is type(previous) and runs_on(block):
            pieces.append(_NOTHING)
        pieces.append(piece)
        previous = block
    return "\n\n".join(pieces)
