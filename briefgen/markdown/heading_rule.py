"""Attributes at the end of a heading, as Pandoc reads them: ``## Words {#id}``."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from briefgen.markdown.attributes import RawAttributes, scan_attributes

_TAIL = re.compile(r"(?<![ \t])[ \t]*+(?<![\\\]])(\{[^{}\n]*\})[ \t]*\Z")
_UNNUMBERED = re.compile(r"\{\s*-\s*\}")


def heading_plugin(md: MarkdownIt) -> None:
    """Take the attributes out of each heading before its text is read."""
    md.core.ruler.before("inline", "heading_attributes", _headings)


def _headings(state: StateCore) -> None:
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open" or inline.type != "inline":
            continue
        found = _TAIL.search(inline.content)
        if found is None or not (attributes := _scanned(inline.content, found)):
            continue
        inline.meta = {"whole": inline.content, "attributes": attributes}
        inline.content = inline.content[: found.start()]


def _scanned(content: str, found: re.Match[str]) -> RawAttributes | None:
    start, end = found.span(1)
    if _UNNUMBERED.fullmatch(found[1]):  # Pandoc's short form of a class
        return RawAttributes("", ("unnumbered",), (), start, end)
    attributes = scan_attributes(content, start, end)
    is_some = attributes and (attributes.identifier or attributes.classes or attributes.pairs)
    return attributes if is_some and attributes and attributes.end == end else None
