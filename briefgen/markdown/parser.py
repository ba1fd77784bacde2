"""The one configured markdown-it-py parser."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.markdown import helpers
from briefgen.markdown.abbreviation_rule import abbreviation_plugin
from briefgen.markdown.ahead import InlineParser, ahead
from briefgen.markdown.box_rule import box_plugin
from briefgen.markdown.citation_rule import citation_plugin
from briefgen.markdown.heading_rule import heading_plugin
from briefgen.markdown.pandoc_rules import pandoc_plugin
from briefgen.markdown.span_rule import span_plugin
from briefgen.markdown.table_rule import table_plugin

_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_InlineRule = Callable[[StateInline, bool], bool]
_CITED = re.compile(r"\[[^\[\]]*(?<![\w.\\])@[\w{]")


_LABEL_ENDS = re.compile("[ \n\\]]")


NESTED = 40
"""How deep blocks may stand in one another: quotes, boxes, notes count once, lists twice."""


BEGINNINGS: Mapping[str, str] = {
    "box_close": ":",
    "box": ":",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "footnote_def": "[",
    "abbreviation": "*",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
"""With what a line begins, by the rules that need it; all others look at more than that."""


class _Blocks(ParserBlock):
    """At each line only those rules are asked that may be meant: hardly one of a dozen is.

    Notes in ``env["deep_lines"]`` where something stands too deep; it is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._at: dict[str, list[_BlockRule]] = {}

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        line, had_empty = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level > NESTED:
                state.env.setdefault("deep_lines", []).append(line)
                state.line = endLine
                break
            matched = any(rule(state, line, endLine, False) for rule in self._rules_at(state, line))
            assert matched, "a paragraph begins with anything"
            assert state.line > line, "a rule goes on"
            state.tight = not had_empty
            line = state.line
            # A paragraph in a list may have taken the empty line behind it.
            had_empty = had_empty or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                had_empty = True
                state.line = line = line + 1

    def _rules_at(self, state: StateBlock, line: int) -> "list[_BlockRule]":
        begun = state.src[state.bMarks[line] + state.tShift[line]]
        rules = self._at.get(begun)
        if rules is None:
            named = zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)
            rules = [rule for name, rule in named if begun in BEGINNINGS.get(name, begun)]
            self._at[begun] = rules
        return rules


class _Parser(MarkdownIt):
    """Reads every address as one: those that run code are reported, not shown as text without a word."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.helpers = helpers
        self.inline, self.block = InlineParser(), _Blocks()
        self.configure("commonmark", options_update={"maxNesting": NESTED + 1})

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True


@cache
def markdown_parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough, definition lists, footnotes, boxes, spans and citations.

    Adjacent text is not joined: an escape or a character reference stays a token of its own, so that
    every other text token is, character by character, a slice of the source.
    """
    md = _Parser().enable(["table", "strikethrough"])
    md.use(table_plugin)
    md.use(deflist_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.use(abbreviation_plugin)
    md.use(box_plugin)
    md.use(span_plugin)
    md.use(citation_plugin)
    md.use(pandoc_plugin)
    md.use(heading_plugin)
    md.core.ruler.disable("text_join")
    md.block.ruler.at("reference", _reference)
    md.inline.ruler.at("footnote_ref", _footnote_mark)
    for name, rule in (("link", link), ("image", image), ("autolink", autolink), ("backticks", backtick)):
        md.inline.ruler.at(name, _with_end(rule))
    return md


def _reference(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """A link definition, unless its label is a citation: ``[@key]: remark`` is text, as in Pandoc."""
    start = state.bMarks[line] + state.tShift[line]
    return not _CITED.match(state.src, start) and reference(state, line, end_line, silent)


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """``[^label]``, as the rule of mdit-py-plugins; whether a footnote has the label is asked later."""
    start = state.pos
    if not state.src.startswith("[^", start):
        return False
    end = ahead(state).search(_LABEL_ENDS, start + 2)
    if end in (start + 2, state.posMax) or state.src[end] != "]":
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": state.src[start + 2 : end]}
    state.pos = end + 1
    return True


def _with_end(rule: _InlineRule) -> _InlineRule:
    """The rule, leaving in ``meta["end"]`` of the last token it pushed where it stopped reading.

    markdown-it-py keeps no offsets of inline tokens, and the end of a link, an image or a code span
    cannot be told from the token alone.
    """

    def with_end(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > before and not state.pending:
            state.tokens[-1].meta = {**state.tokens[-1].meta, "end": state.pos}
        return matched

    return with_end
