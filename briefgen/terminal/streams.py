"""Standard output and standard error while a command runs: whatever anyone writes there, nothing in it acts.

Our own messages are made visible where they are made. This is the one place for all the rest: log lines and
warnings of libraries, what MkDocs says, arguments that argparse repeats.
"""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from briefgen.terminal.visible import visible

_ACTS = re.compile(r"\r\n|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COLOUR = re.compile(r"\x1b\[(?:0|1|(?:1;)?3[0-7])?m")
"""What a terminal may be sent: the colours of our findings, and those of argparse."""
_COMMAND = re.compile(r"^([^\S\n]*):(?=:[A-Za-z])|#(?=#\[)", re.MULTILINE)
"""What GitHub takes for a command to its runner: `::error::` at the start of a line, `##[error]` anywhere."""
_SHOWN = "backslashreplace"
_COLON, _HASH = "\\u{3a}", "\\u{23}"


@contextmanager
def harmless_streams() -> Iterator[None]:
    """Have everything that is written to the two streams pass through here, for as long as this lasts."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _harmless(sys.stdout), _harmless(sys.stderr)
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, HarmlessStream):
                stream.let_go()
        sys.stdout, sys.stderr = before


def _harmless(stream: TextIO) -> TextIO:
    if not isinstance(stream, io.TextIOWrapper) or isinstance(stream, HarmlessStream):
        return stream
    stream.flush()
    return HarmlessStream(stream)


def _encoding(stream: io.TextIOWrapper) -> str:
    """That of a stream; UTF-8 where it has one that cannot say which characters it lacks, as `idna`."""
    try:
        "\N{EURO SIGN}".encode(stream.encoding, _SHOWN)
    except UnicodeError:
        return "utf-8"
    return stream.encoding


class HarmlessStream(io.TextIOWrapper):
    """A stream on which nothing acts but the ends of lines.

    A program that reads tables may have its tabs, and one that obeys commands its own.
    """

    def __init__(self, stream: io.TextIOWrapper) -> None:
        # A terminal that cannot show a character must not cost the whole report.
        super().__init__(
            stream.buffer,
            encoding=_encoding(stream),
            errors=_SHOWN,
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )
        self.keeps_tabs = False
        self.keeps_colours = self.isatty()
        self.keeps_commands = False
        self._is_blank = True
        """Whether nothing but space was written of the last line."""

    def write(self, text: str) -> int:
        super().write(self._shown(text))
        return len(text)

    def let_go(self) -> None:
        """Flush, and leave the buffer to the stream whose it is."""
        try:
            self.flush()
        finally:
            self.detach()

    def _shown(self, text: str) -> str:
        if self.keeps_colours:
            parts = _COLOUR.split(text)
            marks = [*_COLOUR.findall(text), ""]
            seen = "".join(
                _ACTS.sub(self._visible, part) + mark for part, mark in zip(parts, marks, strict=True)
            )
        else:
            seen = _ACTS.sub(self._visible, text)
        before = "" if self._is_blank else "x"
        line = before + seen
        self._is_blank = not line.rpartition("\n")[2].strip()
        return _COMMAND.sub(self._without_command, line)[len(before) :]

    def _without_command(self, found: re.Match[str]) -> str:
        if found[1] is None:
            return _HASH
        return found[0] if self.keeps_commands else found[1] + _COLON

    def _visible(self, found: re.Match[str]) -> str:
        if found[0] == "\t" and self.keeps_tabs:
            return "\t"
        return "\n" if found[0] == "\r\n" else visible(found[0])
