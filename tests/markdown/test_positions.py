"""The slice at a node's place is what the author wrote for it, wherever it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.markdown.tree import parse_tree
from briefgen.markdown.walk import citations_in, inlines_in, walk_blocks
from briefgen.model.block import Box
from briefgen.model.inline import Citation, Code, Quoted, Text
from briefgen.text import TextFile
from tests.markdown.documents import document
from tests.markdown.places import wrong_places
from tests.markdown.reading import tree_of
from tests.sweep import SWEEP

# Each holds the citation once or more, and nothing else that has a key.
AROUND_A_CITATION = {
    "paragraph": "x CITE y",
    "second line": "x\ny CITE",
    "lazy line": "> x\ny CITE",
    "indented line": "x\n      CITE",
    "tab": "x\n\tCITE",
    "tab in a list": "-\tx\n\ty CITE",
    "heading": "# x CITE",
    "closed heading": "# CITE #\n",
    "heading closed twice": "# x CITE # #",
    "heading in a quote": "> ## CITE ##",
    "underlined heading": "x\nCITE\n===",
    "list": "- x\n  - y\n    1. CITE",
    "list after a blank line": "1. x\n\n   CITE\n2. CITE",
    "quote in a list in a quote": "> - x\n>   > y\n>   > CITE",
    "task": "- [x] CITE",
    "cell": "| CITE | b |\n|---|---|\n| c | CITE |",
    "same text in other cells": "| CITE | CITE |\n|---|---|\n| CITE | CITE |",
    "after an escaped pipe": "| x \\| y \\| z CITE |\n|---|\n| `\\|` CITE |",
    "table without outer pipes": "a | CITE\n---|---\nCITE |",
    "short row": "| a | b |\n|---|---|\n| CITE |",
    "table in a quote in a list": "- > | a | CITE |\n  > |---|---|\n  > | a | CITE |",
    "definition": "term CITE\n:   meaning CITE\n\n    CITE",
    "footnote": "x[^n]\n\n[^n]: CITE\n\n    - CITE",
    "box": "::: note\nCITE\n:::",
    "title of a box": "::: note\n## CITE\n:::",
    "box in a list": "- x\n\n  ::: note\n  CITE\n  :::",
    "emphasis": "*x **y CITE** z*",
    "link": "[x CITE](u)",
    "span": "[x CITE]{.own}",
    "quotation": "“x CITE”",
    "after code": "`x` ``y ` z`` CITE",
    "after code over two lines": "> `x\n> y` CITE",
    "after escapes and references": "\\* &amp; &copy; \\[ CITE",
    "after autolinks": "<https://x.y/z> <a@b.org> CITE",
    "after an image": "![x](y 'z') CITE",
    "after a hard break": "x  \nCITE\\\nCITE",
    "beyond the basic plane": "😀 𝔘 CITE",
    "after no-break spaces": "\u00a0\u00a0\nx CITE",
    "after raw HTML": "<sub>x</sub> <!-- y\nz --> CITE",
}
CITES = ["[@key]", "[see @key, p. 3]", "@key [p. 3]", "-@key", "@{key}", "[-@{key}]"]


@pytest.mark.parametrize("text", AROUND_A_CITATION.values(), ids=AROUND_A_CITATION.keys())
@pytest.mark.parametrize("cite", CITES)
def test_citation(text: str, cite: str) -> None:
    written = text.replace("CITE", cite)
    tree = tree_of(written)
    found = list(citations_in(tree.blocks))
    assert [citation.span.text for citation in found] == [cite] * text.count("CITE")
    assert {item.key_span.text for citation in found for item in citation.items} == {"key"}
    starts = [citation.span.start for citation in found]
    assert sorted(starts) == [at for at in range(len(written)) if written.startswith(cite, at)]
    assert not wrong_places(tree)


def test_citation_over_several_lines_of_a_quote() -> None:
    (citation,) = citations_in(tree_of("> x [@a,\n> p. 3;\n> see @b]").blocks)
    assert citation.span.text == "[@a,\n> p. 3;\n> see @b]"
    assert [item.key_span.line for item in citation.items] == [1, 3]


def test_parts_of_a_citation() -> None:
    (citation,) = citations_in(tree_of('[see *also* @a, p. 3, "the words"; -@{b/c} x]').blocks)
    first, second = citation.items
    assert first.span.text == 'see *also* @a, p. 3, "the words"'
    assert [node.span.text for node in first.prefix] == ["see ", "*also*"]
    assert first.quoted is not None
    assert first.quoted.span.text == "the words"
    assert second.span.text == " -@{b/c} x"
    assert second.key_span.text == "b/c"


def test_quotations_include_their_marks() -> None:
    nodes = inlines_in(tree_of("x “a *b* c” y &bdquo;d&ldquo; z »e\nf« g").blocks)
    quoted = [node.span.text for node in nodes if isinstance(node, Quoted)]
    assert quoted == ["“a *b* c”", "&bdquo;d&ldquo;", "»e\nf«"]


def test_quotation_in_a_cell_with_an_escaped_pipe() -> None:
    nodes = list(inlines_in(tree_of("| a |\n|---|\n| w „x \\| y“ z [@k] |").blocks))
    (quoted,) = (node for node in nodes if isinstance(node, Quoted))
    assert quoted.span.text == "„x \\| y“"
    assert "".join(node.value for node in nodes if isinstance(node, Text)) == "aw x | y z "


def test_code_in_a_cell() -> None:
    nodes = inlines_in(tree_of("| a `x` | `x` |\n|---|---|\n| `a \\| b` | c |").blocks)
    assert [node.span.text for node in nodes if isinstance(node, Code)] == ["`x`", "`x`", "`a \\| b`"]


def test_box_is_where_its_fence_is() -> None:
    blocks = walk_blocks(tree_of("> - x\n>\n>   :::: {.note #i title='t'}\n>   y\n>   ::::").blocks)
    (box,) = (block for block in blocks if isinstance(block, Box))
    assert box.span.text == ":::: {.note #i title='t'}"
    assert box.attributes.span.text == "{.note #i title='t'}"
    assert [pair.span.text for pair in box.attributes.pairs] == ["title='t'"]


def test_after_front_matter() -> None:
    text = "---\ntitle: x\n---\n\n# y\n\n::: {.note a=b}\n| c |\n|---|\n| [@k] |\n:::\n"
    tree = parse_tree(TextFile("x.md", text), text.index("\n\n") + 1)
    (node,) = (node for node in inlines_in(tree.blocks) if isinstance(node, Citation))
    assert (node.span.text, node.span.line, node.span.column) == ("[@k]", 10, 3)
    assert not wrong_places(tree)
    assert [b.attributes.pairs[0].span.text for b in walk_blocks(tree.blocks) if isinstance(b, Box)] == [
        "a=b"
    ]


@given(st.randoms(use_true_random=False).map(document))
@settings(max_examples=200 * SWEEP)
def test_any_document(text: str) -> None:
    assert wrong_places(tree_of(text)) == []
