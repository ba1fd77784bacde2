"""What of a block quote are its quoted words, what cites them, and what is shown of it where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.markdown.plain import plain_text
from briefgen.markdown.walk import inlines_in, is_break
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
from briefgen.model.inline import BracketedSpan, Citation, FootnoteMark, Inline, Quoted, Text

Blocks = tuple[Block, ...]
Line = tuple[Inline, ...]
Notes = Mapping[tuple[str, str], Citation]
"""The author's footnotes that are nothing but a citation, by the path of their file and their label."""

DASH = re.compile(r"\s*(?:—|–|―|--?-?(?!\w))\s*")
"""With what an attribution begins."""

LONGEST_ATTRIBUTION = 12
"""Its words, at most."""

_MAY_FOLLOW = " .)"
"""What may stand behind the citation that closes a quote."""

_ENDS = (".", "!", "?", "…")
_CLOSERS = '”“"»«’’›‹」』'


@dataclass(frozen=True, slots=True)
class QuoteParts:
    """A block quote, taken apart.

    `quoted` are the blocks whose words are quoted, `shown` the same with the mark of the citation, `citation`
    is what cites them, and `beside` are those that stand right before it and cite them as well.
    `attribution` is the last paragraph where it may be the author's word on the quotation and not part of it:
    it cites, and begins with a dash or is nothing but citations of which one prints a name.
    """

    quoted: Blocks
    shown: Blocks
    citation: Citation | None
    attribution: Paragraph | None
    beside: tuple[Citation, ...] = ()


def parts_of_quote(quote: BlockQuote, notes: Notes, *, attributed: bool = True) -> QuoteParts:
    """Take a block quote apart; unless `attributed`, a last paragraph with words in it is quoted."""
    blocks = _with_last_line(quote.children, notes) if attributed else quote.children
    last = blocks[-1] if blocks else None
    if len(blocks) > 1 and isinstance(last, Paragraph):
        closing = _closing(last.children, notes)
        said = plain_text(closing.before) if closing else ""
        if closing and not said.strip(" ("):
            if closing.citation.narrative or any(isinstance(node, Citation) for node in closing.before):
                # A name is printed.
                return QuoteParts(blocks[:-1], blocks[:-1], closing.citation, last, closing.beside)
            shown = _with_mark(blocks[:-1], closing.nodes) or blocks
            return QuoteParts(blocks[:-1], shown, closing.citation, None, closing.beside)
        if attributed and closing and DASH.match(said):
            return QuoteParts(blocks[:-1], blocks[:-1], closing.citation, last, closing.beside)
    quoted, shown, closing = _cut(blocks, notes)
    if closing is None:
        return QuoteParts(quoted, shown, _last_citation(quoted), None)
    return QuoteParts(quoted, shown, closing.citation, None, closing.beside)


def _with_last_line(blocks: Blocks, notes: Notes) -> Blocks:
    """The blocks with the last line as a paragraph of its own, where it begins with a dash and cites."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return blocks
    line = last.children
    at = next((index for index in range(len(line) - 1, -1, -1) if is_break(line[index])), 0)
    if not at or _closing(line[at + 1 :], notes) is None or not DASH.match(plain_text(line[at + 1 :])):
        return blocks
    words = replace(last, children=line[:at], span=line[0].span.to(line[at - 1].span))
    return (*blocks[:-1], words, replace(last, children=line[at + 1 :], span=line[at + 1].span.to(last.span)))


def words_of_attribution(paragraph: Paragraph, notes: Notes) -> Line:
    """The line of an attribution, without its citation."""
    closing = _closing(paragraph.children, notes)
    return closing.before if closing else paragraph.children


def without_outer_marks(blocks: Blocks) -> Blocks:
    """Without the quotation marks around the whole of the one paragraph, which is set as quoted anyway.

    The mark of its citation may stand behind them. Blocks without such marks are given back as they are.
    """
    only = blocks[0] if len(blocks) == 1 else None
    if not isinstance(only, Paragraph):
        return blocks
    first, *rest = only.children or (None,)
    if not isinstance(first, Quoted) or plain_text(rest).strip(_MAY_FOLLOW):
        return blocks
    return (replace(only, children=(*first.children, *rest)),)


def is_own(quote: BlockQuote) -> bool:
    """Whether an author declares a whole block quote his own words: every paragraph is one ``[…]{.own}``.

    A last one that begins with a dash may say whose motto it is; what is no paragraph is not quoted anyway.
    """
    paragraphs = [child for child in quote.children if isinstance(child, Paragraph)]
    if len(paragraphs) > 1 and DASH.match(plain_text(paragraphs[-1].children)):
        paragraphs.pop()
    inner = [child for child in quote.children if isinstance(child, BlockQuote)]
    return bool(paragraphs or inner) and all(
        (*(_is_own_line(paragraph.children) for paragraph in paragraphs), *map(is_own, inner))
    )


def _is_own_line(line: Line) -> bool:
    only = line[0] if len(line) == 1 else None
    if not isinstance(only, BracketedSpan) or "own" not in only.attributes.classes:
        return False
    return not any(isinstance(node, Citation) for node in inlines_in((Paragraph(line, only.span),)))


def cited_by(node: Inline, notes: Notes) -> Citation | None:
    """The citation that an inline node is, or that its footnote is nothing but."""
    if isinstance(node, Citation):
        return node
    return notes.get((node.span.path, node.label)) if isinstance(node, FootnoteMark) else None


@dataclass(frozen=True, slots=True)
class _Closing:
    """The citation that closes a line: what stands `before` it, and a full stop `behind` it.

    `beside` are those that stand right before it; `nodes` are all of them, as they are written.
    """

    before: Line
    nodes: Line
    citation: Citation
    beside: tuple[Citation, ...]
    behind: Line


def _closing(line: Line, notes: Notes) -> _Closing | None:
    """The citation that closes a line; a ``.`` or ``)`` may follow it."""
    for index in range(len(line) - 1, -1, -1):
        node = line[index]
        citation = cited_by(node, notes)
        if citation is not None:
            following = line[index + 1 :]
            said = plain_text(following)
            first, beside = _run(line, index, notes)
            before = _without_parenthesis(line[:first]) if ")" in said else line[:first]
            ended = plain_text(before).rstrip().rstrip(_CLOSERS).endswith(_ENDS)
            stop = [
                replace(one, value=".") for one in following if isinstance(one, Text) and "." in one.value
            ]
            behind = () if ended else tuple(stop[:1])
            return _Closing(before, line[first : index + 1], citation, beside, behind)
        if not (isinstance(node, Text) and not node.value.strip(_MAY_FOLLOW)):
            break
    return None


def _prints_name(node: Inline) -> bool:
    return isinstance(node, Citation) and node.narrative


def _run(line: Line, last: int, notes: Notes) -> tuple[int, tuple[Citation, ...]]:
    """Where the run of citations that ends at `last` begins, with nothing but space in it; and the others."""
    beside: list[Citation] = []
    first = last
    if _prints_name(line[last]):
        return first, ()
    for index in range(last - 1, -1, -1):
        node = line[index]
        citation = cited_by(node, notes)
        if citation is not None and not _prints_name(node):
            beside.insert(0, citation)
            first = index
        elif not (is_break(node) or (isinstance(node, Text) and not node.value.strip())):
            break
    return first, tuple(beside)


def _cut(blocks: Blocks, notes: Notes) -> tuple[Blocks, Blocks, _Closing | None]:
    """The blocks without the citation that is their last inline, and with its mark; and what closes them.

    A narrative citation prints a name, so it stays where it is, and the words are refused for it.
    """
    if not blocks:
        return blocks, blocks, None
    last = blocks[-1]
    match last:
        case Paragraph():
            closing = _closing(last.children, notes)
            if closing is None or closing.citation.narrative:
                return blocks, blocks, closing
            quoted = replace(last, children=(*_trimmed(closing.before), *closing.behind))
            shown = replace(last, children=(*closing.before, *closing.nodes, *closing.behind))
            return (*blocks[:-1], quoted), (*blocks[:-1], shown), closing
        case BlockQuote():
            read, written, closing = _cut(last.children, notes)
            quote, marked = replace(last, children=read), replace(last, children=written)
            return (*blocks[:-1], quote), (*blocks[:-1], marked), closing
        case List():
            read, written, closing = _cut(last.items[-1].children, notes)
            *items, item = last.items
            one = replace(last, items=(*items, replace(item, children=read)))
            other = replace(last, items=(*items, replace(item, children=written)))
            return (*blocks[:-1], one), (*blocks[:-1], other), closing
        case Heading() | CodeBlock() | HtmlBlock() | ThematicBreak() | Table() | Box():
            return blocks, blocks, None
        case DefinitionList() | FootnoteDefinition() | AbbreviationDefinition():
            return blocks, blocks, None


def _with_mark(blocks: Blocks, nodes: Line) -> Blocks | None:
    """The blocks with the marks of citations behind their last word, where that is the end of a paragraph."""
    last = blocks[-1]
    if not isinstance(last, Paragraph):
        return None
    return (*blocks[:-1], replace(last, children=(*last.children, *nodes)))


def _last_citation(blocks: Sequence[Block]) -> Citation | None:
    """The last citation in brackets that stands within the words: all of them belong to it."""
    found = [node for node in inlines_in(blocks) if isinstance(node, Citation)]
    return next((citation for citation in reversed(found) if not citation.narrative), None)


def _trimmed(line: Line) -> Line:
    """Without the space and the line end that stood before a citation."""
    last = line[-1] if line else None
    if last is not None and is_break(last):
        return _trimmed(line[:-1])
    if isinstance(last, Text) and last.value != last.value.rstrip():
        rest = last.value.rstrip()
        return (*line[:-1], replace(last, value=rest)) if rest else _trimmed(line[:-1])
    return line


def _without_parenthesis(nodes: Line) -> Line:
    """Without the ``(`` that a citation stands in."""
    last = nodes[-1] if nodes else None
    if not isinstance(last, Text) or not last.value.rstrip().endswith("("):
        return nodes
    return (*nodes[:-1], replace(last, value=last.value.rstrip()[:-1]))
