"""markdown-it-py's inline rule for Pandoc's bracketed spans ``[text]{.class}``."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from briefgen.markdown.ahead import ahead, label_end
from briefgen.markdown.attributes import scan_attributes


def span_plugin(md: MarkdownIt) -> None:
    """Add the rule before `link`, after `citation`."""
    md.inline.ruler.before("link", "bracketed_span", _span)


def _span(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if state.src[start] != "[" or start > ahead(state).last_span_end:
        return False  # nobody walks to the end of brackets in vain
    closing = label_end(state, start)
    if closing < 0:
        return False
    attributes = scan_attributes(state.src, closing + 1, state.posMax)
    if attributes is None:
        return False
    if not silent:
        outer_end = state.posMax
        state.push("span_open", "span", 1).meta = {"start": start}
        state.pos, state.posMax = start + 1, closing
        state.md.inline.tokenize(state)
        state.posMax = outer_end
        state.push("span_close", "span", -1).meta = {"attributes": attributes, "end": attributes.end}
    state.pos = attributes.end
    return True
