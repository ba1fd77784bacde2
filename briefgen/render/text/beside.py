"""What may stand beside what, or behind it, as Python-Markdown reads blocks."""

from collections.abc import Sequence

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


def runs_on(block: Block) -> bool:
    """Whether Python-Markdown would read two of its kind, one below the other, as one."""
    match block:
        case List() | BlockQuote() | DefinitionList():
            return True
        case Paragraph() | Heading() | CodeBlock() | HtmlBlock() | ThematicBreak() | Table() | Box():
            return False
        case FootnoteDefinition() | AbbreviationDefinition():
            return False


def ends_in_text(blocks: Sequence[Block]) -> bool:
    """Whether a link can stand directly behind what is written of the blocks."""
    if not blocks:
        return True
    last = blocks[-1]
    match last:
        case Paragraph() | Heading():
            return True
        case BlockQuote() | FootnoteDefinition():
            return ends_in_text(last.children)
        case List():
            return ends_in_text(last.items[-1].children)
        case CodeBlock() | HtmlBlock() | ThematicBreak() | Table() | Box():
            return False
        case DefinitionList() | AbbreviationDefinition():
            return False


def takes_no_link(block: Block) -> bool:
    """Whether a link at its end would stand in code."""
    match block:
        case CodeBlock() | HtmlBlock():
            return True
        case Paragraph() | Heading() | List() | BlockQuote() | ThematicBreak() | Table() | Box():
            return False
        case DefinitionList() | FootnoteDefinition() | AbbreviationDefinition():
            return False
