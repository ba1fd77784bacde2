"""Any document: what the site shows is what markdown-it makes of the text, or there is a finding.

A few hundred documents in every run, 20,000 in the sweep (`bash .ci/sweep`).
"""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.catalogue import words_for
from briefgen.markdown.tree import Tree, parse_tree
from briefgen.markdown.walk import citations_in, walk_blocks
from briefgen.model.block import FootnoteDefinition
from briefgen.model.work import Bibliography, Name, Work, WorkKind
from briefgen.model.workspace import ResolvedCitation
from briefgen.render.guard import guard_text, shown_html
from briefgen.render.guard.compare import first_difference
from briefgen.render.guard.normal import Normal, normal_form
from briefgen.render.text.blocks import BlockWriter
from briefgen.render.view import BriefView
from briefgen.text import TextFile
from tests.dialects.oracle import citation_label, meant, note_label
from tests.markdown.documents import document
from tests.parse.reading import BOX_CHECKS, TEXT_CHECKS, found_by
from tests.sweep import SWEEP

EXAMPLES = 200 * SWEEP
outcomes: Counter[str] = Counter()


@settings(max_examples=EXAMPLES)
@given(st.integers(min_value=0, max_value=2**64))
def test_no_document_is_shown_differently_without_a_word(seed: int) -> None:
    check_document(document(Random(seed)))


def check_document(text: str) -> None:
    file = TextFile("text.md", text)
    tree = parse_tree(file, 0)
    findings = found_by((*TEXT_CHECKS, *BOX_CHECKS), text)
    if findings:
        outcomes[findings[0].rule.name] += 1
        return
    writer = BlockWriter(view_of(tree, file), {})
    findings += guard_text(tree.blocks, writer)
    if findings:
        outcomes[findings[0].rule.name] += 1
        return
    outcomes["equal"] += 1
    expected, shown = (
        close_notes(normal_form(meant(text))),
        close_notes(normal_form(shown_html(tree.blocks, writer))),
    )
    assert first_difference(expected, shown, ()) is None, text


def test_a_closing_citation_is_no_word_of_its_quote() -> None:
    """Documents that were once called shown differently: what cites a block quote stands behind its words, or
    below them where it prints a name."""
    closings = (
        *("@a", "@a [p. 3]", "[@b] @a [p. 3].", "[@b]", "[@b] [@a]", "([@b]).", "(@b)", "[@b]\n> [@a]"),
        *("y. [@a].", "y ([@a]).", "> @a"),
    )
    texts = [f"> x\n>\n> {closing}\n" for closing in closings]
    texts += ["> > x\n>\n> @a\n", "- > x\n  >\n  > @a\n", "> - x\n>\n> [@a]\n", "> @a\n", "> x [@a] [@b]\n"]
    for text in (document(Random(60111554)), *texts):
        check_document(text)


def test_most_documents_that_are_no_mistake_are_equal() -> None:
    print(f"\ndocuments: {dict(outcomes.most_common())}")
    assert outcomes["equal"] >= 4 * outcomes["reads-differently"]


def view_of(tree: Tree, file: TextFile) -> BriefView:
    """Every key names a work whose author is called like the key."""
    citations, works = {}, {}
    for citation in citations_in(tree.blocks):
        for item in citation.items:
            name = Name(literal=item.key)
            works[item.key] = Work(item.key, "misc", WorkKind.GENERAL, item.span, authors=(name,))
        label = citation_label([item.key for item in citation.items])
        citations[citation] = ResolvedCitation(citation, citation.items, label)
    definitions = {
        (file.path, block.label): note_label(block.label)
        for block in walk_blocks(tree.blocks)
        if isinstance(block, FootnoteDefinition)
    }
    bibliography = Bibliography(tuple(works.values()))
    return BriefView("en", words_for("en"), citations, {}, definitions, frozenset(), works=bibliography)


def close_notes(node: Normal) -> Normal:
    """Footnote marks close to the word before them: where the author put a space, we put none."""
    children: list[Normal | str] = []
    for child in node.children:
        if isinstance(child, Normal):
            if child.name == "note" and children and isinstance(last := children[-1], str):
                children[-1] = last.rstrip()
            children.append(close_notes(child))
        else:
            children.append(child)
    return Normal(node.name, node.attributes, tuple(child for child in children if child), node.at)
