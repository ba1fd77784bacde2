"""Whether the place a node of a tree claims holds what the node stands for."""

import html
import re
from collections.abc import Iterator, Sequence

from briefgen.markdown.tree import Tree
from briefgen.markdown.walk import lines_of, walk_blocks, walk_inlines
from briefgen.model.block import Block, Box, CodeBlock, FootnoteDefinition, Table
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
from briefgen.text import Span
from tests.markdown.reading import our_citations

# A piece of text over several lines has the marks of its containers at the starts of lines.
_LINE_START = re.compile(r"[ \t]*\n[ \t>]*")


def wrong_places(tree: Tree) -> list[str]:
    """What is wrong, in words; nothing for a tree whose places are right."""
    return list(_wrong(tree))


def _wrong(tree: Tree) -> Iterator[str]:
    for block in walk_blocks(tree.blocks):
        if not _block_holds(block):
            yield f"{type(block).__name__} at {block.span.text!r}"
        for line in lines_of(block):
            yield from _out_of_order(line)
            for node in walk_inlines(line):
                if not _holds(node, node.span.text):
                    yield f"{node} at {node.span.text!r}"
                yield from _out_of_order(_children(node), node.span)


def _out_of_order(nodes: Sequence[Inline], parent: Span | None = None) -> Iterator[str]:
    end = parent.start if parent else 0
    quoted: Span | None = None
    for node in nodes:
        if quoted and quoted.start <= node.span.start and node.span.end <= quoted.end:
            continue  # a citation that closes words in marks stands behind these in the tree
        quoted = node.span if isinstance(node, Quoted) else None
        if not end <= node.span.start <= node.span.end or (parent and node.span.end > parent.end):
            yield f"{node} at {node.span.start}-{node.span.end}, out of order"
        end = node.span.end


def _children(node: Inline) -> Sequence[Inline]:
    match node:
        case Emphasis() | Strong() | Strikethrough() | Link() | BracketedSpan() | Quoted():
            return node.children
        case Superscript() | Subscript() | Highlighted():
            return node.children
    return ()


def _holds(node: Inline, text: str) -> bool:
    match node:
        case Text():
            escaped = (
                _cell(text) == "\\" + node.value
                or text == "\\" + node.value
                or (text[:1] == "&" and html.unescape(text) == node.value)
            )
            return text == node.value or escaped or text.startswith("title=")
        case SoftBreak() | HardBreak():
            return text.count("\n") == 1 and not text.strip(" \t\n\\>")
        case Code():
            return text[0] == text[-1] == "`" and _bare(node.value) in (
                _bare(text.strip("`")),
                _bare(_cell(text).strip("`")),
            )
        case Emphasis():
            return _ends(node.span, ("*", "_"), ("*", "_"))
        case Strong():
            return _ends(node.span, ("**", "__"), ("**", "__"))
        case Strikethrough():
            return _ends(node.span, ("~~",), ("~~",))
        case Superscript():
            return _ends(node.span, ("^",), ("^",))
        case Subscript():
            return _ends(node.span, ("~",), ("~",))
        case Highlighted():
            return _ends(node.span, ("==",), ("==",))
        case Formula():
            return _ends(node.span, ("$",), ("$",))
        case Link():
            return text[0] + text[-1] == "<>" or _ends(node.span, ("[",), (")", "]"))
        case Image():
            return text[:2] == "![" and text[-1] in ")]"
        case HtmlInline():
            return _LINE_START.sub("\n", text) == _LINE_START.sub("\n", node.value)
        case BracketedSpan():
            attributes = node.attributes.span.text
            pairs = all(pair.span.text.startswith(pair.key + "=") for pair in node.attributes.pairs)
            return (
                text[0] == "["
                and text.endswith(attributes)
                and attributes[0] + attributes[-1] == "{}"
                and pairs
            )
        case FootnoteMark():
            return text == f"[^{node.label}]"
        case Citation():
            return _citation_holds(node, text)
        case Quoted():
            return _quoted_holds(node, text)


_MARK = "[“”„‟«»\"'‘’‚‹›「」〝〟〞《》＂`´,<>❝❞❛❜״″′≪≫]"
_DELIMITERS = r"(?:[*_~\[]|\](?:\([^()]*\)|\[[^\[\]]*\])?)*"
_CUT_BEFORE = re.compile(f"(?:{_MARK}|;){_DELIMITERS}\\Z")
_CUT_AFTER = re.compile(f"{_DELIMITERS}(?:{_MARK}|[\\\\&])")


def _ends(span: Span, openings: tuple[str, ...], closings: tuple[str, ...]) -> bool:
    """Whether a node begins and ends with its delimiters, or where a quotation mark cuts it in two."""
    source = span.file.text
    whole = span.text.startswith(openings), span.text.endswith(closings)
    cut = _CUT_BEFORE.search(source[: span.start]), _CUT_AFTER.match(source, span.end)
    return all(is_whole or is_cut for is_whole, is_cut in zip(whole, cut, strict=True))


def _quoted_holds(node: Quoted, text: str) -> bool:
    """Whether the span begins and ends with the marks, escaped, as references or tags, and holds the rest."""
    first = node.children[0].span.start if node.children else node.span.end
    last = node.children[-1].span.end if node.children else node.span.start
    opening, closing = text[: first - node.span.start], text[last - node.span.start :]
    if text[:2].lower() == "<q" and (node.opening, node.closing) == ("“", "”"):
        return opening.rstrip("*_~[").endswith(">") and "</" in closing
    return _unescaped(opening).startswith(node.opening) and _unescaped(closing).endswith(node.closing)


def _unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", html.unescape(text))


def _citation_holds(node: Citation, text: str) -> bool:
    items = node.items
    again = our_citations(f"w {_cell(_LINE_START.sub(' ', text))}")
    return (
        text[0] in "[@-"
        and all(item.key_span.text == item.key for item in items)
        and all(node.span.start <= item.span.start <= item.span.end <= node.span.end for item in items)
        and all(
            item.span.start <= item.key_span.start <= item.key_span.end <= item.span.end for item in items
        )
        and len(again) == 1
        and all(f"{item.key}>" in again[0] for item in items)
        and not any(wrong for item in items for wrong in _part_wrong(item.prefix + item.suffix))
    )


def _cell(text: str) -> str:
    """As a table's cell has it."""
    return text.replace("\\|", "|")


def _bare(code: str) -> str:
    return re.sub(r"[\s>]", "", code)


def _part_wrong(nodes: Sequence[Inline]) -> Iterator[str]:
    for node in walk_inlines(nodes):
        if not _holds(node, node.span.text):
            yield f"{node}"


def _block_holds(block: Block) -> bool:
    text = block.span.text
    inside = all(
        block.span.start <= node.span.start <= node.span.end <= block.span.end
        for line in lines_of(block)
        for node in line
    )
    match block:
        case Box():
            return text.startswith(":::")
        case FootnoteDefinition():
            return f"[^{block.label}]:" in text.split("\n")[0]
        case CodeBlock():
            return all(line.strip() in text for line in block.text.split("\n"))
        case Table():
            return inside and all(
                not cell.children or cell.children[0].span.start >= cell.span.start
                for row in (block.head, *block.rows)
                for cell in row
            )
    return inside
