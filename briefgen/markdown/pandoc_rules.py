"""markdown-it-py's inline rules for what Pandoc reads beyond CommonMark: raised, lowered and marked text,
notes in their line, mathematics."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from briefgen.markdown.ahead import label_end

_RAISED = re.compile(r"\^((?:[^\s^\\\[\]]|\\[^\s])+)\^")
_LOWERED = re.compile(r"~((?:[^\s~\\\[\]]|\\[^\s])+)~(?!~)")
_MARKED = re.compile(r"==(?=[^\s=])((?:[^=\\]|\\.|=(?!=)){0,2000}?)(?<=[^\s=\\])==(?![=\w])", re.DOTALL)
_INLINE = re.compile(r"\$(?![ \t\n$])((?:\\[^\n]|[^\\ \t\n$`]|[ \t\n](?![ \t\n]*\$)){1,4000})\$(?!\d)")
_DISPLAY = re.compile(r"\$\$((?:[^$]|\$(?!\$)){1,20000})\$\$")

_TAGS = {"superscript": "sup", "subscript": "sub", "highlight": "mark"}


def pandoc_plugin(md: MarkdownIt) -> None:
    """Add the rules: mathematics before all others, since nothing in it is Markdown."""
    md.inline.ruler.before("escape", "formula", _formula)
    md.inline.ruler.before("strikethrough", "subscript", _lowered)
    md.inline.ruler.before("strikethrough", "superscript", _raised)
    md.inline.ruler.before("strikethrough", "highlight", _marked)
    md.inline.ruler.before("link", "inline_note", _note)


def _formula(state: StateInline, silent: bool) -> bool:
    """``$…$`` without space inside its dollars and no digit behind them, and ``$$…$$``."""
    start = state.pos
    if state.src[start] != "$":
        return False
    found = _DISPLAY.match(state.src, start, state.posMax)
    display = found is not None
    found = found or _INLINE.match(state.src, start, state.posMax)
    if found is None or not found[1].strip():
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = found[1]
        token.meta = {"end": found.end(), "display": display}
    state.pos = found.end()
    return True


def _raised(state: StateInline, silent: bool) -> bool:
    return _between(state, silent, _RAISED, "^", "superscript")


def _lowered(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos - 1 : state.pos] != "~" and _between(state, silent, _LOWERED, "~", "subscript")


def _marked(state: StateInline, silent: bool) -> bool:
    before = state.src[state.pos - 1 : state.pos]
    is_open = not (before.isalnum() or before in ("=", "{"))
    return is_open and _between(state, silent, _MARKED, "==", "highlight")


def _between(state: StateInline, silent: bool, pattern: re.Pattern[str], mark: str, name: str) -> bool:
    start = state.pos
    if not state.src.startswith(mark, start):
        return False
    found = pattern.match(state.src, start, state.posMax)
    if found is None:
        return False
    if not silent:
        outer_end = state.posMax
        state.push(f"{name}_open", _TAGS[name], 1).markup = mark
        state.pos, state.posMax = found.start(1), found.end(1)
        state.md.inline.tokenize(state)
        state.posMax = outer_end
        state.push(f"{name}_close", _TAGS[name], -1).markup = mark
    state.pos = found.end()
    return True


def _note(state: StateInline, silent: bool) -> bool:
    """``^[note]``: a footnote that stands where its mark does."""
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    closing = label_end(state, start + 1)
    if closing <= start + 2:
        return False
    if not silent:
        state.push("inline_note", "", 0).meta = {"end": closing + 1}
    state.pos = closing + 1
    return True
