"""Nothing that is written to the streams of a command acts on a terminal, or on the runner of GitHub."""

import io
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from briefgen.terminal.streams import harmless_streams


def heard(write: Callable[[], object], monkeypatch: pytest.MonkeyPatch, *, terminal: bool = False) -> bytes:
    """What arrives on standard error."""

    class Buffer(io.BytesIO):
        def isatty(self) -> bool:
            return terminal

    buffer = Buffer()
    stream = io.TextIOWrapper(buffer, encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", stream)
    with harmless_streams():
        write()
    assert sys.stderr is stream
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\nb\n", "a\nb\n"),
        ("a\x1b[31mb\x1b]0;c\x07", "a␛[31mb␛]0;c␇"),
        ("a\rb\r\nc", "a␍b\nc"),
        ("a\tb\x00\x7f\x9b31m", "a\tb␀␡\\u{9b}31m"),  # a tab only moves on, and parts columns
        ("a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"),
        ("a\u200fb", "a\u200fb"),
        (
            "::error file=a::b\n  ::stop-commands::x\n",
            "\\u{3a}:error file=a::b\n  \\u{3a}:stop-commands::x\n",
        ),
        ("a ::error::b\n::: note\n:: a\n", "a ::error::b\n::: note\n:: a\n"),
        ("a ##[error]b", "a \\u{23}#[error]b"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_is_written_is_only_shown(monkeypatch: pytest.MonkeyPatch, written: str, shown: str) -> None:
    assert heard(lambda: sys.stderr.write(written), monkeypatch).decode() == shown


def test_a_command_in_the_middle_of_a_line_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def write() -> None:
        for piece in ("a ", "::error::b\n", "  ", "::error::c\n"):
            sys.stderr.write(piece)

    assert heard(write, monkeypatch) == b"a ::error::b\n  \\u{3a}:error::c\n"


def test_a_terminal_has_our_colours_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\x1b[1;31merror\x1b[0m \x1b[8mhidden\x1b[2J"
    assert heard(lambda: sys.stderr.write(text), monkeypatch, terminal=True).decode() == (
        "\x1b[1;31merror\x1b[0m ␛[8mhidden␛[2J"
    )


LIBRARY = r"""
import logging, warnings
from briefgen.terminal.streams import harmless_streams
with harmless_streams():
    logging.getLogger("some.package").warning("a %s", "\x1b[31m\n::error::b")
    warnings.warn("c \x1b[31m", UserWarning)
    print("d\x07")
"""


def test_logs_and_warnings_of_libraries() -> None:
    command = [sys.executable, "-W", "default", "-c", LIBRARY]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "a ␛[31m\n\\u{3a}:error::b\n" in done.stderr
    assert "c ␛[31m" in done.stderr
    assert done.stdout == "d␇\n"
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", done.stderr)
