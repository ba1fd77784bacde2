"""Block nodes to the site's dialect: blocks parted by empty lines, nesting by four spaces."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.markdown.plain import plain_text
from briefgen.model.document import (
    Block,
    BlockQuote,
    Box,
    CodeBlock,
    DefinitionList,
    FootnoteDefinition,
    Heading,
    HtmlBlock,
    Inline,
    List,
    ListItem,
    Paragraph,
    Table,
    TableCell,
    ThematicBreak,
)
from briefgen.model.finding import Finding
from briefgen.model.work import Work
from briefgen.render.dates import day_text
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.inlines import inline_markdown
from briefgen.render.view import BriefView

_SEPARATOR = "<!-- -->"
"""Between two lists that Python-Markdown would read as one."""


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes blocks of one brief; `shift` is added to the level of every heading."""

    view: BriefView
    findings: dict[Box, Finding]
    works: dict[str, Work]
    shift: int = 0

    def write(self, blocks: Sequence[Block], *, nested: bool = False) -> str:
        """The Markdown of blocks, without a line end at its end.

        `nested`: inside a list, a quote or a footnote, where Python-Markdown reads no HTML blocks.
        """
        pieces: list[str] = []
        previous: Block | None = None
        for block in blocks:
            piece = self._block(block, nested)
            if not piece:
                continue
            if isinstance(previous, List) and isinstance(block, List | CodeBlock):
                pieces.append(_SEPARATOR)
            pieces.append(piece)
            previous = block
        return "\n\n".join(pieces)

    def _block(self, block: Block, nested: bool) -> str:
        match block:
            case Paragraph():
                return inline_markdown(block.children, self.view)
            case Heading():
                level = min(block.level + self.shift, 6)
                return f"{'#' * level} {_one_line(inline_markdown(block.children, self.view, in_cell=True))}"
            case List():
                return self._list(block)
            case BlockQuote():
                return self._quote(block, nested)
            case CodeBlock():
                return _code_block(block)
            case ThematicBreak():
                return "* * *"
            case Table():
                return self._table(block)
            case DefinitionList():
                return self._definition_list(block)
            case Box():
                return self._box(block, nested)
            case FootnoteDefinition() | HtmlBlock():
                # Footnotes are written together, below the text; comments are not for readers.
                return ""

    def _list(self, node: List) -> str:
        if node.start not in (None, 0, 1):
            return self._numbered_from(node)
        marker = "-   " if node.start is None else "1.  "
        items = [_hang(marker, self._item(item)) for item in node.items]
        return ("\n" if node.tight else "\n\n").join(items)

    def _item(self, item: ListItem) -> str:
        text = self.write(item.children, nested=True)
        if item.checked is not None:
            box = "☑" if item.checked else "☐"
            text = f"{box} {text}"
        return text or "&nbsp;"

    def _numbered_from(self, node: List) -> str:
        """Python-Markdown always counts from 1; a list that starts elsewhere is written as HTML."""
        items = [f'<li markdown="1">\n{self.write(item.children)}\n</li>' for item in node.items]
        return f'<ol start="{node.start}" markdown="1">\n' + "\n".join(items) + "\n</ol>"

    def _quote(self, node: BlockQuote, nested: bool) -> str:
        quotation = self.view.quotations.get(node.span)
        inside = self.write(node.children, nested=True)
        if quotation is not None:
            inside += self.view.passage_mark(quotation)
        quoted = "\n".join(f"> {line}" if line else ">" for line in inside.split("\n"))
        if nested or quotation is None:
            return quoted
        lang = escape_attribute(self.view.language_of(quotation))
        return f'<div class="quotation" lang="{lang}" markdown="1">\n\n{quoted}\n\n</div>'

    def _table(self, node: Table) -> str:
        rules = {"left": ":---", "right": "---:", "center": ":---:"}
        head = self._row(node.head)
        line = "| " + " | ".join(rules.get(alignment, "---") for alignment in node.alignments) + " |"
        return "\n".join([head, line, *(self._row(row) for row in node.rows)])

    def _row(self, cells: Sequence[TableCell]) -> str:
        return "| " + " | ".join(self.cell(cell.children) for cell in cells) + " |"

    def cell(self, nodes: Sequence[Inline]) -> str:
        """Inline nodes for a cell of a table."""
        return _one_line(inline_markdown(nodes, self.view, in_cell=True))

    def _definition_list(self, node: DefinitionList) -> str:
        pieces = []
        for definition in node.definitions:
            meanings = [_hang(":   ", self.write(meaning, nested=True)) for meaning in definition.meanings]
            gap = "\n" if node.tight else "\n\n"
            pieces.append(self.cell(definition.term) + gap + gap.join(meanings))
        return "\n\n".join(pieces)

    def _box(self, box: Box, nested: bool) -> str:
        if box.kind == "translation":
            return self._translation(box, nested)
        if nested:
            title = plain_text(box.title) or self.view.words.box_kind[box.kind]
            return _hang(
                f'!!! {box.kind} "{escape_attribute(title)}"\n\n    ', self.write(box.children, nested=True)
            )
        finding = self.findings.get(box)
        classes = f"admonition {box.kind}"
        label = self.view.words.box_kind[box.kind]
        if finding:
            classes += f" {finding.verdict}"
            label += (
                f' <span class="verdict {finding.verdict}">{self.view.words.verdicts[finding.verdict]}</span>'
            )
        identifier = f' id="{escape_attribute(box.attributes.identifier)}"' * bool(box.attributes.identifier)
        title = _one_line(inline_markdown(box.title, self.view, in_cell=True))
        level = "##" if box.kind == "keypoints" else "###"
        parts = [f'<div class="{classes}"{identifier} markdown="1">']
        if box.kind == "keypoints":
            parts.append(f"{level} {title or label} {{ .admonition-title }}")
        else:
            parts.append(f'<p class="box-kind">{label}</p>')
            if title:
                parts.append(f"{level} {title} {{ .admonition-title }}")
        parts.append(self.write(box.children))
        if box.as_of:
            date = escape_text(day_text(box.as_of, self.view.lang))
            parts.append(f'<p class="as-of">{self.view.words.as_of.format(date=date)}</p>')
        return "\n\n".join([*(part for part in parts if part), "</div>"])

    def _translation(self, box: Box, nested: bool) -> str:
        words = self.view.words
        of = box.attributes.value("of")
        work = self.works.get(of)
        whose = (
            words.translation_of.format(work=escape_text(work.title or work.key))
            if work
            else words.our_translation
        )
        inside = self.write(box.children, nested=nested)
        if nested:
            return f"<em>{whose}:</em> {inside}"
        lang = escape_attribute(self.view.lang)
        return (
            f'<div class="translation" lang="{lang}" markdown="1">\n\n'
            f'<p class="translation-of">{whose}</p>\n\n{inside}\n\n</div>'
        )


def _hang(marker: str, text: str) -> str:
    """Text after a marker, its further lines indented by four spaces."""
    return marker + "\n".join(
        line if index == 0 or not line else f"    {line}" for index, line in enumerate(text.split("\n"))
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _code_block(node: CodeBlock) -> str:
    longest = max((len(run) for run in _runs_of_backticks(node.text)), default=0)
    fence = "`" * max(3, longest + 1)
    words = node.info.split()
    language = words[0] if words and all(char.isalnum() or char in "+#-_." for char in words[0]) else ""
    return f"{fence}{language}\n{node.text.rstrip(chr(10))}\n{fence}"


def _runs_of_backticks(text: str) -> list[str]:
    runs, run = [], ""
    for char in text:
        if char == "`":
            run += char
        elif run:
            runs.append(run)
            run = ""
    return [*runs, run] if run else runs
