"""Values of fields as they are written: braces, quotation marks, numbers and @strings, joined by ``#``."""

import re

_PIECE = re.compile(
    r"(?>(?:\s|%[^\n]*|#)*)(?:(?P<word>[^\W\d][\w:.+/-]*)|(?P<number>[0-9]+)|(?P<mark>[{\"]))"
)
_BRACE = re.compile(r"[{}]")
_BRACE_OR_QUOTE = re.compile(r"[{}\"]")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MAX_DEPTH = 100
"""Braces of a value may nest as deeply as BibTeX's readers of old allow."""

MAX_STRING = 100_000
"""The characters of one @string: a name, mostly; a line may double the one before it, so this must end."""

MAX_VALUE = 1_000_000
"""The characters that @strings put into one value."""

MAX_PUT_IN = 20_000_000
"""The characters that @strings put into all values of a bibliography."""


class UnreadableError(ValueError):
    """A value or name that BibTeX's rules do not allow, or that is beyond all measure; the text says why."""


class Strings:
    """The @strings defined so far by lower-case name, and how much they may still put into values."""

    def __init__(self) -> None:
        self.known = {month: month for month in MONTHS}
        self._left = MAX_PUT_IN

    def value(self, written: str) -> str:
        """The value of a field as written, with its delimiters: white space collapsed, @strings put in.

        A bare word that names none stands for itself. Raises UnreadableError.
        """
        pieces, put_in = self._pieces(written, MAX_VALUE)
        self._left -= put_in
        if self._left < 0:
            raise UnreadableError(f"@strings put more than {MAX_PUT_IN:,} characters into this bibliography")
        return " ".join("".join(pieces).split())

    def define(self, name: str, written: str) -> None:
        """Define a @string, empty where it cannot be read. Raises UnreadableError."""
        try:
            pieces, _ = self._pieces(written, MAX_STRING)
            if sum(map(len, pieces)) > MAX_STRING:
                raise UnreadableError(_too_long(MAX_STRING))
        except UnreadableError:
            self.known[name] = ""
            raise
        self.known[name] = " ".join("".join(pieces).split())

    def _pieces(self, written: str, most: int) -> tuple[list[str], int]:
        """What is joined, and how many characters of it come from @strings."""
        pieces: list[str] = []
        put_in = position = 0
        while piece := _PIECE.match(written, position):
            position = piece.end()
            if word := piece["word"]:
                pieces.append(self.known.get(word.lower(), word))
                put_in += len(pieces[-1])
                if put_in > most:
                    raise UnreadableError(_too_long(most))
            elif number := piece["number"]:
                pieces.append(number)
            else:
                end = _end_of(written, position, piece["mark"])
                pieces.append(written[position:end])
                position = end + 1
        return pieces, put_in


def _too_long(most: int) -> str:
    return f"it is too long, more than {most:,} characters"


def _end_of(written: str, start: int, mark: str) -> int:
    """Where the text ends that begins behind a brace or quotation mark. Raises UnreadableError."""
    depth = 0
    closer = "}" if mark == "{" else mark
    for found in (_BRACE if mark == "{" else _BRACE_OR_QUOTE).finditer(written, start):
        character = found[0]
        if depth == 0 and character == closer:
            return found.start()
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth > MAX_DEPTH:
            raise UnreadableError("too many nested braces")
    raise UnreadableError("the value cannot be read")
