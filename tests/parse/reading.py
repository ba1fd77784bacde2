"""Short ways to ask of a text what parsing asks of a file."""

from collections.abc import Sequence

from briefgen.diagnostics import Diagnostic
from briefgen.markdown.tree import parse_tree
from briefgen.parse.check import Check, FileKind, Seen, walk
from briefgen.parse.checks import (
    addresses,
    box_kinds,
    brackets,
    citation_places,
    fences,
    footnotes,
    ids,
    key_points,
    raw_html,
    span_attributes,
    translations,
    unclosed_boxes,
)
from briefgen.text import TextFile

TEXT_CHECKS = tuple(
    module.CHECK
    for module in (
        addresses,
        brackets,
        citation_places,
        fences,
        footnotes,
        raw_html,
        span_attributes,
        unclosed_boxes,
    )
)
"""What is asked of any running text, whatever its quotations are bound to."""

BOX_CHECKS = tuple(module.CHECK for module in (ids, box_kinds, key_points, translations))


def seen_in(text: str, language: str = "") -> Seen:
    """A text without front matter, as checks see it; nothing in it is bound to a work."""
    file = TextFile("sources/context/text.en.md", text)
    tree = parse_tree(file, 0)
    return Seen(
        FileKind.CONTEXT,
        file,
        language,
        None,
        tree.blocks,
        tree.unclosed,
        (),
        walk(tree.blocks),
    )


def found_by(checks: Sequence[Check], text: str, language: str = "") -> list[Diagnostic]:
    """What the checks find in a text."""
    seen = seen_in(text, language)
    return [finding for check in checks for finding in check.run(seen)]
