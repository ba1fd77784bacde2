"""Text that states figures or dates and cites nothing for them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefgen.markdown.walk import citations_in, lines_of, runs_of, walk_blocks, walk_inlines
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
    ThematicBreak,
)
from briefgen.model.box import BoxRole
from briefgen.model.inline import Citation, FootnoteMark, Text

# Not the digits of a name: Mi-8, G7, H₂.
_FIGURE = re.compile(r"(?<!\w)(?<!\w[-\u2010\u2011])\d")

Unit = Paragraph | Table
"""What is cited for as a whole."""


def units_with_figures(blocks: Sequence[Block]) -> tuple[tuple[Unit, bool], ...]:
    """Each paragraph and table in which we state a figure or a date, and whether it cites something.

    Quoted and translated words are not ours. A citation may also stand in a footnote of the author's, in the
    block that a paragraph ending in a colon leads to, and anywhere in the correction or claim around it.
    """
    notes = {
        block.label
        for block in walk_blocks(blocks)
        if isinstance(block, FootnoteDefinition) and any(citations_in(block.children))
    }
    return tuple(
        (unit, cited or _cites(unit, notes))
        for unit, cited in _units(blocks, cited=False)
        if any(_FIGURE.search(text) for text in _texts(unit))
    )


def _units(blocks: Sequence[Block], *, cited: bool) -> Iterator[tuple[Unit, bool]]:
    """The paragraphs and tables in which we speak, and whether what stands around them cites for them."""
    for index, block in enumerate(blocks):
        match block:
            case Paragraph():
                following = blocks[index + 1 : index + 2]
                leads_on = _ends_in_colon(block)
                yield block, cited or (leads_on and any(citations_in(following)))
            case Table():
                yield block, cited
            case List() | DefinitionList() | FootnoteDefinition():
                for run in runs_of(block):
                    yield from _units(run, cited=cited)
            case Box():
                if block.kind.role is not BoxRole.TRANSLATES:
                    finds = block.kind.role is BoxRole.FINDS
                    inside = finds and any(citations_in(_outside_quotes(block.children)))
                    yield from _units(block.children, cited=cited or inside)
            case BlockQuote() | CodeBlock() | HtmlBlock():
                pass  # not our words, or no running text
            case Heading() | ThematicBreak() | AbbreviationDefinition():
                pass  # nothing that could cite


def _outside_quotes(blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if not isinstance(block, BlockQuote))


def _texts(unit: Unit) -> Iterator[str]:
    for line in lines_of(unit):
        yield "".join(node.value if isinstance(node, Text) else " " for node in walk_inlines(line))


def _ends_in_colon(paragraph: Paragraph) -> bool:
    last = paragraph.children[-1] if paragraph.children else None
    return isinstance(last, Text) and last.value.rstrip().endswith(":")


def _cites(unit: Unit, notes: set[str]) -> bool:
    nodes = (node for line in lines_of(unit) for node in walk_inlines(line))
    return any(
        isinstance(node, Citation) or (isinstance(node, FootnoteMark) and node.label in notes)
        for node in nodes
    )
