"""markdown-it-py's block rule for abbreviations: ``*[HTML]: Hypertext Markup Language``."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_DEFINITION = re.compile(r"\*\[(?=\s*+[^\[\]\\\s])([^\[\]\\]*+)\]:[ \t]+(\S.*)")


def abbreviation_plugin(md: MarkdownIt) -> None:
    """Add the rule; a definition ends a paragraph, as that of a link does."""
    md.block.ruler.before("reference", "abbreviation", _abbreviation, {"alt": ["paragraph", "reference"]})


def _abbreviation(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:  # noqa: ARG001
    if state.is_code_block(line):
        return False
    start = state.bMarks[line] + state.tShift[line]
    definition = _DEFINITION.fullmatch(state.src[start : state.eMarks[line]].rstrip())
    if definition is None:
        return False
    if not silent:
        token = state.push("abbreviation", "", 0)
        token.map = [line, line + 1]
        token.meta = {"label": " ".join(definition[1].split()), "title": definition[2].strip()}
        state.line = line + 1
    return True
