"""markdown-it-py's block rule for tables, without those that would be filled up with cells without end."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table

_BELOW_HEAD = ("|", "-", ":")
"""With what the line below a head begins: the library asks a few things before it looks at that."""
MOST_ADDED = 5_000
"""How many cells that nobody wrote a text's tables may have: short rows below a wide head are filled up."""


def table_plugin(md: MarkdownIt) -> None:
    """Put the rule in the place of the other; what it refuses is a paragraph, which a check tells of."""
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    if line + 1 >= end_line or _begun(state, line + 1) not in _BELOW_HEAD:
        return False
    if not silent and not table(state, line, end_line, True):
        return False
    if not silent:
        added = state.env.get("cells_added", 0) + _added(state, line, end_line)
        if added > MOST_ADDED:
            return False
        state.env["cells_added"] = added
    return table(state, line, end_line, silent)


def _begun(state: StateBlock, line: int) -> str:
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at : at + 1]


def _added(state: StateBlock, line: int, end_line: int) -> int:
    """How many cells are put into the rows below a head, at least."""
    width = _bars(state, line + 1) - 1
    added = 0
    for row in range(line + 2, end_line):
        if state.isEmpty(row) or added > MOST_ADDED:
            break
        added += max(width - _bars(state, row) - 1, 0)
    return added


def _bars(state: StateBlock, line: int) -> int:
    return state.src.count("|", state.bMarks[line] + state.tShift[line], state.eMarks[line])
