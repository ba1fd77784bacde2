"""Short ways to read Markdown, ours and pandoc's, for the tests."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefgen.markdown.plain import plain_text
from briefgen.markdown.tree import Tree, parse_tree
from briefgen.markdown.walk import lines_of, walk_blocks, walk_inlines
from briefgen.model.block import Block, FootnoteDefinition
from briefgen.model.citation import CitationMode
from briefgen.model.inline import Citation, FootnoteMark
from briefgen.text import TextFile

_SIGNS = {CitationMode.NORMAL: "", CitationMode.AUTHOR_IN_TEXT: "@", CitationMode.SUPPRESS_AUTHOR: "-"}


def tree_of(text: str) -> Tree:
    return parse_tree(TextFile("sources/test.md", text), 0)


def our_citations(text: str) -> list[str]:
    """Every citation in the notation of `written`, a footnote's where its mark stands, as in pandoc."""
    blocks = tree_of(text).blocks
    notes = {block.label: block for block in walk_blocks(blocks) if isinstance(block, FootnoteDefinition)}
    inside = {id(block) for note in notes.values() for block in walk_blocks(note.children)}

    def read(blocks: Iterable[Block]) -> Iterator[str]:
        for node in (node for block in blocks for line in lines_of(block) for node in walk_inlines(line)):
            if isinstance(node, Citation):
                yield " | ".join(
                    written(item.key, item.mode, plain_text(item.prefix), plain_text(item.suffix))
                    for item in node.items
                )
            elif isinstance(node, FootnoteMark) and node.label in notes:
                yield from read(walk_blocks(notes[node.label].children))

    return list(read(block for block in walk_blocks(blocks) if id(block) not in inside))


def pandoc_citations(blocks: Any) -> list[str]:
    """The same of pandoc's tree; a citation inside another one is its text, and left out by both."""
    return [
        " | ".join(
            written(
                item["citationId"],
                CitationMode(item["citationMode"]["t"]),
                pandoc_text(item["citationPrefix"]),
                pandoc_text(item["citationSuffix"]),
            )
            for item in node["c"][0]
        )
        for node in pandoc_nodes(blocks, "Cite")
    ]


def written(key: str, mode: CitationMode, prefix: str, suffix: str) -> str:
    """One work of a citation: ``see <key> p. 3``, narrative ``<@key>``, without author ``<-key>``."""
    return " ".join(f"{prefix} <{_SIGNS[mode]}{key}> {suffix}".split())


def pandoc_nodes(tree: Any, kind: str) -> Iterator[dict[str, Any]]:
    """The outermost nodes of a kind in pandoc's JSON, in the order of the text."""
    if isinstance(tree, list):
        for child in tree:
            yield from pandoc_nodes(child, kind)
    elif isinstance(tree, dict):
        if tree.get("t") == kind:
            yield tree
        else:
            yield from pandoc_nodes(tree.get("c"), kind)


def pandoc_text(inlines: Iterable[Any]) -> str:
    """What a reader reads of pandoc's inlines, as `plain_text` has it."""
    return "".join(map(_text, inlines))


def _text(node: dict[str, Any]) -> str:
    content = node.get("c")
    match node["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return str(content[1])  # type: ignore[index]
        case "Emph" | "Strong" | "Strikeout" | "Superscript" | "Subscript":
            return pandoc_text(content or ())
        case "Link" | "Image" | "Span":
            return pandoc_text(content[1])  # type: ignore[index]
        case "Cite" | "Note" | "RawInline":
            return ""
    raise AssertionError(f"{node['t']!r} has no text yet")
