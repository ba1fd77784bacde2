"""A cursor over a ``.bib`` text: it passes over space, groups and quoted texts and never goes back."""

import re

from briefgen.diagnostics import Diagnostic, Report
from briefgen.rules import BIBTEX_SYNTAX
from briefgen.text import Span, TextFile

_NEW_ITEM = r"^@[A-Za-z][\w-]*[ \t]*\{"
_AT_NEW_ITEM = re.compile(_NEW_ITEM, re.MULTILINE)
_SPACE = re.compile(r"(?:\s+|%[^\n]*)*")
_BRACE = re.compile(rf"[{{}}]|{_NEW_ITEM}", re.MULTILINE)
_BRACE_OR_QUOTE = re.compile(rf"[{{}}\"]|{_NEW_ITEM}", re.MULTILINE)


class UnclosedError(Exception):
    """The text ended, or the next entry began, inside something; `what` and where it is, if that is known."""

    def __init__(self, what: str = "", span: Span | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.span = span


class Cursor:
    """A place in one text; `position` counts code points from 0 and only grows.

    Every method that would pass the end of the text, or a line that starts with ``@word{`` at column 1,
    raises `UnclosedError` there instead: so a missing } never costs the entries that follow.
    """

    def __init__(self, file: TextFile, report: Report, position: int = 0) -> None:
        self.file = file
        self.text = file.text
        self.report = report
        self.position = position

    def peek(self) -> str:
        """The character at the cursor."""
        if self.position >= len(self.text):
            raise UnclosedError
        return self.text[self.position]

    def accept(self, character: str) -> bool:
        """Pass over `character` if it stands at the cursor."""
        if self.text.startswith(character, self.position):
            self.position += 1
            return True
        return False

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Pass over what `pattern` matches at the cursor, if it does."""
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
        return match

    def skip_space(self) -> None:
        """Pass over white space and ``%`` to the end of its line."""
        self.match(_SPACE)
        if _AT_NEW_ITEM.match(self.text, self.position):
            raise UnclosedError

    def skip_braced(self) -> None:
        """Pass over the braced group at the cursor."""
        depth = 0
        while True:
            depth += 1 if self._next(_BRACE) == "{" else -1
            self.position += 1
            if depth == 0:
                return

    def skip_quoted(self) -> bool:
        """Pass over the quoted text at the cursor; whether it was closed (reported if not)."""
        start = self.position
        self.position += 1
        depth = 0
        while True:
            mark = self._next(_BRACE_OR_QUOTE)
            if mark == "}" and depth == 0:
                self.error(start, start + 1, "this quotation mark is not closed before a }")
                return False
            self.position += 1
            if mark == '"' and depth == 0:
                return True
            depth += {"{": 1, "}": -1}.get(mark, 0)

    def skip_junk(self) -> None:
        """Pass over what cannot be read, up to the next comma or closing bracket."""
        self.skip_space()
        while self.peek() not in ",})":
            if self.peek() == "{":
                self.skip_braced()
            else:
                self.position += 1
            self.skip_space()

    def span(self, match: re.Match[str]) -> Span:
        """The span of a match in this text."""
        return self.file.span(match.start(), match.end())

    def error(self, start: int, end: int, message: str, hint: str | None = None) -> None:
        """Report a `bibtex-syntax` at ``[start, end)``."""
        span = self.file.span(start, min(end, len(self.text)))
        self.report(Diagnostic(BIBTEX_SYNTAX, span, message, hint=hint))

    def _next(self, pattern: re.Pattern[str]) -> str:
        """Move to the next brace (or quotation mark) and return it."""
        match = pattern.search(self.text, self.position)
        self.position = match.start() if match else len(self.text)
        if not match or len(match.group()) > 1:
            raise UnclosedError
        return match.group()
