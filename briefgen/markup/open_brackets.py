"""Brackets of a formula that nothing closes: what the library for formulas takes doubles with each of them.

It tries them both ways, and nothing can stop it. So a bracket counts as closed only where that is certain: by
one of any shape, in the same group, that is no argument of a command.
"""

import re
import unicodedata
from collections.abc import Callable

_TOKEN = re.compile(r"%[^\n]*|\\[A-Za-z]+|\\.|\S", re.DOTALL)
_OPENING, _CLOSING = frozenset({"Ps", "Pi"}), frozenset({"Pe", "Pf"})
"""Categories of Unicode."""
_SCRIPTS = frozenset({"^", "_"})
_BEGINS = frozenset({"{", "\\left", "\\begin"})
_ENDS = frozenset({"}", "\\right", "\\end"})
_WITH_DELIMITER = frozenset({"\\left", "\\middle", "\\right"})
_BARS = {"\\lvert": "(", "\\lVert": "(", "\\rvert": ")", "\\rVert": ")"}
"""Upright bars that open or close, which their sign does not tell."""

Known = Callable[[str], int | str]
"""How many arguments a command takes, or the sign that it stands for, if any."""


class _Formula:
    """What is open while a formula is read: groups, brackets in the innermost one, arguments that are due."""

    def __init__(self, known: Known) -> None:
        self.unclosed = 0
        self._known = known
        self._brackets = 0
        self._groups: list[tuple[int, int]] = []
        self._due = 0
        self._is_delimiter = False

    def take(self, token: str) -> None:
        """Read the next token."""
        if self._is_delimiter:
            self._is_delimiter = False
            return
        self._is_delimiter = token in _WITH_DELIMITER
        was_due = self._due
        self._due = max(was_due - 1, 0)
        if token in _BEGINS:
            self._groups.append((self._brackets, self._due if token == "{" else 0))
            self._brackets, self._due = 0, 0
        elif token in _ENDS:
            self.end()
        elif token in _SCRIPTS:
            self._due = 1
        else:
            self._take_sign(token, may_close=not was_due)

    def _take_sign(self, token: str, *, may_close: bool) -> None:
        said = token
        if token.startswith("\\"):
            known = _BARS.get(token) or self._known(token)
            said = known if isinstance(known, str) else ""
            self._due += known if isinstance(known, int) else 0
        kind = unicodedata.category(said) if len(said) == 1 else ""
        if kind in _OPENING:
            self._brackets += 1
        elif kind in _CLOSING and may_close:
            self._brackets = max(self._brackets - 1, 0)

    def end(self) -> bool:
        """End the innermost group; whether it stood in another one."""
        self.unclosed += self._brackets
        stood = bool(self._groups)
        self._brackets, self._due = self._groups.pop() if stood else (0, 0)
        return stood


def open_brackets(tex: str, known: Known) -> int:
    """How many brackets of a formula may be closed by nothing."""
    formula = _Formula(known)
    for found in _TOKEN.finditer(tex):
        if not found[0].startswith("%"):
            formula.take(found[0])
    while formula.end():
        pass
    return formula.unclosed
